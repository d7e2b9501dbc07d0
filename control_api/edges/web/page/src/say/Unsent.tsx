import { useEffect, useState } from "react";
import type { Pending } from "../outbox/outbox";
import { TEXTS } from "../texts";

/** An answer that comes sooner needs no word. */
const SHOWN_AFTER_MS = 500;

interface Props {
  waiting: readonly Pending[];
  /** Whether the control API can't be reached. */
  away: boolean;
}

/** What was said in writing and is not answered yet: it is not lost. */
export function Unsent({ waiting, away }: Props) {
  const said = waiting.flatMap(({ said, key }) => (said ? [{ key, text: said.text }] : []));
  return (
    <div className="unsent" role="status">
      {said.map(({ key, text }) => (
        <Waiting key={key} words={away ? TEXTS.say.kept(text) : TEXTS.say.sending(text)} />
      ))}
    </div>
  );
}

function Waiting({ words }: { words: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? <p>{words}</p> : null;
}
