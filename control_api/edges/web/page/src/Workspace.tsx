import { RoomAudioRenderer, RoomContext } from "@livekit/components-react";
import { useCallback } from "react";
import { BellList } from "./bells/BellList";
import { useBellActions, useBells } from "./bells/useBells";
import { useRinging } from "./bells/useRinging";
import { ConversationPanel } from "./conversation/ConversationPanel";
import { useConversation } from "./conversation/useConversation";
import { forgetTranscript, useTranscript } from "./transcript/useTranscript";
import { Header } from "./Header";
import { Banner } from "./notices/Banner";
import { ToastList } from "./notices/ToastList";
import { useToasts } from "./notices/useToasts";
import { ReminderList } from "./reminders/ReminderList";
import { useReminderAnswers, useReminders } from "./reminders/useReminders";
import { StepList } from "./steps/StepList";
import { useSteps } from "./steps/useSteps";
import { TaskList } from "./tasks/TaskList";
import { useTaskActions } from "./tasks/useTaskActions";
import { useTasks } from "./tasks/useTasks";
import { TEXTS } from "./texts";

interface Props {
  /** The session has ended without the person's doing. */
  onSignedOut: () => void;
  onSignOut: () => void;
}

/** The page of somebody who is signed in: the conversation, and the tasks beside it. */
export function Workspace({ onSignedOut: onSessionEnd, onSignOut }: Props) {
  // What was said is not for whoever signs in next.
  const onSignedOut = useCallback(() => {
    forgetTranscript();
    onSessionEnd();
  }, [onSessionEnd]);
  const conversation = useConversation(onSignedOut);
  const transcript = useTranscript();
  const reminders = useReminders();
  const bells = useBells();
  const steps = useSteps();
  const { tasks, loaded, away, read } = useTasks({
    onSignedOut,
    onReminder: reminders.take,
    onBell: bells.read,
    onProgress: steps.take,
  });
  const { shown, show, dismiss } = useToasts();
  const actions = useTaskActions({ show, read, onSignedOut });
  const bellActions = useBellActions({ show, onSignedOut });
  const answers = useReminderAnswers({
    ...{ actions, bells: bellActions, drop: reminders.drop, show, onSignedOut },
  });
  useRinging(reminders.shown);

  const undo = (commandId: string) => {
    transcript.spend(commandId);
    actions.undo(commandId);
  };
  const signOut = () => {
    conversation.leave();
    forgetTranscript();
    onSignOut();
  };

  return (
    <RoomContext value={conversation.room}>
      <Header onSignOut={signOut} />
      {away && <Banner>{TEXTS.notice.apiAway}</Banner>}
      <main className="workspace">
        <ConversationPanel
          conversation={conversation}
          transcript={transcript}
          showProblem={show}
          onUndo={undo}
          onSignedOut={onSignedOut}
          underWay={<StepList shown={steps.shown} />}
        >
          <ReminderList
            shown={reminders.shown}
            onDone={(reminder) => void answers.finish(reminder)}
            onSnooze={(reminder) => void answers.snooze(reminder)}
            onDismiss={answers.dismiss}
          />
          <BellList timers={bells.timers} alarms={bells.alarms} actions={bellActions} />
        </ConversationPanel>
        <TaskList tasks={tasks} loaded={loaded} actions={actions} />
      </main>
      <ToastList shown={shown} onDismiss={dismiss} onUndo={undo} />
      <RoomAudioRenderer />
    </RoomContext>
  );
}
