/**
 * What the page knows of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

export type Kind =
  | "task"
  | "project"
  | "tag"
  | "person"
  | "filter"
  | "comment"
  | "occurrence"
  | "timer"
  | "alarm"
  | "settings";

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
  "settings.created", "settings.updated", "settings.deleted", "settings.restored",
  "settings.purged",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EXPORT_FORMATS = [
  "saydo", "csv", "ics", "todoist-csv", "todoist-json", "taskwarrior", "todotxt",
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const IMPORT_FORMATS = [
  "saydo", "csv", "ics", "todoist-csv", "todoist-json", "taskwarrior", "vikunja",
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const LANGUAGES = ["en", "de", "fr", "es"] as const;
export type LanguageName = (typeof LANGUAGES)[number];

export const TOKEN_SCOPES = ["read", "write", "admin"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

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

/** A plan that was asked about, and is carried out only after a yes. */
export interface Approval {
  id: string;
  at: string;
  expires_at: string;
  conversation: string;
  source: Source;
  question: string;
  actions: { type: string }[];
  steps: string[];
}

/** What waits for a yes now, the newest first. */
export interface ApprovalPage {
  items: Approval[];
  next_cursor: string | null;
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
  language: LanguageName;
  has_chosen_language: boolean;
  sign_in_name: string | null;
  is_owner: boolean;
}

/** Answer to a `CommandRequest`. */
export interface Outcome {
  outcome: OutcomeKind;
  actions: { type: string }[];
  confidence: number;
  reader: "answer" | "given" | "learned" | "model" | "sentences" | null;
  complete: boolean;
  dangling: boolean;
  alternatives: string[];
  reply: string;
  options: string[];
  command_id: string | null;
  approval_id: string | null;
  tasks: Task[];
  freed: string[];
  upcoming: Record<string, string[]>;
  parts: Part[];
}

/** Words of a text, and what they were read as. */
export interface Part {
  field: "assignees" | "deadline" | "due" | "duration_min" | "notes" | "priority" | "project" | "reminders" | "repeat" | "start" | "tags";
  said: string;
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

/** What tasks belong together for. */
export interface Project {
  id: string;
  name: string;
  created_at: string;
  updated_at: string;
  colour: string | null;
  description: string;
  archived: boolean;
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

/** How a task comes again once it is done. */
export interface Repeat {
  rule: string;
  basis?: "completion" | "due";
  month_end?: "clamp" | "skip";
  missed?: "keep" | "skip";
  moved_from?: string | null;
}

/** A question to the tasks, kept under a name. */
export interface SavedFilter {
  id: string;
  name: string;
  query: string;
  created_at: string;
  updated_at: string;
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
