import { type KeyboardEvent, useCallback } from "react";
import type { Task } from "../api/contract";
import type { Deed } from "../keys/keymap";
import { deedsOf, isOn, isTyping } from "../keys/useShortcuts";
import type { RowHandlers } from "./TaskRow";

interface Options {
  tasks: Task[];
  activeId: string | undefined;
  /** Moves the focus to the task at that place. */
  goTo: (place: number) => void;
  handlers: RowHandlers;
  extendTo: (id: string, from: string) => void;
  /** Deletes what is chosen, else this one. */
  remove: (task: Task) => void;
  clear: () => void;
  /** Moves a task one place or group on. */
  moveBy: (task: Task, direction: 1 | -1) => void;
  chosenCount: number;
}

/** What the keys do while the focus is in a row. */
export function useListKeys(options: Options) {
  const { tasks, activeId, goTo, handlers, extendTo, remove, clear, moveBy, chosenCount } = options;
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (isTyping(event.target)) return;
      const place = tasks.findIndex((task) => task.id === activeId);
      const task = tasks[place];
      if (!task) return;
      if (event.altKey) {
        const direction = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
        if (direction === null) return;
        event.preventDefault();
        moveBy(task, direction);
        return;
      }
      const step = (to: number) => {
        const next = tasks[Math.min(Math.max(to, 0), tasks.length - 1)];
        if (!next) return;
        if (event.shiftKey) extendTo(next.id, task.id);
        goTo(tasks.indexOf(next));
      };
      const always: Record<string, () => void> = {
        ArrowDown: () => step(place + 1),
        ArrowUp: () => step(place - 1),
        Home: () => step(0),
        End: () => step(tasks.length - 1),
        ...(chosenCount > 0 ? { Escape: clear } : {}),
        // The button with the title opens by itself.
        ...(event.target instanceof HTMLInputElement ? { Enter: () => handlers.open(task) } : {}),
      };
      const chosen: Partial<Record<Deed, () => void>> = {
        edit: () => handlers.edit(task, "title"),
        date: () => handlers.edit(task, "due"),
        select: () => handlers.choose(task, "one"),
        remove: () => remove(task),
      };
      const own = isOn(event.key) ? deedsOf(event.key).map((deed) => chosen[deed]) : [];
      const run = always[event.key] ?? own.find(Boolean);
      if (!run) return;
      event.preventDefault();
      run();
    },
    [tasks, activeId, goTo, handlers, extendTo, remove, clear, moveBy, chosenCount],
  );
}
