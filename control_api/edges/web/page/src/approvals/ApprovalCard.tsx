import { useId, useRef, useState } from "react";
import type { Approval } from "../api/contract";
import type { Decision } from "../api/control";
import { useFocusMovedOn } from "../focus";
import { TEXTS } from "../texts";
import { yesWords } from "./approvals";

const AFTERWARDS = ".approval, .transcript, .text-box input";

/** Resolves to why it could not be said; null once it is over. */
export type Decide = (approval: Approval, decision: Decision) => Promise<string | null>;

interface Props {
  approval: Approval;
  /** False while it may have come under the finger of somebody who means something else. */
  isSettled: boolean;
  onDecide: Decide;
}

/** What is asked about, what it would do, and a button for each answer. */
export function ApprovalCard({ approval, isSettled, onDecide }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const question = useId();
  const list = useId();
  const total = approval.actions.length;
  useFocusMovedOn(card, AFTERWARDS);

  const isReady = isSettled && !busy;
  const decide = async (decision: Decision) => {
    if (!isReady) return;
    setBusy(true);
    setProblem(null);
    setProblem(await onDecide(approval, decision));
    setBusy(false);
  };

  return (
    <div ref={card} className="approval card" role="group" aria-labelledby={question} tabIndex={-1}>
      <p id={question}>{approval.question}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {unfolded && <Steps id={list} steps={approval.steps} total={total} />}
      {/* A button that is disabled would lose the focus. */}
      <div className="answers">
        <button
          type="button"
          className="primary"
          aria-describedby={question}
          aria-disabled={!isReady}
          onClick={() => void decide("approve")}
        >
          {yesWords(approval)}
        </button>
        <button
          type="button"
          className="quiet"
          aria-describedby={question}
          aria-disabled={!isReady}
          onClick={() => void decide("refuse")}
        >
          {TEXTS.approvals.no}
        </button>
        {total > 1 && (
          <button
            type="button"
            className="quiet unfold"
            aria-expanded={unfolded}
            aria-controls={list}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? TEXTS.approvals.fold : TEXTS.approvals.unfold(total)}
          </button>
        )}
      </div>
    </div>
  );
}

/** What would be done, step by step: the question names no more than the first few. */
function Steps({ id, steps, total }: { id: string; steps: string[]; total: number }) {
  return (
    <ol id={id} tabIndex={0} aria-label={TEXTS.approvals.steps}>
      {steps.map((words, place) => (
        <li key={place}>{words}</li>
      ))}
      {total > steps.length && <li>{TEXTS.steps.more(total - steps.length)}</li>}
    </ol>
  );
}
