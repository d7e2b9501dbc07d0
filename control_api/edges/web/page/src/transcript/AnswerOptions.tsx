import { useEffect, useRef, useState } from "react";
import { useFocusMovedOn } from "../focus";
import { TEXTS } from "../texts";
import type { Line } from "./transcript";

/** How long the control API waits for the answer to what it asked back. */
const WAITS_MS = 10 * 60_000;

interface Props {
  line: Line;
  /** Resolves to false when it could not be said. */
  onChoose: (text: string) => Promise<boolean>;
}

/** A question back, and what may be said to it, to be pressed, as long as it is waited for. */
export function AnswerOptions({ line, onChoose }: Props) {
  const [over, setOver] = useState(() => Date.now() >= line.at + WAITS_MS);

  useEffect(() => {
    const timer = setTimeout(() => setOver(true), line.at + WAITS_MS - Date.now());
    return () => clearTimeout(timer);
  }, [line.at]);

  if (over || !line.options?.length) return null;
  return (
    <div className="question">
      <p>{line.text}</p>
      <Options options={line.options} onChoose={onChoose} />
    </div>
  );
}

function Options({ options, onChoose }: { options: string[]; onChoose: Props["onChoose"] }) {
  const group = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  useFocusMovedOn(group, ".text-box input");

  const choose = async (text: string) => {
    if (busy) return;
    setBusy(true);
    await onChoose(text);
    setBusy(false);
  };

  return (
    <div ref={group} className="options" role="group" aria-label={TEXTS.transcript.optionsLabel}>
      {options.map((text) => (
        <button
          key={text}
          type="button"
          className="chip"
          aria-disabled={busy}
          onClick={() => void choose(text)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
