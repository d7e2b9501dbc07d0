/**
 * What the page asks of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

import type { Link, Priority, Reminder, Repeat } from "./contract";

/** Marks a task as no longer to be done. Undo puts its earlier status back. */
export interface CancelTask {
  type: "cancel_task";
  task_id: string;
}

/** Changes how the person is spoken with. What is left out stays; undo puts back what was. */
export interface ChangeSettings {
  type: "change_settings";
  speed?: number;
  patience?: number;
  sensitivity?: string;
  microphone?: string;
  sleep_after_min?: number;
  longest_min?: number;
  hearing_leaves?: string;
  thinking_leaves?: string;
  speaking_leaves?: string;
}

/** Marks a task as done; one that repeats moves on to its next time. Undo takes that back. */
export interface CompleteTask {
  type: "complete_task";
  task_id: string;
}

/** Says something about a task. */
export interface CreateComment {
  type: "create_comment";
  task_id: string;
  text: string;
  comment_id?: string | null;
}

/** Keeps a question to the tasks under a name. */
export interface CreateFilter {
  type: "create_filter";
  name: string;
  query: string;
  filter_id?: string | null;
}

/** Adds a project. */
export interface CreateProject {
  type: "create_project";
  name: string;
  colour?: string | null;
  description?: string;
  project_id?: string | null;
}

/** Adds a task. Undo deletes it. */
export interface CreateTask {
  type: "create_task";
  title: string;
  due?: string | null;
  time_zone?: string | null;
  project?: string | null;
  task_id?: string | null;
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

/** Starts a timer. */
export interface CreateTimer {
  type: "create_timer";
  seconds: number;
  label?: string;
  timer_id?: string | null;
}

/** Moves an alarm to the trash; it does not ring. */
export interface DeleteAlarm {
  type: "delete_alarm";
  alarm_id: string;
}

/** Moves a comment to the trash. */
export interface DeleteComment {
  type: "delete_comment";
  comment_id: string;
}

/** Moves a saved filter to the trash. */
export interface DeleteFilter {
  type: "delete_filter";
  filter_id: string;
}

/** Moves a project to the trash; its tasks stay, and are in no project. */
export interface DeleteProject {
  type: "delete_project";
  project_id: string;
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

/** Makes a completed task open again. Undo completes it, at the time it was completed first. */
export interface ReopenTask {
  type: "reopen_task";
  task_id: string;
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

/** Marks a task as in progress. Undo puts its earlier status back. */
export interface StartTask {
  type: "start_task";
  task_id: string;
}

/** Silences what rings: an alarm that repeats waits for its next turn, all else is over. */
export interface StopBell {
  type: "stop_bell";
  bell_id?: string | null;
}

/** Takes back a command: the one named, else the person's last one that changed something. */
export interface Undo {
  type: "undo";
  command_id?: string | null;
  count?: number;
}

/** Changes the words of a comment. */
export interface UpdateComment {
  type: "update_comment";
  comment_id: string;
  text: string;
}

/** Renames a saved filter, or makes it ask something else. */
export interface UpdateFilter {
  type: "update_filter";
  filter_id: string;
  name?: string;
  query?: string;
}

/** Renames, colours, describes, archives or brings back a project. */
export interface UpdateProject {
  type: "update_project";
  project_id: string;
  name?: string;
  colour?: string | null;
  description?: string;
  archived?: boolean;
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
