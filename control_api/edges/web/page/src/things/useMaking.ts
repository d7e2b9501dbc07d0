import { useEffect, useState } from "react";
import type { Action } from "../api/control";
import { newId } from "../api/keys";
import { useData } from "../data/context";

/** Makes a thing, and tells once it is among those that are kept. */
export function useMaking(kept: readonly { id: string }[], onMade: (id: string) => void) {
  const { outbox, waiting } = useData();
  const [made, setMade] = useState<{ id: string; action: Action } | null>(null);

  useEffect(() => {
    if (made && kept.some(({ id }) => id === made.id)) onMade(made.id);
  }, [made, kept, onMade]);

  const make = (actionOf: (id: string) => Action) => {
    const id = newId();
    const action = actionOf(id);
    setMade({ id, action });
    outbox.add([action]);
  };
  const isMaking = made !== null && waiting.some(({ actions }) => actions.includes(made.action));
  return { make, isMaking };
}
