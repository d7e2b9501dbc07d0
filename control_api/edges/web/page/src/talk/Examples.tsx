import { TEXTS } from "../texts";

/** Sentences for somebody who does not know yet what can be said. */
export function Examples({ onChoose }: { onChoose: (text: string) => void }) {
  const { spokenIn } = TEXTS.transcript;
  return (
    <>
      {spokenIn && <p className="spoken-in">{spokenIn}</p>}
      <ul className="examples" aria-label={TEXTS.transcript.tryLabel}>
        {TEXTS.transcript.examples.map((text) => (
        <li key={text}>
          <button type="button" className="chip" onClick={() => onChoose(text)}>
            {TEXTS.transcript.quoted(text)}
          </button>
        </li>
      ))}
      </ul>
    </>
  );
}
