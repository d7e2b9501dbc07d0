import { type ComponentProps, type ReactNode, useId } from "react";

interface FieldProps {
  label: string;
  hint?: ReactNode;
}

/** A line to type into, with its label. */
export function TextField({ label, hint, ...input }: FieldProps & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> extends FieldProps {
  value: Value;
  options: readonly (readonly [value: Value, words: string])[];
  disabled?: boolean;
  onChoose: (value: Value) => void;
}

/** One of several, in a menu. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, value, options, disabled, onChoose } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChoose(event.target.value as Value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** One of a few, all of them in sight. */
export function Radios<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, value, options, disabled, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="radios" disabled={disabled}>
      <legend>{label}</legend>
      <div className="radio-row">
        {options.map(([each, words]) => (
          <label key={each} className="radio" data-value={each}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onChoose(each)}
            />
            {words}
          </label>
        ))}
      </div>
      {hint && <p className="hint">{hint}</p>}
    </fieldset>
  );
}

interface SwitchProps extends FieldProps {
  on: boolean;
  disabled?: boolean;
  onSwitch: (on: boolean) => void;
}

/** A yes or no. */
export function Switch({ label, hint, on, disabled, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="switch">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="hint under-switch">
          {hint}
        </p>
      )}
    </div>
  );
}
