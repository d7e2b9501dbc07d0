import { useCallback, useEffect } from "react";
import { BellList } from "./bells/BellList";
import { useBellActions, useBells } from "./bells/useBells";
import { useRinging } from "./bells/useRinging";
import { useData, useEvents } from "./data/context";
import { useTaskActions } from "./data/useTaskActions";
import { Banner } from "./notices/Banner";
import { ReminderList } from "./reminders/ReminderList";
import { useReminderAnswers, useReminders } from "./reminders/useReminders";
import { useSession } from "./session/session";
import { useTalk } from "./talk/live";
import { TEXTS } from "./texts";

/** What calls, or stands in the way: it is in sight wherever one is. */
export function Attention() {
  const session = useSession();
  const { away, waiting } = useData();
  const { live } = useTalk();
  const reminders = useReminders();
  const bells = useBells();
  const bellActions = useBellActions(session);
  const actions = useTaskActions();
  const answers = useReminderAnswers({
    ...{ actions, bells: bellActions, drop: reminders.drop },
    ...session,
  });
  useRinging(reminders.shown);
  const readBells = bells.read;
  useEvents({
    onOpen: useCallback(() => void readBells(), [readBells]),
    onReminder: reminders.take,
    onThing: useCallback(
      ({ type }: { type: string }) => {
        if (/^(?:timer|alarm)\./.test(type)) void readBells();
      },
      [readBells],
    ),
  });
  useEffect(() => void readBells(), [readBells]);

  return (
    <div className="attention">
      <ReminderList
        shown={reminders.shown}
        onDone={(reminder) => void answers.finish(reminder)}
        onSnooze={(reminder) => void answers.snooze(reminder)}
        onDismiss={answers.dismiss}
      />
      {away && (
        <Banner>
          {waiting.length > 0 ? TEXTS.data.waiting(waiting.length) : TEXTS.notice.apiAway}
        </Banner>
      )}
      {live?.notices}
      <BellList timers={bells.timers} alarms={bells.alarms} actions={bellActions} />
    </div>
  );
}
