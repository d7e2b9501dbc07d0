import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Item } from "../arrange/items";
import type { RowsHandle } from "./VirtualRows";

/** The controls of a row that the focus moves between, and the class of each. */
const CONTROLS = [".check input", ".title", ".due", ".remove"];

/** Which of them an element is; the first one for what is none. */
export const controlIn = (element: Element | null): string =>
  CONTROLS.find((control) => element?.matches(control)) ?? CONTROLS[0]!;

/** Where the focus is in a list: in one row, and in the next one when that row is gone. */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  items: Item[],
  rows: RefObject<RowsHandle | null>,
) {
  const [active, setActive] = useState<{ id: string; place: number } | null>(null);
  /** What is to get the focus as soon as it is on the page. */
  const wanted = useRef<{ id: string; control: string } | null>(null);
  /** Whether the focus is in the list, or was in a row that is gone. */
  const isHere = useRef(false);

  const tasks = items.filter((item) => item.kind === "task");
  const found = tasks.find((item) => item.task.id === active?.id);
  const current = found ?? tasks[Math.min(active?.place ?? 0, tasks.length - 1)];

  const focus = useCallback((id: string, control: string) => {
    wanted.current = { id, control };
  }, []);
  const goTo = useCallback(
    (place: number) => {
      const item = tasks[place];
      if (!item) return;
      focus(item.task.id, controlIn(document.activeElement));
      setActive({ id: item.task.id, place });
      rows.current?.reveal(items.indexOf(item));
    },
    [tasks, items, rows, focus],
  );
  const onFocus = useCallback(
    (target: Element) => {
      isHere.current = true;
      const index = Number(target.closest<HTMLElement>("[data-index]")?.dataset.index ?? -1);
      const item = items[index];
      if (item?.kind === "task") setActive({ id: item.task.id, place: item.place });
    },
    [items],
  );
  const onBlur = useCallback(() => {
    isHere.current = false;
  }, []);

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && isHere.current;
    if (isLost && !wanted.current && current)
      wanted.current = { id: current.task.id, control: CONTROLS[0]! };
    if (isLost && !current) document.querySelector<HTMLElement>("h1")?.focus();
    if (!wanted.current) return;
    const { id, control } = wanted.current;
    const index = items.findIndex((item) => item.key === id);
    const row = list.current?.querySelector(`[data-index="${index}"]`);
    if (!row) return;
    row.querySelector<HTMLElement>(control)?.focus({ preventScroll: isLost });
    wanted.current = null;
  });

  return { activeId: current?.task.id, goTo, focus, onFocus, onBlur };
}
