/**
 * What the page knows of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

import type { EventType, Kind, OutcomeKind, Source, Task } from "./contract";

/** One page of what was asked, the newest first. */
export interface CommandPage {
  items: CommandRecord[];
  next_cursor: string | null;
}

/** What was asked once, and what came of it. */
export interface CommandRecord {
  id: string;
  at: string;
  source: Source;
  actor: string;
  text: string | null;
  outcome: OutcomeKind;
  reply: string;
  can_undo: boolean;
  undone: boolean;
  undone_by: string | null;
}

/** Something said about a task. */
export interface Comment {
  id: string;
  task_id: string;
  text: string;
  created_at: string;
  updated_at: string;
  author: string;
}

/** One change of one comment. */
export interface CommentEvent {
  kind: "comment";
  id: number;
  type: EventType;
  thing_id: string;
  task_id: string | null;
  command_id: string;
  at: string;
  source: Source;
  actor: string;
  before: Comment | null;
  after: Comment | null;
}

/** One page of what was said about a task. */
export interface CommentPage {
  items: Comment[];
  next_cursor: string | null;
}

/** One way to reach a person. */
export interface Contact {
  kind: string;
  value: string;
}

/** A task that was found, and where the words are in it. */
export interface Hit {
  task: Task;
  title: Piece[];
  notes: Piece[];
  comments: Piece[];
}

/** One page of hits, the best first. */
export interface HitPage {
  items: Hit[];
  next_cursor: string | null;
}

/** What became of one time of a task that repeats. */
export interface Occurrence {
  id: string;
  task_id: string;
  due: string;
  time_zone: string | null;
  state: "done" | "missed" | "skipped";
  created_at: string;
  updated_at: string;
}

/** One change of what is on record of one time of a repeating task. */
export interface OccurrenceEvent {
  kind: "occurrence";
  id: number;
  type: EventType;
  thing_id: string;
  task_id: string | null;
  command_id: string;
  at: string;
  source: Source;
  actor: string;
  before: Occurrence | null;
  after: Occurrence | null;
}

/** One page of what is on record of a task that repeats, the latest time first. */
export interface OccurrencePage {
  items: Occurrence[];
  next_cursor: string | null;
  upcoming: string[];
  time_zone: string | null;
}

/** Somebody whom tasks are about, or who does them. */
export interface Person {
  id: string;
  name: string;
  created_at: string;
  updated_at: string;
  nicknames: string[];
  role: string;
  contacts: Contact[];
  notes: string;
}

/** A stretch of a text; all of them, one after the other, are the text. */
export interface Piece {
  text: string;
  found: boolean;
}

/** A word that tasks can be marked with. */
export interface Tag {
  id: string;
  name: string;
  created_at: string;
  updated_at: string;
  colour: string | null;
}

/** One page of the trash, what was deleted last first. */
export interface TrashPage {
  items: Trashed[];
  next_cursor: string | null;
}

/** One thing in the trash. */
export interface Trashed {
  id: string;
  kind: Kind;
  name: string;
  deleted_at: string;
  task_id: string | null;
  task: Task | null;
}
