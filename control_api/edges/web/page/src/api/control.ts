import type {
  CompleteTask,
  DeleteAlarm,
  DeleteTask,
  DeleteTimer,
  ReopenTask,
  SnoozeBell,
  SnoozeTask,
  StopBell,
  Undo,
  UpdateTask,
  UpdateTimer,
} from "./actions";
import type {
  Alarm,
  Approval,
  ApprovalPage,
  LanguageName,
  Me,
  Outcome,
  Task,
  TaskPage,
  Timer,
  TokenAnswer,
} from "./contract";
import { request } from "./http";

const PAGE_SIZE = 200;
const MOST_OPEN_TASKS = 5_000;

/** What is done by hand; there are more actions than these. */
export type Action =
  | CompleteTask
  | DeleteAlarm
  | DeleteTask
  | DeleteTimer
  | ReopenTask
  | SnoozeBell
  | SnoozeTask
  | StopBell
  | Undo
  | UpdateTask
  | UpdateTimer;

/** What is said to what waits for a yes. */
export type Decision = "approve" | "refuse";

export const signIn = (code: string) => request<void>("POST", "/api/v1/sign-in", { code });
export const signOut = () => request<void>("POST", "/api/v1/sign-out");
export const readAccount = () => request<Me>("GET", "/api/v1/me");
export const saveTimeZone = (time_zone: string) =>
  request<Me>("PATCH", "/api/v1/me", { time_zone });
export const saveLanguage = (language: LanguageName) =>
  request<Me>("PATCH", "/api/v1/me", { language });

export const runText = (text: string, time_zone: string) =>
  request<Outcome>("POST", "/api/v1/commands", { text, time_zone, source: "page" });

export const runActions = (actions: Action[], time_zone: string) =>
  request<Outcome>("POST", "/api/v1/commands", { actions, time_zone, source: "page" });

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

/** Every open task, and the ones completed last; of tasks made at the same moment, the first first. */
export async function readTasks(): Promise<Task[]> {
  const [open, completed] = await Promise.all([
    readOpenTasks(),
    readPage({ status: "completed", sort: "-completed_at" }),
  ]);
  return [...completed.items.reverse(), ...open];
}

async function readOpenTasks(): Promise<Task[]> {
  const open: Task[] = [];
  let cursor: string | null = null;
  do {
    const page: TaskPage = await readPage({ filter: "open" }, cursor);
    open.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor && open.length < MOST_OPEN_TASKS);
  // They come newest first.
  return open.reverse();
}

function readPage(which: Record<string, string>, cursor: string | null = null): Promise<TaskPage> {
  const query = new URLSearchParams({ ...which, limit: String(PAGE_SIZE) });
  if (cursor) query.set("cursor", cursor);
  return request<TaskPage>("GET", `/api/v1/tasks?${query}`);
}

/** Asks for a place in a room: the one held before, else one that the control API chooses. */
export const readRoomToken = (time_zone: string, held: { room: string; identity: string } | null) =>
  request<TokenAnswer>("POST", "/api/v1/token", {
    participant_attributes: { "saydo.time_zone": time_zone },
    ...(held ? { room_name: held.room, participant_identity: held.identity } : {}),
  });
