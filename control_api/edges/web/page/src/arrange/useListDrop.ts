import { type RefObject, useCallback } from "react";
import type { Task } from "../api/contract";
import { type Point, useTaskDrop } from "../drag/dragging";
import type { Clock } from "../tasks/grouping";
import { groupNameOf, type Item } from "./items";
import { editTo } from "./moving";
import type { Arrangement } from "./useArrangement";
import type { Destination } from "./useMoving";

interface Options {
  scroller: RefObject<HTMLElement | null>;
  items: Item[];
  arrangement: Arrangement;
  clock: Clock;
  onMove: (tasks: Task[], to: Destination) => void;
}

/** A place in the list, and what is marked on the page to show it. */
interface Found extends Destination {
  row: HTMLElement;
  mark: "before" | "after" | "into";
}

/** Lets tasks be dropped on a group of a list, and between its rows where it is sorted by hand. */
export function useListDrop({ scroller, items, arrangement, clock, onMove }: Options): void {
  const { group: by, sort } = arrangement;

  const placeAt = (tasks: Task[], { clientX, clientY }: Point): Found | null => {
    const under = document.elementFromPoint(clientX, clientY);
    const row = under?.closest<HTMLElement>("li[data-index]");
    const index = Number(row?.dataset.index ?? -1);
    const item = items[index];
    if (!row || !item || !scroller.current?.contains(row)) return null;
    const { group } = item;
    if (tasks.some((task) => editTo(group, by, task, clock) === null)) return null;
    if (sort !== "manual") return { group, before: null, row, mark: "into" };
    if (item.kind === "heading") return { group, before: idAt(index + 1, group), row, mark: "after" };
    const { top, height } = row.getBoundingClientRect();
    return clientY < top + height / 2
      ? { group, before: item.task.id, row, mark: "before" }
      : { group, before: idAt(index + 1, group), row, mark: "after" };
  };
  const idAt = (index: number, group: string) => {
    const item = items[index];
    return item?.kind === "task" && item.group === group ? item.task.id : null;
  };

  const unmark = useCallback(() => {
    for (const row of scroller.current?.querySelectorAll<HTMLElement>("[data-drop]") ?? [])
      delete row.dataset.drop;
  }, [scroller]);
  useTaskDrop(scroller, {
    onOver: (tasks, at) => {
      unmark();
      const found = placeAt(tasks, at);
      if (!found) return;
      // In the group that all of them are in there is nothing to be dropped into.
      const isHere = tasks.every((task) => groupNameOf(task, by, clock) === found.group);
      if (found.mark !== "into") found.row.dataset.drop = found.mark;
      else if (!isHere)
        for (const row of scroller.current?.querySelectorAll<HTMLElement>("li[data-group]") ?? [])
          if (row.dataset.group === found.group) row.dataset.drop = "into";
    },
    onLeave: unmark,
    onDrop: (tasks, at) => {
      const found = placeAt(tasks, at);
      if (found) onMove(tasks, found);
    },
  });
}
