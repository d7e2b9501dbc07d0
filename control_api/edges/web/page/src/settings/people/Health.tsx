import { useQuery } from "@tanstack/react-query";
import { readCondition } from "../../api/wishes";
import { SETTINGS } from "../../words/settings";
import { Loaded } from "../form/Loaded";

const WORDS = SETTINGS.people;

/** Whether what is needed is there, and in which versions. */
export function Health() {
  const query = useQuery({ queryKey: ["condition"], queryFn: readCondition, staleTime: 0 });
  return (
    <>
      <Loaded query={query}>
        {({ database, livekit, versions }) => (
          <>
            <ul className="lamps">
              <Lamp good={database}>{database ? WORDS.databaseGood : WORDS.databaseBad}</Lamp>
              <Lamp good={livekit}>{livekit ? WORDS.livekitGood : WORDS.livekitBad}</Lamp>
            </ul>
            <p className="hint">
              {Object.entries(versions)
                .map(([name, version]) => `${name} ${version}`)
                .join(" · ")}
            </p>
          </>
        )}
      </Loaded>
      <button
        type="button"
        className="control"
        disabled={query.isFetching}
        onClick={() => void query.refetch()}
      >
        {WORDS.lookAgain}
      </button>
    </>
  );
}

function Lamp({ good, children }: { good: boolean; children: string }) {
  return (
    <li data-good={good}>
      <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={good ? "m5 12.5 4.5 4.5L19 7.5" : "M12 5v9M12 18v.5"} />
      </svg>
      {children}
    </li>
  );
}
