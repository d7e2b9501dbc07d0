import { type FormEvent, useState } from "react";
import type { Repeat } from "../../api/contract";
import { DAYS, isoDay, ruleParts, UNITS, type Unit, unitOf, weekday } from "../../tasks/repeats";
import { TEXTS } from "../../texts";

const WORDS = TEXTS.repeating;
/** What of a rule holds only as long as its unit does. */
const OF_UNIT = ["BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"];

interface Props {
  repeat: Repeat | null;
  onSave: (repeat: Repeat | null) => void;
  onClose: () => void;
}

/** How a task comes again: the unit and how many of it, its days, and until when. */
export function RepeatEditor({ repeat, onSave, onClose }: Props) {
  const parts = ruleParts(repeat?.rule ?? "");
  const [unit, setUnit] = useState<Unit>(repeat ? unitOf(parts) : "WEEKLY");
  const [interval, setEvery] = useState(parts.get("INTERVAL") ?? "1");
  const [days, setDays] = useState(parts.get("BYDAY")?.split(",") ?? []);
  const [until, setUntil] = useState(isoDay(parts.get("UNTIL") ?? "").replace(/^-+$/, ""));
  const [isFromDone, setFromDone] = useState(repeat?.basis === "completion");

  const choose = (next: Repeat | null) => {
    onSave(next);
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const basis = isFromDone ? ("completion" as const) : ("due" as const);
    const rule = ruleOf(parts, { unit, interval, days, until });
    choose({ ...repeat, rule, basis });
  };
  const toggle = (day: string) =>
    setDays(DAYS.filter((each) => (each === day) !== days.includes(each)));

  return (
    <form className="repeat-form" aria-label={WORDS.label} onSubmit={save}>
      <div className="repeat-every">
        <label>
          {WORDS.every}
          <input
            type="number"
            min={1}
            max={999}
            required
            autoFocus
            value={interval}
            onChange={(event) => setEvery(event.target.value)}
          />
        </label>
        <select
          aria-label={WORDS.label}
          value={unit}
          onChange={(event) => setUnit(UNITS.find((each) => each === event.target.value) ?? unit)}
        >
          {UNITS.map((each) => (
            <option key={each} value={each}>
              {WORDS.units[each]}
            </option>
          ))}
        </select>
      </div>
      {unit === "WEEKLY" && (
        <div className="days" role="group" aria-label={WORDS.onDays}>
          {DAYS.map((day) => (
            <button
              key={day}
              type="button"
              className="chip"
              aria-pressed={days.includes(day)}
              aria-label={weekday(day)}
              onClick={() => toggle(day)}
            >
              {weekday(day, "short").slice(0, 2)}
            </button>
          ))}
        </div>
      )}
      <label className="repeat-until">
        {WORDS.ends}
        <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={isFromDone}
          onChange={(event) => setFromDone(event.target.checked)}
        />
        {WORDS.fromDone}
      </label>
      <div className="answers">
        <button type="submit" className="primary">
          {TEXTS.task.save}
        </button>
        {repeat && (
          <button type="button" className="quiet" onClick={() => choose(null)}>
            {WORDS.stop}
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {TEXTS.task.cancel}
        </button>
      </div>
    </form>
  );
}

interface Chosen {
  unit: Unit;
  interval: string;
  days: readonly string[];
  /** ISO date; empty for none. */
  until: string;
}

/** The rule as it is chosen; what this editor does not show of it stays, as long as it fits. */
export function ruleOf(before: Map<string, string>, chosen: Chosen): string {
  const { unit, interval, days, until } = chosen;
  const parts = new Map(before);
  if (parts.get("FREQ") !== unit) for (const name of OF_UNIT) parts.delete(name);
  parts.set("FREQ", unit);
  if (interval === "1") parts.delete("INTERVAL");
  else parts.set("INTERVAL", interval);
  if (unit === "WEEKLY") {
    if (days.length > 0) parts.set("BYDAY", days.join());
    else parts.delete("BYDAY");
  }
  if (until) {
    parts.delete("COUNT");
    parts.set("UNTIL", until.replaceAll("-", ""));
  } else parts.delete("UNTIL");
  return [...parts].map(([name, value]) => `${name}=${value}`).join(";");
}
