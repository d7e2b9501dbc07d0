import type { Part } from "../api/contract";
import { CloseIcon } from "../Icons";
import { Announcer } from "../notices/Announcer";
import { dayIn, dueOf, dueWords, viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import type { Understood } from "./understood";

interface Props {
  understood: Understood | null;
  /** Words are to stand in the title, and to mean nothing. */
  onDrop: (words: string) => void;
  /** What is no command is wanted as a task. */
  onAdd: () => void;
}

/** What is understood of the words so far, each part to be taken back before they are sent. */
export function Chips({ understood, onDrop, onAdd }: Props) {
  return (
    <div className="understood" role="group" aria-label={TEXTS.say.understood}>
      <Announcer text={understood?.headline ?? ""} />
      {understood && (
        <>
          <span className="understood-headline" data-kind={understood.kind} aria-hidden="true">
            {understood.headline}
          </span>
          {understood.parts.map((part, place) => (
            <Chip key={place} part={part} when={whenOf(part, understood)} onDrop={onDrop} />
          ))}
          {understood.kind === "unknown" && (
            <button type="button" className="understood-chip add" onClick={onAdd}>
              {TEXTS.say.addAsTask}
            </button>
          )}
        </>
      )}
    </div>
  );
}

interface ChipProps {
  part: Part;
  when: string;
  onDrop: Props["onDrop"];
}

function Chip({ part: { field, said }, when, onDrop }: ChipProps) {
  const name = TEXTS.say.fields[field];
  const words = said || when;
  return (
    <span className="understood-chip" data-field={field}>
      <span className="understood-field">{name}</span>
      {words && <span>{words}</span>}
      {said && when && <span className="understood-field">{when}</span>}
      {said && (
        <button
          type="button"
          aria-label={TEXTS.say.drop(name, said)}
          // The box keeps the focus, and the keyboard of a phone stays.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onDrop(said)}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  );
}

/** What the words for a date come to; of several for one date the first tells it. */
function whenOf(part: Part, { when, parts }: Understood): string {
  const first = parts.find(({ field }) => field === "due" || field === "repeat");
  if (!when || part !== first) return "";
  const zone = viewerZone();
  const due = dueOf(when, zone);
  return due ? dueWords(due, dayIn(new Date(), zone)) : "";
}
