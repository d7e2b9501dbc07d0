import { useEffect, useState } from "react";
import type { Approval } from "../api/contract";
import { Announcer } from "../notices/Announcer";
import { TEXTS } from "../texts";
import { ApprovalCard, type Decide } from "./ApprovalCard";

/** Nobody can have meant a button that came under the finger so short a time ago. */
const SETTLED_MS = 400;

interface Props {
  waiting: Approval[];
  /** What became of one that is gone. */
  note: string;
  onDecide: Decide;
}

/** What waits for a yes, the first asked first, so that what comes moves none of the others. */
export function ApprovalList({ waiting, note, onDecide }: Props) {
  const isSettled = useSettled(waiting);
  const newest = waiting.at(-1);

  return (
    <>
      <Announcer text={newest ? announced(newest) : ""} />
      <Announcer text={note} />
      <section
        className="approvals"
        aria-label={TEXTS.approvals.label}
        hidden={waiting.length === 0 && !note}
      >
        {waiting.map((approval) => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            isSettled={isSettled}
            onDecide={onDecide}
          />
        ))}
        {note && <p className="note">{note}</p>}
      </section>
    </>
  );
}

/** Of what was asked aloud the question is not said twice. */
const announced = ({ source, question }: Approval): string =>
  source === "voice" ? TEXTS.approvals.waits : `${TEXTS.approvals.waits} ${question}`;

/** Whether the cards have stood where they are for a moment. */
function useSettled(waiting: Approval[]): boolean {
  const [settled, setSettled] = useState<Approval[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(waiting), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return settled === waiting;
}
