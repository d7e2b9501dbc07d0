import { TEXTS } from "../texts";

/** Sentences for somebody who does not know yet what can be said. */
export function Examples({ onChoose }: { onChoose: (text: string) => void }) {
  return (
    <ul className="examples" aria-label={TEXTS.transcript.tryLabel}>
      {TEXTS.transcript.examples.map((text) => (
        <li key={text}>
          <button type="button" className="chip" onClick={() => onChoose(text)}>
            “{text}”
          </button>
        </li>
      ))}
    </ul>
  );
}
