import { type Sorting, SORTINGS } from "../tasks/sorting";
import { TEXTS } from "../texts";
import { type Grouping, GROUPINGS } from "./items";
import type { Arrangement } from "./useArrangement";

interface Props {
  arrangement: Arrangement;
  onChange: (change: Partial<Arrangement>) => void;
}

/** In which groups a list is, and by what it is sorted within them. */
export function ArrangeBar({ arrangement, onChange }: Props) {
  return (
    <div className="arrange" role="group" aria-label={TEXTS.arrange.label}>
      <label>
        {TEXTS.arrange.group}
        <select
          value={arrangement.group}
          onChange={(event) => onChange({ group: event.target.value as Grouping })}
        >
          {GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {TEXTS.arrange.groupings[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {TEXTS.arrange.sort}
        <select
          value={arrangement.sort}
          onChange={(event) => onChange({ sort: event.target.value as Sorting })}
        >
          {SORTINGS.map((each) => (
            <option key={each} value={each}>
              {TEXTS.arrange.sortings[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
