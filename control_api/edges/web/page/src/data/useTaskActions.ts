import { useMemo } from "react";
import type { UpdateTask } from "../api/actions";
import type { Priority, Task, TaskStatus } from "../api/contract";
import { type Action } from "../api/control";
import { newId } from "../api/keys";
import { viewerZone } from "../tasks/due";
import { useData } from "./context";

/** What of a task is to be other. */
export type Edit = Omit<UpdateTask, "type" | "task_id">;

/** What a person can do with tasks by hand; of several tasks it is one command, to undo as one. */
export interface TaskActions {
  setDone: (tasks: Task[], done: boolean) => void;
  rename: (task: Task, title: string) => void;
  /** `due`: ISO date, or local time in the person's zone; null for none. */
  reschedule: (tasks: Task[], due: string | null) => void;
  /** `project`: its name; null for none. */
  move: (tasks: Task[], project: string | null) => void;
  setPriority: (tasks: Task[], priority: Priority | null) => void;
  setStatus: (task: Task, status: TaskStatus) => void;
  edit: (task: Task, edit: Edit) => void;
  /** Each task in its own way. */
  editEach: (edits: { task: Task; edit: Edit }[]) => void;
  addPart: (task: Task, title: string) => void;
  comment: (task: Task, text: string) => void;
  rewriteComment: (commentId: string, text: string) => void;
  removeComment: (commentId: string) => void;
  remove: (tasks: Task[]) => void;
  completeById: (taskId: string) => void;
  snooze: (taskId: string, minutes: number) => void;
  undo: (commandId: string) => void;
}

/** Shown at once, sent as soon as it can be, and taken back with the reason when it is refused. */
export function useTaskActions(): TaskActions {
  const { outbox } = useData();
  return useMemo(() => {
    const each = (tasks: Task[], action: (task: Task) => Action) =>
      outbox.add(tasks.map(action), tasks);
    return {
      setDone: (tasks, done) =>
        each(tasks, ({ id }) => ({ type: done ? "complete_task" : "reopen_task", task_id: id })),
      rename: (task, title) =>
        each([task], ({ id }) => ({ type: "update_task", task_id: id, title })),
      reschedule: (tasks, due) => {
        const time_zone = due?.includes("T") ? viewerZone() : null;
        each(tasks, ({ id }) => ({ type: "update_task", task_id: id, due, time_zone }));
      },
      move: (tasks, project) =>
        each(tasks, ({ id }) => ({ type: "update_task", task_id: id, project })),
      setPriority: (tasks, priority) =>
        each(tasks, ({ id }) => ({ type: "update_task", task_id: id, priority })),
      setStatus: (task, status) =>
        each([task], ({ id }) => ({ type: BECOMES[status], task_id: id })),
      edit: (task, edit) =>
        each([task], ({ id }) => ({ type: "update_task", task_id: id, ...edit })),
      editEach: (edits) =>
        outbox.add(
          edits.map(({ task, edit }) => ({ type: "update_task", task_id: task.id, ...edit })),
          edits.map(({ task }) => task),
        ),
      addPart: ({ id, project }, title) =>
        outbox.add([{ type: "create_task", task_id: newId(), parent_id: id, project, title }]),
      comment: ({ id }, text) =>
        outbox.add([{ type: "create_comment", comment_id: newId(), task_id: id, text }]),
      rewriteComment: (comment_id, text) =>
        outbox.add([{ type: "update_comment", comment_id, text }]),
      removeComment: (comment_id) => outbox.add([{ type: "delete_comment", comment_id }]),
      remove: (tasks) => each(tasks, ({ id }) => ({ type: "delete_task", task_id: id })),
      completeById: (task_id) => outbox.add([{ type: "complete_task", task_id }]),
      snooze: (task_id, minutes) => outbox.add([{ type: "snooze_task", task_id, minutes }]),
      undo: (command_id) => outbox.add([{ type: "undo", command_id }]),
    };
  }, [outbox]);
}

/** The action by which a task comes to a status. */
const BECOMES = {
  todo: "reopen_task",
  in_progress: "start_task",
  completed: "complete_task",
  cancelled: "cancel_task",
} as const;
