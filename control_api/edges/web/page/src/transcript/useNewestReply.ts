import { useEffect, useState } from "react";
import type { Line } from "./transcript";

/** A reply that has stood still for so long is complete, in milliseconds. */
const SETTLED_MS = 1_200;

/** The newest reply once it is complete, for those who can't see it grow. */
export function useNewestReply(lines: Line[]): string {
  const newest = lines.findLast((line) => line.speaker === "saydo");
  const [reply, setReply] = useState("");
  /** What a reload brought back was said before. */
  const [old] = useState(newest?.id);

  useEffect(() => {
    if (!newest || newest.id === old) return;
    const timer = setTimeout(() => setReply(newest.text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [newest, old]);

  return reply;
}
