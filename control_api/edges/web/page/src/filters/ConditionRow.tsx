import { useId } from "react";
import { usePeople, useTags } from "../data/details";
import { useProjects } from "../data/things";
import { CloseIcon } from "../Icons";
import { TEXTS } from "../texts";
import {
  type Condition,
  type Field,
  FIELDS,
  type Relation,
  RELATIONS,
  STATUSES,
} from "./writing";

interface Props {
  condition: Condition;
  /** Which one it is, from 1 on. */
  number: number;
  isOff: boolean;
  onChange: (to: Partial<Pick<Condition, "field" | "relation" | "value">>) => void;
  onRemove: () => void;
}

/** Suggested of all the days that can be said. */
const DAYS = ["today", "tomorrow", "this week", "next week", "next 7 days", "7 days ago"];
const PRIORITIES = ["urgent", "high", "medium", "low"] as const;

/** One condition: what it is about, how that is compared, and with what. */
export function ConditionRow({ condition, number, isOff, onChange, onRemove }: Props) {
  const { field, relation } = condition;
  return (
    <li>
      <fieldset className="condition" disabled={isOff}>
        <legend className="visually-hidden">{TEXTS.filters.condition(number)}</legend>
        <select
          aria-label={TEXTS.filters.field}
          value={field}
          onChange={(event) => onChange({ field: event.target.value as Field })}
        >
          {FIELDS.map((each) => (
            <option key={each} value={each}>
              {TEXTS.filters.fields[each]}
            </option>
          ))}
        </select>
        <select
          aria-label={TEXTS.filters.relation}
          value={relation}
          onChange={(event) => onChange({ relation: event.target.value as Relation })}
        >
          {RELATIONS[field].map((each) => (
            <option key={each} value={each}>
              {TEXTS.filters.relations[each]}
            </option>
          ))}
        </select>
        {relation !== "none" && (
          <Value condition={condition} onValue={(value) => onChange({ value })} />
        )}
        <button
          type="button"
          className="icon"
          aria-label={TEXTS.filters.remove(number)}
          onClick={onRemove}
        >
          <CloseIcon />
        </button>
      </fieldset>
    </li>
  );
}

interface ValueProps {
  condition: Condition;
  onValue: (value: string) => void;
}

function Value({ condition: { field, value }, onValue }: ValueProps) {
  const { data: projects = [] } = useProjects();
  const { data: tags = [] } = useTags();
  const { data: people = [] } = usePeople();
  const list = useId();
  const options = optionsOf(field, { project: projects, tag: tags, person: people });
  if (options)
    return (
      <select
        aria-label={TEXTS.filters.value}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      >
        <option value="">{TEXTS.filters.choose}</option>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    );
  const isDay = field !== "text";
  return (
    <>
      <input
        type="text"
        aria-label={TEXTS.filters.value}
        value={value}
        maxLength={200}
        list={isDay ? list : undefined}
        aria-describedby={isDay ? "day-hint" : undefined}
        onChange={(event) => onValue(event.target.value)}
      />
      {isDay && (
        <datalist id={list}>
          {DAYS.map((day) => (
            <option key={day} value={day} />
          ))}
        </datalist>
      )}
    </>
  );
}

type Named = readonly { name: string }[];

/** What there is to choose from; null where it is written. */
function optionsOf(
  field: Field,
  names: Record<"project" | "tag" | "person", Named>,
): readonly (readonly [value: string, words: string])[] | null {
  switch (field) {
    case "status":
      return STATUSES.map((each) => [each, TEXTS.filters.statuses[each]]);
    case "priority":
      return PRIORITIES.map((each) => [each, TEXTS.filters.priorities[each]]);
    case "project":
    case "tag":
    case "person":
      return names[field].map(({ name }) => [name, name]);
    default:
      return null;
  }
}
