import { useCallback, useMemo, useState } from "react";
import { type Sorting, SORTINGS } from "../tasks/sorting";
import { type Grouping, GROUPINGS } from "./items";

/** How a person has a list: in which groups, and sorted by what within them. */
export interface Arrangement {
  group: Grouping;
  sort: Sorting;
}

const PLAIN: Arrangement = { group: "due", sort: "due" };

/** The first two words of its key name a list, whatever it is called and asks for by now. */
const storedUnder = (view: string) =>
  `saydo.arrangement.${view.split(" ").slice(0, 2).join(" ")}`;

/** How the person has a list; this browser remembers it of each. */
export function useArrangement(view: string): [Arrangement, (change: Partial<Arrangement>) => void] {
  const [, setChanges] = useState(0);
  const stored = localStorage.getItem(storedUnder(view));
  const arrangement = useMemo(() => read(stored), [stored]);
  const change = useCallback(
    (wanted: Partial<Arrangement>) => {
      const before = read(localStorage.getItem(storedUnder(view)));
      localStorage.setItem(storedUnder(view), JSON.stringify({ ...before, ...wanted }));
      setChanges((count) => count + 1);
    },
    [view],
  );
  return [arrangement, change];
}

/** What was stored; what is none any more is as it is without a choice. */
export function read(stored: string | null): Arrangement {
  const { group, sort }: Partial<Arrangement> = stored ? JSON.parse(stored) : {};
  return {
    group: GROUPINGS.find((each) => each === group) ?? PLAIN.group,
    sort: SORTINGS.find((each) => each === sort) ?? PLAIN.sort,
  };
}
