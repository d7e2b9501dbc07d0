import type { CreateTask } from "../api/actions";
import type { Comment } from "../api/around";
import type { Task } from "../api/contract";
import type { Action } from "../api/control";
import type { Clock } from "../tasks/grouping";
import type { View } from "../views/views";
import type { Pending } from "../outbox/outbox";

/** A task as it is after an action; null when it is gone. What the action leaves is left. */
export function changedBy(task: Task, action: Action, at: string): Task | null {
  if (!("task_id" in action) || action.task_id !== task.id) return task;
  switch (action.type) {
    case "complete_task":
      return { ...task, status: "completed", completed_at: at };
    case "reopen_task":
      return { ...task, status: "todo", completed_at: null };
    case "start_task":
      return { ...task, status: "in_progress", completed_at: null };
    case "cancel_task":
      return { ...task, status: "cancelled", completed_at: null };
    case "delete_task":
      return null;
    case "update_task": {
      const { type: _type, task_id: _id, project, ...fields } = action;
      const moved = project === undefined ? {} : { project, project_id: elsewhere(task, project) };
      // Whether what it waits for now is open only the control API knows.
      const free = fields.depends_on?.length === 0 ? { blocked: false } : {};
      return { ...task, ...fields, ...moved, ...free };
    }
    default:
      return task;
  }
}

/** The id of a project of that name is not known here; that it is another one is. */
const elsewhere = (task: Task, project: string | null) =>
  project === null ? null : project === task.project ? task.project_id : `named ${project}`;

/** The list as the person has made it, whether or not that is known to be kept. */
export function withPending(
  tasks: Task[],
  waiting: readonly Pending[],
  view: View,
  clock: Clock,
): Task[] {
  if (waiting.length === 0) return tasks;
  const shown = new Map(tasks.map((task) => [task.id, task]));
  for (const { actions, before, at } of waiting) {
    const known = new Map(before.map((task) => [task.id, task]));
    for (const action of actions) {
      if (!("task_id" in action) || !action.task_id) continue;
      const task = shown.get(action.task_id) ?? known.get(action.task_id);
      if (!task) continue;
      const after = changedBy(task, action, at);
      const has = after === null ? false : view.has(after, clock);
      known.set(task.id, after ?? task);
      if (has === false || (has === null && after?.status === "completed")) shown.delete(task.id);
      else if (after && (has || shown.has(task.id))) shown.set(task.id, after);
    }
  }
  return [...shown.values()];
}

/** A task as it is once it is made; null for one whose id is not chosen yet. */
export function madeBy(action: CreateTask, at: string): Task | null {
  const { type: _type, task_id: id, title, ...fields } = action;
  if (!id) return null;
  return { ...NEW, created_at: at, updated_at: at, ...fields, id, title };
}

const NEW: Omit<Task, "id" | "title" | "created_at" | "updated_at"> = {
  ...{ status: "todo", due: null, time_zone: null, project: null, completed_at: null, notes: "" },
  ...{ priority: null, start: null, start_time_zone: null, deadline: null },
  ...{ deadline_time_zone: null, duration_min: null, project_id: null, section: null, order: null },
  ...{ parent_id: null, tags: [], tag_ids: [], depends_on: [], blocked: false, assignees: [] },
  ...{ assignee_ids: [], links: [], reminders: [], repeat: null, created_by: "", source: "page" },
  ...{ said: null, deleted_at: null, extra: {} },
};

/** The parts of a task as the person has made them. */
export function partsWith(
  parts: Task[],
  waiting: readonly Pending[],
  parentId: string,
): Task[] {
  return steps(waiting).reduce((shown, { action, at }) => {
    if (action.type !== "create_task")
      return shown.flatMap((task) => changedBy(task, action, at) ?? []);
    if (action.parent_id !== parentId) return shown;
    const made = madeBy(action, at);
    return !made || shown.some(({ id }) => id === made.id) ? shown : [...shown, made];
  }, parts);
}

/** What was said about a task as the person, of that name, has left it. */
export function commentsWith(
  comments: Comment[],
  waiting: readonly Pending[],
  taskId: string,
  author: string,
): Comment[] {
  return steps(waiting).reduce((shown, { action, at }) => {
    if (action.type === "delete_comment")
      return shown.filter(({ id }) => id !== action.comment_id);
    if (action.type === "update_comment")
      return shown.map((each) =>
        each.id === action.comment_id ? { ...each, text: action.text, updated_at: at } : each,
      );
    const id = action.type === "create_comment" && action.task_id === taskId && action.comment_id;
    if (!id || shown.some((each) => each.id === id)) return shown;
    const { task_id, text } = action;
    return [...shown, { id, task_id, text, created_at: at, updated_at: at, author }];
  }, comments);
}

const steps = (waiting: readonly Pending[]) =>
  waiting.flatMap(({ actions, at }) => actions.map((action) => ({ action, at })));
