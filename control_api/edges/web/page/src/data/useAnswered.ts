import { useEffect, useRef } from "react";
import { useData } from "./context";

/** Calls the function each time something that was said in writing is answered. */
export function useAnswered(then: () => void): void {
  const { waiting } = useData();
  const count = waiting.filter(({ said }) => said).length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) then();
    before.current = count;
  }, [count, then]);
}
