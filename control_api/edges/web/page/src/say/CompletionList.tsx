import { TEXTS } from "../texts";
import type { Sign } from "./completion";

interface Props {
  id: string;
  sign: Sign;
  options: string[];
  active: number;
  onChoose: (name: string) => void;
}

export const optionId = (list: string, place: number) => `${list}-${place}`;

/** The names that may be meant. The focus stays in the box, which says which one is chosen. */
export function CompletionList({ id, sign, options, active, onChoose }: Props) {
  return (
    <ul id={id} className="completions card" role="listbox" aria-label={TEXTS.say.completions[sign]}>
      {options.map((name, place) => (
        <li
          key={name}
          id={optionId(id, place)}
          role="option"
          aria-selected={place === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(name)}
        >
          <span aria-hidden="true">{sign}</span>
          {name}
        </li>
      ))}
    </ul>
  );
}
