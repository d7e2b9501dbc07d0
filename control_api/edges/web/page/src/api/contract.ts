/**
 * What the page knows of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

export type OutcomeKind =
  | "done"
  | "planned"
  | "needs_approval"
  | "clarify"
  | "answered"
  | "not_a_command"
  | "refused";

export type Priority = "low" | "medium" | "high" | "urgent";

export type ReminderState = "planned" | "due" | "delivered" | "heard" | "missed";

export type Source = "voice" | "chat" | "page" | "api" | "cli" | "import";

export type Stage =
  | "planned"
  | "approved"
  | "started"
  | "finished"
  | "checked"
  | "done"
  | "rolled_back"
  | "declined";

export type TaskStatus = "todo" | "in_progress" | "completed" | "cancelled";

export type Verdict = "allowed" | "needs_approval" | "refused";

export const EVENT_TYPES = [
  "task.created", "task.updated", "task.deleted", "task.restored", "task.purged", "project.created",
  "project.updated", "project.deleted", "project.restored", "project.purged", "tag.created",
  "tag.updated", "tag.deleted", "tag.restored", "tag.purged", "person.created", "person.updated",
  "person.deleted", "person.restored", "person.purged", "filter.created", "filter.updated",
  "filter.deleted", "filter.restored", "filter.purged", "comment.created", "comment.updated",
  "comment.deleted", "comment.restored", "comment.purged", "occurrence.created",
  "occurrence.updated", "occurrence.deleted", "occurrence.restored", "occurrence.purged",
  "timer.created", "timer.updated", "timer.deleted", "timer.restored", "timer.purged",
  "alarm.created", "alarm.updated", "alarm.deleted", "alarm.restored", "alarm.purged",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const OPEN: readonly TaskStatus[] = ["todo", "in_progress"];

/** A time of day at which it rings, until it is stopped; once, or as its repeat says. */
export interface Alarm {
  id: string;
  at: string;
  created_at: string;
  updated_at: string;
  time_zone: string | null;
  label: string;
  repeat: Repeat | null;
  snoozed_until: string | null;
}

/** Marks a task as done; one that repeats moves on to its next time. Undo takes that back. */
export interface CompleteTask {
  type: "complete_task";
  task_id: string;
}

/** Moves an alarm to the trash; it does not ring. */
export interface DeleteAlarm {
  type: "delete_alarm";
  alarm_id: string;
}

/** Moves a task to the trash. Undo brings it back. */
export interface DeleteTask {
  type: "delete_task";
  task_id: string;
}

/** Moves a timer to the trash; it does not ring. */
export interface DeleteTimer {
  type: "delete_timer";
  timer_id: string;
}

/** One way that a reminder took, or tries to take. */
export interface Delivery {
  way: "page" | "push" | "voice";
  state: "cancelled" | "delivered" | "failed" | "waiting";
  at: string;
  to?: string;
  attempts?: number;
  error?: string;
}

/** An address that belongs to a task. */
export interface Link {
  url: string;
  title?: string;
}

/** Answer of `GET /api/v1/me`. */
export interface Me {
  id: string;
  name: string;
  time_zone: string;
  language: "de" | "en" | "es" | "fr";
  sign_in_name: string | null;
}

/** Answer to a `CommandRequest`. */
export interface Outcome {
  outcome: OutcomeKind;
  confidence: number;
  complete: boolean;
  dangling: boolean;
  alternatives: string[];
  reply: string;
  command_id: string | null;
  approval_id: string | null;
  tasks: Task[];
  freed: string[];
  upcoming: Record<string, string[]>;
}

/** One action of a plan. */
export interface PlannedStep {
  words: string;
}

/** Body of every error, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  fields?: Record<string, string>;
}

/** Sent on the event stream while a command is handled. It has no place in the log. */
export interface ProgressEvent {
  kind: "progress";
  type: "progress";
  stage: Stage;
  command_id: string;
  at: string;
  source: Source;
  actor: string;
  words: string;
  total: number;
  step: number | null;
  steps: PlannedStep[];
  text: string | null;
  verdict: Verdict | null;
  approval_id: string | null;
}

/** One reminder of one task, or one time that a bell rings, and what became of it. */
export interface Receipt {
  id: string;
  task_id: string | null;
  title: string;
  at: string;
  state: ReminderState;
  text: string;
  blocked: boolean;
  fired_at: string | null;
  heard_at: string | null;
  heard_by: "page" | "task" | "voice" | null;
  deliveries: Delivery[];
  bell_id: string | null;
  bell_kind: "alarm" | "timer" | null;
  rings: boolean;
}

/** When to speak up about a task: at a time, or so long before one of its times. */
export interface Reminder {
  at?: string | null;
  time_zone?: string | null;
  before_min?: number | null;
  anchor?: "deadline" | "due" | "start";
}

/** Sent on the event stream when a reminder goes out or is heard. It has no place in the log. */
export interface ReminderEvent {
  kind: "reminder";
  type: "reminder";
  reminder: Receipt;
}

/** Makes a completed task open again. Undo completes it, at the time it was completed first. */
export interface ReopenTask {
  type: "reopen_task";
  task_id: string;
}

/** How a task comes again once it is done. */
export interface Repeat {
  rule: string;
  basis?: "completion" | "due";
  month_end?: "clamp" | "skip";
  missed?: "keep" | "skip";
  moved_from?: string | null;
}

/** Silences what rings, and lets it ring again in so many minutes. */
export interface SnoozeBell {
  type: "snooze_bell";
  bell_id?: string | null;
  minutes?: number;
}

/** Brings a task up again, so many minutes from now. Undo calls that off. */
export interface SnoozeTask {
  type: "snooze_task";
  task_id: string;
  minutes?: number;
}

/** Silences what rings: an alarm that repeats waits for its next turn, all else is over. */
export interface StopBell {
  type: "stop_bell";
  bell_id?: string | null;
}

/** One thing to do. */
export interface Task {
  id: string;
  title: string;
  status: TaskStatus;
  due: string | null;
  time_zone: string | null;
  project: string | null;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  notes: string;
  priority: Priority | null;
  start: string | null;
  start_time_zone: string | null;
  deadline: string | null;
  deadline_time_zone: string | null;
  duration_min: number | null;
  project_id: string | null;
  section: string | null;
  order: number | null;
  parent_id: string | null;
  tags: string[];
  tag_ids: string[];
  depends_on: string[];
  blocked: boolean;
  assignees: string[];
  assignee_ids: string[];
  links: Link[];
  reminders: Reminder[];
  repeat: Repeat | null;
  created_by: string;
  source: Source;
  said: string | null;
  deleted_at: string | null;
  extra: Record<string, unknown>;
}

/** One change of one task; what it was before and is after, null where it was not there. */
export interface TaskEvent {
  kind: "task";
  id: number;
  type: EventType;
  thing_id: string;
  task_id: string | null;
  command_id: string;
  at: string;
  source: Source;
  actor: string;
  before: Task | null;
  after: Task | null;
}

/** One page of a list of tasks. */
export interface TaskPage {
  items: Task[];
  next_cursor: string | null;
}

/** So many seconds that are counted down. It rings at their end, until it is stopped. */
export interface Timer {
  id: string;
  seconds: number;
  created_at: string;
  updated_at: string;
  label: string;
  ends_at: string | null;
  left_s: number | null;
}

/** Answer of the token endpoint, 201. */
export interface TokenAnswer {
  server_url: string;
  participant_token: string;
  room_name: string;
  participant_name: string;
}

/** Takes back a command: the one named, else the person's last one that changed something. */
export interface Undo {
  type: "undo";
  command_id?: string | null;
  count?: number;
}

/** Renames, reschedules or moves a task. Undo puts the earlier values back. */
export interface UpdateTask {
  type: "update_task";
  task_id: string;
  title?: string;
  due?: string | null;
  time_zone?: string | null;
  project?: string | null;
  notes?: string;
  priority?: Priority | null;
  start?: string | null;
  start_time_zone?: string | null;
  deadline?: string | null;
  deadline_time_zone?: string | null;
  duration_min?: number | null;
  section?: string | null;
  order?: number | null;
  parent_id?: string | null;
  tags?: string[];
  depends_on?: string[];
  assignees?: string[];
  links?: Link[];
  reminders?: Reminder[];
  repeat?: Repeat | null;
}

/** Names, pauses or resumes a timer, or changes how long it goes on. */
export interface UpdateTimer {
  type: "update_timer";
  timer_id: string;
  label?: string;
  add_s?: number;
  left_s?: number;
  paused?: boolean;
}
