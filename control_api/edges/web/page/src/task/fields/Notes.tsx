import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { TEXTS } from "../../texts";
import { Said } from "./Said";

const LONGEST = 100_000;

interface Props {
  notes: string;
  onSave: (notes: string) => void;
}

/** Notes are typed where they stand: leaving the field saves them, Escape does not. */
export function Notes({ notes, onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? notes;
  /** What is typed when the panel goes, which no field tells of. */
  const unsaved = useRef<() => void>(() => undefined);
  const save = () => {
    if (draft !== null && draft !== notes) onSave(draft);
    setDraft(null);
  };
  unsaved.current = save;
  useEffect(() => () => unsaved.current(), []);

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    if (event.key === "Escape" && draft !== null) {
      event.preventDefault();
      setDraft(null);
    }
  };

  return (
    <div className="field">
      <label className="field-row">
        <span className="field-label">{TEXTS.task.notes}</span>
        <textarea
          className="notes"
          value={text}
          maxLength={LONGEST}
          placeholder={TEXTS.task.notesHint}
          rows={1}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKey}
          onBlur={save}
        />
      </label>
      <Said spot="notes" />
    </div>
  );
}
