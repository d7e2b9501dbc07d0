import { useEffect, useId, useState } from "react";

interface Props {
  label: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  step: number;
  words: (value: number) => string;
  disabled?: boolean;
  /** It was let go at another value. */
  onSet: (value: number) => void;
}

/** A number between two, which counts once it is let go. */
export function Slider(props: Props) {
  const { label, hint, value, min, max, step, words, disabled, onSet } = props;
  const [drawn, setDrawn] = useState(value);
  const id = useId();
  useEffect(() => setDrawn(value), [value]);
  const letGo = () => {
    if (drawn !== value) onSet(drawn);
  };

  return (
    <div className="field">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{words(drawn)}</output>
      </div>
      <input
        id={id}
        type="range"
        {...{ min, max, step, disabled }}
        value={drawn}
        aria-valuetext={words(drawn)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setDrawn(Number(event.target.value))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    </div>
  );
}
