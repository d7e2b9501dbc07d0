/** The contract with the control API, as in `shared/*.py`. */

export type TaskStatus = "todo" | "in_progress" | "completed" | "cancelled";

export interface Task {
  id: string;
  title: string;
  status: TaskStatus;
  /** ISO date (all day) or local date-time. */
  due: string | null;
  /** IANA zone of `due`; null for all-day and floating times. */
  time_zone: string | null;
  project: string | null;
  tags: string[];
  /** Names of people. */
  assignees: string[];
  priority: "low" | "medium" | "high" | "urgent" | null;
  /** `rule` is an RFC 5545 recurrence rule. */
  repeat: { rule: string } | null;
  /** It waits for another task. */
  blocked: boolean;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
}

export interface TaskPage {
  items: Task[];
  next_cursor: string | null;
}

export type Action =
  | { type: "create_task"; title: string; due?: string; time_zone?: string; project?: string }
  | {
      type: "update_task";
      task_id: string;
      title?: string;
      due?: string | null;
      time_zone?: string | null;
    }
  | { type: "complete_task" | "reopen_task" | "delete_task"; task_id: string }
  | { type: "snooze_task"; task_id: string; minutes: number }
  | { type: "undo"; command_id?: string };

export type OutcomeKind =
  | "done"
  | "planned"
  | "needs_approval"
  | "clarify"
  | "not_a_command"
  | "refused";

export interface Outcome {
  outcome: OutcomeKind;
  confidence: number;
  reply: string;
  command_id: string | null;
  tasks: Task[];
}

export const EVENT_TYPES = [
  "task.created",
  "task.updated",
  "task.deleted",
  "task.restored",
] as const;

/** After these, tasks bear other names of projects. */
export const NAMING_EVENT_TYPES = ["project.updated", "project.deleted", "project.restored"] as const;

export interface TaskEvent {
  /** Position in the log, rising. */
  id: number;
  type: (typeof EVENT_TYPES)[number];
  task_id: string;
  before: Task | null;
  after: Task | null;
}

/** A reminder and what became of it. */
export interface Receipt {
  id: string;
  task_id: string;
  state: "planned" | "due" | "delivered" | "heard" | "missed";
  /** What is shown. */
  text: string;
  heard_by: "page" | "voice" | "task" | null;
}

export interface Account {
  id: string;
  name: string;
  time_zone: string;
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}
