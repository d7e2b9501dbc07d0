import { useCallback, useState } from "react";

export interface Toast {
  id: number;
  text: string;
  /** The command that the toast's Undo button takes back. */
  commandId: string | null;
}

const MOST_SHOWN = 3;
let nextId = 1;

/** Short messages that go away by themselves. */
export function useToasts() {
  const [shown, setShown] = useState<Toast[]>([]);
  const show = useCallback((text: string, commandId: string | null = null) => {
    const toast = { id: nextId++, text, commandId };
    setShown((before) => [...before, toast].slice(-MOST_SHOWN));
  }, []);
  const dismiss = useCallback((id: number) => {
    setShown((before) => before.filter((toast) => toast.id !== id));
  }, []);
  return { shown, show, dismiss };
}
