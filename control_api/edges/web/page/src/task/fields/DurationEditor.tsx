import { type FormEvent, useState } from "react";
import { TEXTS } from "../../texts";
import { Choices } from "./Choices";

/** Offered, in minutes. */
const USUAL = [15, 30, 60, 120] as const;
/** What the control API takes at most. */
const LONGEST = 60 * 24 * 365;

interface Props {
  minutes: number | null;
  onSave: (minutes: number | null) => void;
  onClose: () => void;
}

/** "1 h 30 min". */
export const durationWords = (minutes: number) =>
  TEXTS.task.hours(Math.floor(minutes / 60), minutes % 60);

/** How long a task takes: one of the usual spans, or minutes. */
export function DurationEditor({ minutes, onSave, onClose }: Props) {
  const [typed, setTyped] = useState(minutes === null ? "" : String(minutes));
  const choose = (next: number | null) => {
    onSave(next);
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (typed) choose(Number(typed));
  };

  return (
    <>
      <Choices
        label={TEXTS.task.duration}
        choices={[
          ...USUAL.map((value) => ({ value: value as number | null, words: durationWords(value) })),
          { value: null, words: TEXTS.task.none },
        ]}
        chosen={minutes}
        onChoose={choose}
      />
      <form className="number-form" onSubmit={save}>
        <label>
          {TEXTS.task.minutes}
          <input
            type="number"
            min={1}
            max={LONGEST}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="quiet">
          {TEXTS.task.save}
        </button>
      </form>
    </>
  );
}
