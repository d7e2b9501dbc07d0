import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useCallback, useEffect, useImperativeHandle } from "react";
import { TEXTS } from "../texts";
import type { Item, TaskItem } from "../arrange/items";

const HEADING_PX = 52;
const ROW_PX = 56;
/** Rows beyond what is seen, so that quick scrolling shows no gap. */
const OVERSCAN = 8;
/** So many rows before the end more of the list is read. */
const NEAR_END = 60;

export interface RowsHandle {
  /** Brings an item into view. */
  reveal: (index: number) => void;
}

interface Props {
  items: Item[];
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  /** Items that stay on the page wherever it is scrolled to: what has the focus, what is edited. */
  kept: number[];
  count: number;
  onNearEnd: () => void;
  renderTask: (item: TaskItem) => ReactNode;
  handle: RefObject<RowsHandle | null>;
}

/** The items of a list, of which only those near the view are on the page. */
export function VirtualRows(props: Props) {
  const { items, scroller, kept, count, onNearEnd, renderTask, handle } = props;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === "heading" ? HEADING_PX : ROW_PX),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        const more = kept.filter((index) => index < range.count && !seen.includes(index));
        return [...more, ...seen].sort((a, b) => a - b);
      },
      [kept],
    ),
  });
  useImperativeHandle(handle, () => ({
    reveal: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  }));

  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - NEAR_END) onNearEnd();
  }, [last, items.length, onNearEnd]);

  return (
    <ul
      className="rows"
      aria-label={TEXTS.list.label}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
    >
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (!item) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            data-group={item.group}
            data-first={item.kind === "task" && item.isFirst}
            data-last={item.kind === "task" && item.isLast}
            className={item.kind === "heading" ? "group-heading" : "row-place"}
            aria-posinset={item.kind === "task" ? item.place + 1 : undefined}
            aria-setsize={item.kind === "task" ? count : undefined}
            style={{ transform: `translateY(${start}px)` }}
          >
            {item.kind === "heading" ? (
              <h2>
                {item.words} <span className="count">{item.count}</span>
              </h2>
            ) : (
              renderTask(item)
            )}
          </li>
        );
      })}
    </ul>
  );
}
