import type {
  CancelTask,
  ChangeSettings,
  CompleteTask,
  CreateComment,
  CreateFilter,
  CreateProject,
  CreateTask,
  CreateTimer,
  DeleteAlarm,
  DeleteComment,
  DeleteFilter,
  DeleteProject,
  DeleteTask,
  DeleteTimer,
  ReopenTask,
  SnoozeBell,
  SnoozeTask,
  StartTask,
  StopBell,
  Undo,
  UpdateComment,
  UpdateFilter,
  UpdateProject,
  UpdateTask,
  UpdateTimer,
} from "./actions";
import type { HitPage, TrashPage } from "./around";
import type {
  Alarm,
  Approval,
  ApprovalPage,
  Outcome,
  Project,
  SavedFilter,
  Task,
  TaskPage,
  Timer,
  TokenAnswer,
} from "./contract";
import { request } from "./http";

const PAGE_SIZE = 200;

/** What is done by hand; there are more actions than these. */
export type Action =
  | CancelTask
  | ChangeSettings
  | CompleteTask
  | CreateComment
  | CreateFilter
  | CreateProject
  | CreateTask
  | CreateTimer
  | DeleteAlarm
  | DeleteComment
  | DeleteFilter
  | DeleteProject
  | DeleteTask
  | DeleteTimer
  | ReopenTask
  | SnoozeBell
  | SnoozeTask
  | StartTask
  | StopBell
  | Undo
  | UpdateComment
  | UpdateFilter
  | UpdateProject
  | UpdateTask
  | UpdateTimer;

/** What is said to what waits for a yes. */
export type Decision = "approve" | "refuse";

/** Words, and which of them are words of a title and nothing else. */
export interface Sentence {
  text: string;
  literal: string[];
}

/** `now`: ISO time at which it was said, however long ago that was. */
export const runText = (
  { text, literal }: Sentence,
  time_zone: string,
  now: string,
  idempotencyKey: string,
) =>
  request<Outcome>(
    "POST",
    "/api/v1/commands",
    { text, literal, time_zone, now, source: "page" },
    { idempotencyKey },
  );

/** What a sentence would do; nothing is done. */
export const readText = ({ text, literal }: Sentence, time_zone: string, signal: AbortSignal) =>
  request<Outcome>(
    "POST",
    "/api/v1/commands",
    { text, literal, time_zone, source: "page", dry_run: true, parts: true },
    { signal },
  );

/** `key`: sent again with the same one, nothing is done twice. */
export const runActions = (actions: Action[], time_zone: string, key?: string) =>
  request<Outcome>(
    "POST",
    "/api/v1/commands",
    { actions, time_zone, source: "page" },
    { idempotencyKey: key },
  );

/** What waits for a yes, the first asked first. */
export const readApprovals = (): Promise<Approval[]> =>
  request<ApprovalPage>("GET", "/api/v1/approvals").then((page) => page.items.reverse());
export const decideApproval = (id: string, decision: Decision) =>
  request<Outcome>("POST", `/api/v1/approvals/${id}`, { decision });

export const hearReminder = (id: string) => request<void>("POST", `/api/v1/reminders/${id}/heard`);

/** The timers and alarms, each as many as a person may ever have at once. */
export const readTimers = (): Promise<Timer[]> =>
  request<{ items: Timer[] }>("GET", `/api/v1/timers?limit=${PAGE_SIZE}`).then((page) => page.items);
export const readAlarms = (): Promise<Alarm[]> =>
  request<{ items: Alarm[] }>("GET", `/api/v1/alarms?limit=${PAGE_SIZE}`).then((page) => page.items);

/** One page of the tasks that a query means. */
export function readTaskPage(
  which: Readonly<Record<string, string>>,
  cursor: string | null = null,
): Promise<TaskPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...which });
  if (cursor) query.set("cursor", cursor);
  return request<TaskPage>("GET", `/api/v1/tasks?${query}`);
}

export const readTask = (id: string) => request<Task>("GET", `/api/v1/tasks/${id}`);

/** All projects and saved filters there are, the first made first. */
export const readProjects = () => readAll<Project>("projects");
export const readFilters = () => readAll<SavedFilter>("filters");

/** All that a list has, page by page. */
export async function readAll<Item>(what: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(cursor ? { cursor } : {}) });
    const page: { items: Item[]; next_cursor: string | null } = await request(
      "GET",
      `/api/v1/${what}?${query}`,
    );
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

export const search = (words: string, signal?: AbortSignal): Promise<HitPage> =>
  request("GET", `/api/v1/search?${new URLSearchParams({ q: words })}`, undefined, { signal });

export function readTrash(cursor: string | null): Promise<TrashPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(cursor ? { cursor } : {}) });
  return request("GET", `/api/v1/trash?${query}`);
}
export const restoreThing = (id: string) => request<void>("POST", `/api/v1/trash/${id}/restore`);
export const purgeThing = (id: string) => request<void>("DELETE", `/api/v1/trash/${id}`);
export const emptyTrash = () => request<void>("DELETE", "/api/v1/trash");

/** Asks for a place in a room: the one held before, else one that the control API chooses. */
export const readRoomToken = (time_zone: string, held: { room: string; identity: string } | null) =>
  request<TokenAnswer>("POST", "/api/v1/token", {
    participant_attributes: { "saydo.time_zone": time_zone },
    ...(held ? { room_name: held.room, participant_identity: held.identity } : {}),
  });

/** The names of all that a person has of a kind, the first made first. */
export const readNames = (kind: "tags" | "people"): Promise<string[]> =>
  request<{ items: { name: string }[] }>("GET", `/api/v1/${kind}?limit=${PAGE_SIZE}`).then((page) =>
    page.items.map(({ name }) => name),
  );
