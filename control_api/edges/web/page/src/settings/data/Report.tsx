import type { Kind } from "../../api/contract";
import type { ImportReport, Loss } from "../../api/owned";
import { SETTINGS } from "../../words/settings";
import { byKind, fateWords, thingWords } from "./countWords";

const WORDS = SETTINGS.data;
/** Has a plural in each language. */
const SEVERAL = 2;

/** What an import would do: how many things, what is lost, and the first tasks. */
export function Report({ report }: { report: ImportReport }) {
  const counts = byKind(report.counts).filter(([, each]) => fateWords(each) !== "");
  return (
    <section className="report" aria-label={WORDS.preview}>
      <h3>{WORDS.preview}</h3>
      {counts.length === 0 ? (
        <p>{WORDS.nothingInIt}</p>
      ) : (
        <dl className="counts">
          {counts.map(([kind, each]) => (
            <div key={kind}>
              <dt>{WORDS.things[kind](SEVERAL)}</dt>
              <dd>{fateWords(each)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Warnings warnings={report.warnings} />
      <Losses losses={report.losses} />
      {report.sample.length > 0 && (
        <>
          <h4>{WORDS.sample}</h4>
          <ul className="sentences">
            {report.sample.map(({ id, title, project, due }) => (
              <li key={id}>
                {title}
                <span className="about">
                  {[project, due?.replace("T", " ").slice(0, 16)].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Warnings({ warnings }: { warnings: string[] }) {
  return (
    warnings.length > 0 && (
      <ul className="sentences">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    )
  );
}

/** What one side has no place for. */
export function Losses({ losses }: { losses: Loss[] }) {
  if (losses.length === 0) return <p className="hint">{WORDS.noLoss}</p>;
  return (
    <>
      <h4>{WORDS.losses}</h4>
      <ul className="sentences">
        {losses.map(({ field, what, count, examples }) => (
          <li key={`${field} ${what}`}>
            <strong>{field}</strong>: {what}
            <span className="about">
              {[WORDS.times(count), ...examples.slice(0, 3)].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How much of each kind there is. */
export function Amounts({ counts }: { counts: Partial<Record<Kind, number>> }) {
  const some = byKind(counts).filter(([, count]) => count > 0);
  if (some.length === 0) return <p className="hint">{WORDS.nothingHere}</p>;
  return <p>{some.map(([kind, count]) => thingWords(kind, count)).join(", ")}</p>;
}
