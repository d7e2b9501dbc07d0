import { useRef } from "react";
import { CloseIcon } from "../../Icons";
import { TEXTS } from "../../texts";
import type { Spot } from "./hint";
import { NameForm } from "./NameForm";
import { Said } from "./Said";

interface Props {
  spot: Spot;
  label: string;
  addLabel: string;
  /** What stands before each name. */
  sign: string;
  names: readonly string[];
  known: readonly string[];
  /** All of them as they are to be, and the one that came or went. */
  onChange: (names: string[], name: string) => void;
}

/** Names that a task has, such as its tags: each can be taken off, others are typed. */
export function Names({ spot, label, addLabel, sign, names, known, onChange }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const add = (typed: string) => {
    const name = typed.replace(/^[#@]\s*/, "");
    if (name && !names.includes(name)) onChange([...names, name], name);
  };
  const remove = (name: string) => {
    onChange(
      names.filter((each) => each !== name),
      name,
    );
    field.current?.querySelector("input")?.focus();
  };

  return (
    <div ref={field} className="field" role="group" aria-label={label}>
      <div className="field-row">
        <span className="field-label" aria-hidden="true">
          {label}
        </span>
        <div className="names">
          {names.map((name) => (
            <span key={name} className="name-chip">
              {sign}
              {name}
              <button
                type="button"
                aria-label={TEXTS.task.without(`${sign}${name}`)}
                title={TEXTS.task.without(`${sign}${name}`)}
                onClick={() => remove(name)}
              >
                <CloseIcon />
              </button>
            </span>
          ))}
          <NameForm
            label={addLabel}
            submit={TEXTS.task.add}
            known={known.filter((name) => !names.includes(name))}
            onSubmit={add}
          />
        </div>
      </div>
      <Said spot={spot} />
    </div>
  );
}
