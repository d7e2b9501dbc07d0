import { useEffect, useRef } from "react";
import { TEXTS } from "../texts";
import { AnswerOptions } from "./AnswerOptions";
import type { Line } from "./transcript";

interface Props {
  lines: Line[];
  onUndo: (commandId: string) => void;
  /** Answers what was asked last; null where that is not waited for. */
  onAnswer: ((text: string) => Promise<boolean>) | null;
}

/** Both sides of the conversation, the newest line in view. */
export function Transcript({ lines, onUndo, onAnswer }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const newest = lines.at(-1);

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
          {onAnswer && line === newest && <AnswerOptions line={line} onChoose={onAnswer} />}
        </li>
      ))}
    </ol>
  );
}
