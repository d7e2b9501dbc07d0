import { useCallback, useRef, useState } from "react";
import type { Receipt } from "../api/contract";
import { hearReminder } from "../api/control";
import { ApiProblemError } from "../api/http";
import type { TaskActions } from "../data/useTaskActions";
import { TEXTS } from "../texts";
import { notify } from "./notifications";
import { changeReminders } from "./reminderList";

export const SNOOZE_MIN = 10;

/** The reminders that are out and not answered. */
export function useReminders() {
  const [shown, setShown] = useState<Receipt[]>([]);
  const known = useRef(new Set<string>());

  const take = useCallback((reminder: Receipt) => {
    setShown((before) => changeReminders(before, reminder));
    if (known.current.has(reminder.id)) return;
    known.current.add(reminder.id);
    if (reminder.state === "due" || reminder.state === "delivered") notify(reminder);
  }, []);
  const drop = useCallback((id: string) => {
    setShown((before) => before.filter((reminder) => reminder.id !== id));
  }, []);

  return { shown, take, drop };
}

/** What can be done with a timer or alarm that rings; true when it is silent then. */
interface Bells {
  stop: (bellId: string) => Promise<boolean>;
  snooze: (bellId: string, minutes: number) => Promise<boolean>;
}

interface Options {
  actions: Pick<TaskActions, "completeById" | "snooze">;
  bells: Bells;
  /** Takes a reminder off the page. */
  drop: (id: string) => void;
  show: (text: string) => void;
  onSignedOut: () => void;
}

/** What a person can answer to a reminder. */
export function useReminderAnswers({ actions, bells, drop, show, onSignedOut }: Options) {
  const hear = async (reminder: Receipt): Promise<boolean> => {
    try {
      await hearReminder(reminder.id);
    } catch (reason) {
      if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
      else if (!(reason instanceof ApiProblemError)) {
        show(TEXTS.notice.apiAway);
        return false;
      }
    }
    drop(reminder.id);
    return true;
  };
  return {
    dismiss: (reminder: Receipt) => void hear(reminder),
    finish: async (reminder: Receipt) => {
      const { task_id, bell_id } = reminder;
      if (bell_id !== null) {
        if (await bells.stop(bell_id)) drop(reminder.id);
      } else if (task_id !== null && (await hear(reminder))) {
        actions.completeById(task_id);
      }
    },
    snooze: async (reminder: Receipt) => {
      const { task_id, bell_id } = reminder;
      if (bell_id !== null) {
        if (await bells.snooze(bell_id, SNOOZE_MIN)) drop(reminder.id);
      } else if (task_id !== null && (await hear(reminder))) {
        actions.snooze(task_id, SNOOZE_MIN);
      }
    },
  };
}
