import { useId } from "react";
import { TEXTS } from "../texts";

/** What is suggested to who wants one: seen well on light and dark. */
const SUGGESTED = "#2f8f7a";

interface Props {
  /** As `#rrggbb`; null for none. */
  colour: string | null;
  onChange: (colour: string | null) => void;
}

/** Whether a project has a colour, and which. */
export function ColourField({ colour, onChange }: Props) {
  const id = useId();
  return (
    <span className="colour-field" role="group" aria-label={TEXTS.things.colour}>
      <label htmlFor={`${id}-has`}>
        <input
          id={`${id}-has`}
          type="checkbox"
          checked={colour !== null}
          onChange={(event) => onChange(event.target.checked ? SUGGESTED : null)}
        />
        {TEXTS.things.colour}
      </label>
      {colour !== null && (
        <input
          type="color"
          aria-label={TEXTS.things.whichColour}
          value={colour}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </span>
  );
}
