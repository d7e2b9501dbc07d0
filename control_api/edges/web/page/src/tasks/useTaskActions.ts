import { useCallback, useMemo } from "react";
import type { Task } from "../api/contract";
import { type Action, runActions } from "../api/control";
import { ApiProblemError } from "../api/http";
import { TEXTS } from "../texts";
import { viewerZone } from "./due";

export interface TaskActions {
  setDone: (task: Pick<Task, "id">, done: boolean) => void;
  snooze: (taskId: string, minutes: number) => void;
  rename: (task: Task, title: string) => void;
  reschedule: (task: Task, due: string | null) => void;
  remove: (task: Task) => void;
  undo: (commandId: string) => void;
}

interface Options {
  /** Shows a message; with a command, also a button that takes it back. */
  show: (text: string, commandId?: string | null) => void;
  /** Reads the list again, for when the event stream can't bring the change. */
  read: () => Promise<boolean>;
  onSignedOut: () => void;
}

/** What a person can do with a task on the page; each shows a message with a way back. */
export function useTaskActions({ show, read, onSignedOut }: Options): TaskActions {
  const run = useCallback(
    async (action: Action) => {
      try {
        const { outcome, reply, command_id } = await runActions([action], viewerZone());
        const undoable = outcome === "done" && action.type !== "undo";
        show(reply || TEXTS.toast.undone, undoable ? command_id : null);
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) return onSignedOut();
        show(reason instanceof ApiProblemError ? reason.message : TEXTS.notice.apiAway);
        void read();
      }
    },
    [show, read, onSignedOut],
  );

  return useMemo(
    () => ({
      setDone: (task, done) =>
        void run({ type: done ? "complete_task" : "reopen_task", task_id: task.id }),
      snooze: (task_id, minutes) => void run({ type: "snooze_task", task_id, minutes }),
      rename: (task, title) => void run({ type: "update_task", task_id: task.id, title }),
      reschedule: (task, due) =>
        void run({
          type: "update_task",
          task_id: task.id,
          due,
          time_zone: due?.includes("T") ? viewerZone() : null,
        }),
      remove: (task) => void run({ type: "delete_task", task_id: task.id }),
      undo: (command_id) => void run({ type: "undo", command_id }),
    }),
    [run],
  );
}
