import { type FormEvent, useRef, useState } from "react";
import { useFilters } from "../data/things";
import { Radios, TextField } from "../settings/form/Field";
import { TEXTS } from "../texts";
import { useMaking } from "../things/useMaking";
import { ConditionRow } from "./ConditionRow";
import { Preview } from "./Preview";
import { useConditions } from "./useConditions";

const LONGEST_NAME = 200;
const LONGEST_FILTER = 2_000;

interface Props {
  /** It is kept, under that id. */
  onMade: (id: string) => void;
}

/** Makes a saved filter of conditions, or of what one writes, and shows what it finds. */
export default function FilterBuilder({ onMade }: Props) {
  const { conditions, joint, byHand, text, change } = useConditions();
  const { data: filters = [] } = useFilters();
  const { make, isMaking } = useMaking(filters, onMade);
  const [name, setName] = useState("");
  const adder = useRef<HTMLButtonElement>(null);
  const isOff = byHand !== null;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const filter = { name: name.trim(), query: text.trim() };
    make((filter_id) => ({ type: "create_filter", filter_id, ...filter }));
  };
  const remove = (id: string) => {
    change({ remove: id });
    adder.current?.focus();
  };

  return (
    <section className="plain-view filter-builder" aria-labelledby="filter-heading">
      <header className="view-header">
        <h1 id="filter-heading" tabIndex={-1}>
          {TEXTS.filters.new}
        </h1>
      </header>
      <div className="scroller">
        <p className="intro">{TEXTS.filters.intro}</p>
        <form className="setting-group" onSubmit={save}>
          <Radios
            label={TEXTS.filters.joined}
            value={joint}
            disabled={isOff}
            options={[
              ["all", TEXTS.filters.joints.all],
              ["any", TEXTS.filters.joints.any],
            ]}
            onChoose={(chosen) => change({ joint: chosen })}
          />
          <ul className="conditions" aria-label={TEXTS.filters.conditions}>
            {conditions.map((condition, nth) => (
              <ConditionRow
                key={condition.id}
                condition={condition}
                number={nth + 1}
                isOff={isOff}
                onChange={(to) => change({ id: condition.id, to })}
                onRemove={() => remove(condition.id)}
              />
            ))}
          </ul>
          <p id="day-hint" className="hint">
            {TEXTS.filters.dayHint}
          </p>
          <button
            ref={adder}
            type="button"
            className="control"
            disabled={isOff}
            onClick={() => change({ add: "tag" })}
          >
            {TEXTS.filters.add}
          </button>
          <TextField
            label={TEXTS.filters.written}
            hint={TEXTS.filters.writtenHint}
            value={text}
            maxLength={LONGEST_FILTER}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change({ byHand: event.target.value })}
          />
          {isOff && (
            <p className="deeds">
              {TEXTS.filters.byHand}{" "}
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  change({ byHand: null });
                  document.getElementById("filter-heading")?.focus();
                }}
              >
                {TEXTS.filters.fromRows}
              </button>
            </p>
          )}
          <Preview text={text} />
          <TextField
            label={TEXTS.filters.name}
            value={name}
            required
            maxLength={LONGEST_NAME}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <button
            type="submit"
            className="primary"
            aria-busy={isMaking}
            disabled={!name.trim() || !text.trim()}
          >
            {TEXTS.filters.save}
          </button>
        </form>
      </div>
    </section>
  );
}
