import type { CommandPage, Comment, CommentEvent, OccurrenceEvent, OccurrencePage, Person, Tag } from "./around";
import type { Receipt, Task, TaskEvent } from "./contract";
import { readAll } from "./control";
import { request } from "./http";

const MOST = 200;

/** What happens to a task and what belongs to it. */
export type HistoryEvent = TaskEvent | CommentEvent | OccurrenceEvent;

/** One page of what happened to a task, the newest first. */
export interface HistoryPage {
  items: HistoryEvent[];
  next_cursor: string | null;
}

/** The parts of a task, the first made first. */
export const readParts = (taskId: string) => readAll<Task>(`tasks/${taskId}/subtasks`);
/** What was said about a task, the first said first. */
export const readComments = (taskId: string) => readAll<Comment>(`tasks/${taskId}/comments`);
export const readTags = () => readAll<Tag>("tags");
export const readPeople = () => readAll<Person>("people");

export function readHistory(taskId: string, cursor: string | null): Promise<HistoryPage> {
  const query = new URLSearchParams({ limit: "50", ...(cursor ? { cursor } : {}) });
  return request("GET", `/api/v1/tasks/${taskId}/history?${query}`);
}

export const readOccurrences = (taskId: string) =>
  request<OccurrencePage>("GET", `/api/v1/tasks/${taskId}/occurrences?limit=5`);

/** What was asked and done, the newest first. */
export function readCommands(cursor: string | null): Promise<CommandPage> {
  const query = new URLSearchParams({ limit: "100", ...(cursor ? { cursor } : {}) });
  return request("GET", `/api/v1/commands?${query}`);
}

/** What became of the reminders of a task, the latest first. */
export const readReceipts = (taskId: string): Promise<Receipt[]> =>
  request<{ items: Receipt[] }>("GET", `/api/v1/reminders?task_id=${taskId}&limit=20`).then(
    (page) => page.items,
  );

/** The headings that there are within a project, by their names. */
export async function readSections(project: string): Promise<string[]> {
  const query = new URLSearchParams({ project, fields: "section", limit: String(MOST) });
  const page = await request<{ items: Pick<Task, "section">[] }>("GET", `/api/v1/tasks?${query}`);
  return [...new Set(page.items.flatMap(({ section }) => section ?? []))].sort();
}
