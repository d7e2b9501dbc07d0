import { useCallback, useState } from "react";

/** A yes or no that the browser remembers. */
export function useStored(name: string, unset: boolean): [boolean, (value: boolean) => void] {
  const storedUnder = `saydo.${name}`;
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(storedUnder);
    return stored === null ? unset : stored === "true";
  });
  const set = useCallback(
    (next: boolean) => {
      localStorage.setItem(storedUnder, String(next));
      setValue(next);
    },
    [storedUnder],
  );
  return [value, set];
}
