/**
 * What the page asks of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

import type { Link, Priority, Reminder, Repeat } from "./contract";

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
