import { useEffect, useRef } from "react";

interface Choice<Value> {
  value: Value;
  words: string;
}

interface Props<Value> {
  label: string;
  choices: Choice<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** A few values to choose from, by pressing one. */
export function Choices<Value extends string | number | null>(props: Props<Value>) {
  const { label, choices, chosen, onChoose } = props;
  const group = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      (
        group.current?.querySelector<HTMLElement>("[aria-pressed=true]") ??
        group.current?.querySelector("button")
      )?.focus(),
    [],
  );

  return (
    <div ref={group} className="choices" role="group" aria-label={label}>
      {choices.map(({ value, words }) => (
        <button
          key={String(value)}
          type="button"
          className="chip"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
