import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { TEXTS } from "../texts";
import { addDays, dayIn, type Due, endOfWeek, viewerZone } from "../tasks/due";

interface Props {
  due: Due | null;
  /** What it asks. */
  label?: string;
  onSave: (due: string | null) => void;
  onClose: () => void;
}

export function DueEditor({ due, label = TEXTS.due.label, onSave, onClose }: Props) {
  const today = dayIn(new Date(), viewerZone());
  const [day, setDay] = useState(due?.day ?? today);
  const [time, setTime] = useState(due?.time ?? "");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  // In braces: browsers begin to answer it with a promise, which is no way to clean up.
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const choose = (next: string | null) => {
    onSave(next);
    onClose();
  };
  const withTime = (chosen: string) => (time ? `${chosen}T${time}:00` : chosen);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (day) choose(withTime(day));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };

  const shortcuts = [
    { words: TEXTS.due.today, due: withTime(today) },
    { words: TEXTS.due.tomorrow, due: withTime(addDays(today, 1)) },
    { words: TEXTS.due.nextWeek, due: withTime(addDays(endOfWeek(today), 1)) },
    { words: TEXTS.due.none, due: null },
  ];

  return (
    <form
      ref={form}
      className="due-editor"
      aria-label={label}
      onSubmit={save}
      onKeyDown={onKey}
    >
      <div className="shortcuts">
        {shortcuts.map((shortcut) => (
          <button
            key={shortcut.words}
            type="button"
            className="chip"
            onClick={() => choose(shortcut.due)}
          >
            {shortcut.words}
          </button>
        ))}
      </div>
      <div className="due-fields">
        <label htmlFor={`${id}-day`}>{TEXTS.due.date}</label>
        <input
          id={`${id}-day`}
          type="date"
          value={day}
          autoFocus
          required
          onChange={(event) => setDay(event.target.value)}
        />
        <label htmlFor={`${id}-time`}>{TEXTS.due.time}</label>
        <input
          id={`${id}-time`}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <button type="submit" className="primary">
          {TEXTS.due.save}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {TEXTS.due.cancel}
        </button>
      </div>
    </form>
  );
}
