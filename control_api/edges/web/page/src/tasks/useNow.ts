import { useEffect, useState } from "react";

const STEP_MS = 20_000;

/** The time, moving on by itself, so that tasks become overdue and days change on an open page. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
