import { Announcer } from "../notices/Announcer";
import { TEXTS } from "../texts";
import type { Steps, StepState } from "./steps";

const MOST_NAMED = 6;
const MARKS: Record<StepState, string> = {
  ...{ waiting: "○", trying: "◔", tried: "◕", done: "✓", failed: "✕", left: "·" },
};

/** What a command of several steps is at. Screen readers are told its beginning and its end. */
export function StepList({ shown }: { shown: Steps | null }) {
  return (
    <>
      <Announcer text={shown === null ? "" : heading(shown)} />
      {shown !== null && (
        <section className="steps" aria-label={TEXTS.steps.label} data-end={shown.end ?? ""}>
          <p>{heading(shown)}</p>
          <ol>
            {shown.steps.slice(0, MOST_NAMED).map(({ words, state }, place) => (
              <li key={place} data-state={state}>
                <span aria-hidden="true">{MARKS[state]}</span>
                <span className="words">{words}</span>
                <span className="visually-hidden">, {TEXTS.steps.states[state]}</span>
              </li>
            ))}
          </ol>
          {shown.total > MOST_NAMED && <p>{TEXTS.steps.more(shown.total - MOST_NAMED)}</p>}
        </section>
      )}
    </>
  );
}

function heading({ total, end }: Steps): string {
  if (end === "takenBack") return TEXTS.steps.takenBack;
  return TEXTS.steps[end ?? "trying"](total);
}
