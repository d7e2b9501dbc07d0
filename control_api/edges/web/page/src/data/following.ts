import type { QueryClient } from "@tanstack/react-query";
import type { Comment } from "../api/around";
import type { Task, TaskEvent } from "../api/contract";
import type { ThingEvent } from "../api/eventStream";
import { viewerZone } from "../tasks/due";
import { clockOf } from "../tasks/grouping";
import { changeLists, LISTS } from "./lists";
import type { News } from "./news";
import type { Change } from "./pages";
import { readAgain } from "./readingAgain";
import type { Pending } from "../outbox/outbox";
import { commentsWith } from "./overlay";
import { COMMANDS, COMMENTS, FILTERS, PARTS, PEOPLE, PROJECTS, TAGS, TASK, TRASH, VOICE_SETTINGS } from "./things";

/** So long changes are gathered before they are shown together, in milliseconds. */
const GATHER_MS = 16;
/** So many at once are read rather than gone through. */
const MANY = 100;
/** So long after the last change a list that can't tell is read again. */
const SETTLE_MS = 250;

/** Brings what the event stream tells of into what was read. */
export function followTasks(client: QueryClient, news: News) {
  let gathered: Change[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const unsure = new Set<string>();

  const readSoon = (keys: string[]) => {
    for (const key of keys) unsure.add(key);
    clearTimeout(settling);
    settling = setTimeout(() => {
      for (const key of unsure) void client.invalidateQueries({ queryKey: [LISTS, key] });
      unsure.clear();
    }, SETTLE_MS);
  };

  const changed = (changes: Change[]) => {
    if (changes.length === 0) return;
    news.add(changes);
    if (changes.length > MANY) {
      void client.invalidateQueries({ queryKey: [LISTS] });
      return;
    }
    const keys = changeLists(client, changes, clockOf(new Date(), viewerZone()));
    if (keys.length > 0) readSoon(keys);
    for (const { id, task } of changes) {
      client.setQueryData<Task | null>([TASK, id], (before) => known(before, task));
      void readAgain(client, [TASK, id]);
    }
    changeParts(client, changes);
    void client.invalidateQueries({ queryKey: [COMMANDS] });
  };

  return {
    changed,
    onTask: ({ type, thing_id, after }: TaskEvent) => {
      gathered.push({ id: thing_id, task: type === "task.deleted" ? null : after });
      if (type !== "task.created" && type !== "task.updated")
        void readAgain(client, [TRASH]);
      gathering ??= setTimeout(() => {
        const all = gathered;
        gathered = [];
        gathering = undefined;
        changed(all);
      }, GATHER_MS);
    },
    onThing: ({ type, task_id }: ThingEvent) => {
      const [kind, what] = type.split(".");
      if (task_id) void readAgain(client, [TASK, task_id]);
      void client.invalidateQueries({ queryKey: [COMMANDS] });
      if (kind === "tag") void readAgain(client, [TAGS]);
      if (kind === "person") void readAgain(client, [PEOPLE]);
      if (kind === "project") void readAgain(client, [PROJECTS]);
      if (kind === "settings") void readAgain(client, [VOICE_SETTINGS]);
      if (kind === "filter") void readAgain(client, [FILTERS]);
      if (what !== "created" && what !== "updated")
        void readAgain(client, [TRASH]);
      // Tasks bear the names of these.
      if (what !== "created" && (kind === "project" || kind === "tag" || kind === "person"))
        void client.invalidateQueries({ queryKey: [LISTS] });
    },
  };
}

/** What is known of one task by a change; an event does not tell whether it waits for another. */
const known = (before: Task | null | undefined, task: Task | null) =>
  before === undefined ? undefined : task && { ...task, blocked: before?.blocked ?? false };

/** Brings changes into the parts of tasks that were read. */
function changeParts(client: QueryClient, changes: Change[]): void {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: [TASK] })) {
    const [, parentId, what] = queryKey;
    const parts = state.data as Task[] | undefined;
    if (what !== PARTS || !parts) continue;
    const ids = new Set(parts.map(({ id }) => id));
    const told = changes.filter(({ id, task }) => ids.has(id) || task?.parent_id === parentId);
    if (told.length === 0) continue;
    const shown = new Map(parts.map((task) => [task.id, task]));
    for (const { id, task } of told) {
      const now = task?.parent_id === parentId && known(shown.get(id) ?? null, task);
      if (now) shown.set(id, now);
      else shown.delete(id);
    }
    client.setQueryData(queryKey, [...shown.values()]);
    void client.invalidateQueries({ queryKey });
  }
}

/** Keeps what the person, of that name, has said about tasks and is known to be kept. */
export function keepComments(client: QueryClient, done: Pending, author: string): void {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: [TASK] })) {
    const [, taskId, what] = queryKey;
    const comments = state.data as Comment[] | undefined;
    if (what !== COMMENTS || !comments) continue;
    client.setQueryData(queryKey, commentsWith(comments, [done], String(taskId), author));
  }
}
