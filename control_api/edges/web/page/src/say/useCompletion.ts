import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { flushSync } from "react-dom";
import { begunAt, completed, completionsOf } from "./completion";
import { useNames } from "./useNames";

interface Options {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
}

/** The names that may stand behind the sign that is being typed, and choosing one by keyboard. */
export function useCompletion({ field, text, onText }: Options) {
  const list = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** The text for which the person wants no list. */
  const [refusedFor, setRefusedFor] = useState<string | null>(null);
  const begun = begunAt(text, Math.min(caret, text.length));
  const names = useNames(begun?.sign ?? null);
  const options = begun && refusedFor !== text ? completionsOf(begun, names) : [];
  const active = Math.min(chosen, options.length - 1);

  const choose = (name: string) => {
    if (!begun) return;
    const next = completed(text, begun, name);
    // Before the next key is pressed: a caret that is set later than that tears words apart.
    flushSync(() => {
      onText(next.text);
      setCaret(next.caret);
      setChosen(0);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  };

  /** Whether the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (options.length === 0) return false;
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setChosen((active + step + options.length) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(options[active] ?? "");
    else if (event.key === "Escape") setRefusedFor(text);
    else return false;
    event.preventDefault();
    return true;
  };

  const onCaret = (at: number | null) => {
    setCaret(at ?? 0);
    setChosen(0);
  };
  return { list, sign: begun?.sign ?? null, options, active, choose, onKey, onCaret };
}
