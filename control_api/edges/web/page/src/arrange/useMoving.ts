import { useCallback, useState } from "react";
import type { Task } from "../api/contract";
import type { TaskActions } from "../data/useTaskActions";
import { useSession } from "../session/session";
import type { Clock } from "../tasks/grouping";
import { TEXTS } from "../texts";
import { FIXED_GROUPS, groupNameOf, groupWords, type Item } from "./items";
import { editTo, nextGroup, placed, type TaskEdit } from "./moving";
import type { Arrangement } from "./useArrangement";

interface Options {
  items: Item[];
  arrangement: Arrangement;
  clock: Clock;
  actions: TaskActions;
}

/** Where tasks are put: a group, and in a list that is sorted by hand before another of it. */
export interface Destination {
  group: string;
  /** The id of the task that comes after them; null for the end of the group. */
  before: string | null;
}

/** Moves tasks in a list to another group or place; each move is one command, to undo as one. */
export function useMoving({ items, arrangement, clock, actions }: Options) {
  const { group: by, sort } = arrangement;
  const { show } = useSession();
  const [told, setTold] = useState("");
  const isByHand = sort === "manual";

  const membersOf = useCallback(
    (group: string) =>
      items.flatMap((item) => (item.kind === "task" && item.group === group ? [item.task] : [])),
    [items],
  );

  const move = useCallback(
    (tasks: Task[], { group, before }: Destination): boolean => {
      const into = tasks.flatMap((task): TaskEdit[] => {
        const edit = editTo(group, by, task, clock);
        return edit ? [{ task, edit }] : [];
      });
      if (into.length < tasks.length) return false;
      const isElsewhere = into.some(({ edit }) => Object.keys(edit).length > 0);
      if (!isByHand && !isElsewhere) {
        show(TEXTS.moving.notByHand);
        return false;
      }
      const members = membersOf(group);
      const places = isByHand ? placed(members, tasks, before) : [];
      if (!places) {
        show(TEXTS.moving.tooMany);
        return false;
      }
      const edits = merged(into, places);
      if (edits.length === 0) return false;
      actions.editEach(edits);
      const words = groupWords(by, group, clock.day);
      setTold(isByHand ? placeWords(tasks, members, before, words) : intoWords(tasks, words));
      return true;
    },
    [by, clock, isByHand, membersOf, actions, show],
  );

  /** One place or group on, by a key. Whether it went there. */
  const step = useCallback(
    (task: Task, direction: 1 | -1): boolean => {
      const own = groupNameOf(task, by, clock);
      const members = membersOf(own);
      const at = members.findIndex(({ id }) => id === task.id);
      const beyond = members[at + direction];
      if (isByHand && beyond) {
        const before = direction === -1 ? beyond.id : (members[at + 2]?.id ?? null);
        return move([task], { group: own, before });
      }
      const shown = [...new Set(items.map(({ group }) => group))];
      const group = nextGroup(task, direction, by, shown, clock);
      if (group === null) {
        setTold(direction === -1 ? TEXTS.moving.first : TEXTS.moving.last);
        return false;
      }
      const before = direction === -1 ? null : (membersOf(group)[0]?.id ?? null);
      return move([task], { group, before });
    },
    [items, by, clock, isByHand, membersOf, move],
  );

  /** The groups that a task can be put into, and that the list has nothing of. */
  const emptyGroups = (task: Task) =>
    (FIXED_GROUPS[by] ?? [])
      .filter((group) => membersOf(group).length === 0 && editTo(group, by, task, clock) !== null)
      .map((group) => [group, groupWords(by, group, clock.day)] as const);

  return { move, step, told, emptyGroups };
}

/** One edit for each task, those that change nothing left out. */
function merged(into: TaskEdit[], places: TaskEdit[]): TaskEdit[] {
  const byId = new Map<string, TaskEdit>();
  for (const { task, edit } of [...into, ...places])
    byId.set(task.id, { task, edit: { ...byId.get(task.id)?.edit, ...edit } });
  return [...byId.values()].filter(
    ({ task, edit: { order, ...rest } }) =>
      Object.keys(rest).length > 0 || (order !== undefined && order !== task.order),
  );
}

const titleOf = (tasks: Task[]) =>
  tasks.length === 1 ? (tasks[0]?.title ?? "") : TEXTS.moving.dragged(tasks.length);

const intoWords = (tasks: Task[], group: string) => TEXTS.moving.into(titleOf(tasks), group);

/** Which place tasks have got among those of their group. */
function placeWords(tasks: Task[], members: Task[], before: string | null, group: string): string {
  const others = members.filter(({ id }) => !tasks.some((task) => task.id === id));
  const found = others.findIndex(({ id }) => id === before);
  const place = (found < 0 ? others.length : found) + 1;
  const of = others.length + tasks.length;
  return group
    ? TEXTS.moving.placedIn(titleOf(tasks), place, of, group)
    : TEXTS.moving.placed(titleOf(tasks), place, of);
}
