import type { Source } from "../api/contract";
import { momentWords } from "../tasks/moments";
import { TEXTS } from "../texts";

/** What can be done about something that was done. */
export interface Turn {
  words: string;
  label: string;
  /** The command to take back. */
  commandId: string;
}

interface Props {
  lines: readonly string[];
  /** The words by which it was asked for. */
  said: string | null;
  at: string;
  source: Source;
  actor: string;
  isUndone: boolean;
  turn: Turn | null;
  onUndo: (commandId: string) => void;
}

/** One thing that was done: what, by whom and how, when, and the way back. */
export function DeedEntry(props: Props) {
  const { lines, said, at, source, actor, isUndone, turn, onUndo } = props;
  return (
    <li className="deed" data-undone={isUndone}>
      <div className="deed-lines">
        {said && <q>{said}</q>}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="about">
          {[momentWords(at), whoWords(source, actor), isUndone ? TEXTS.history.undone : ""]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {turn && (
        <button
          type="button"
          className="quiet"
          aria-label={turn.label}
          onClick={() => onUndo(turn.commandId)}
        >
          {turn.words}
        </button>
      )}
    </li>
  );
}

/** "by voice"; whoever else it was, by the name of the credential. */
function whoWords(source: Source, actor: string): string {
  if (actor === "saydo") return TEXTS.history.bySaydo;
  const how = TEXTS.history.sources[source];
  // Of the person alone nobody has to say who it was; in the log accounts have no names.
  const who = actor.replace(/^account:\S+,? */, "").replace(/^owner$/, "");
  return source === "api" && who ? `${how} (${who})` : how;
}
