import { useEffect, useRef } from "react";
import { TEXTS } from "../texts";
import type { Line } from "./transcript";

interface Props {
  lines: Line[];
  onUndo: (commandId: string) => void;
}

/** Both sides of the conversation, the newest line in view. */
export function Transcript({ lines, onUndo }: Props) {
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines]);

  return (
    <ol ref={list} className="transcript" aria-label={TEXTS.transcript.label} tabIndex={0}>
      {lines.map((line) => (
        <li key={line.id} className="line" data-speaker={line.speaker} data-interim={line.interim}>
          <span className="visually-hidden">{TEXTS.transcript.speakers[line.speaker]}: </span>
          <p>{line.text}</p>
          {line.commandId && (
            <button
              type="button"
              className="quiet"
              onClick={() => onUndo(line.commandId as string)}
            >
              {TEXTS.toast.undo}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
