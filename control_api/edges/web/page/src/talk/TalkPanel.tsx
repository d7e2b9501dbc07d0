import { TEXTS } from "../texts";
import { Transcript } from "../transcript/Transcript";
import type { Line } from "../transcript/transcript";
import { Examples } from "./Examples";
import { Controls } from "./Controls";
import { useTalk } from "./live";
import { holding } from "./holding";
import { TalkButton } from "./TalkButton";

interface Props {
  lines: Line[];
  onUndo: (commandId: string) => void;
  /** Something to say was chosen, to be changed before it is said. */
  onExample: (text: string) => void;
}

/** The talk button and what was said. */
export function TalkPanel({ lines, onUndo, onExample }: Props) {
  const { live, state, start, load } = useTalk();

  return (
    <section className="conversation" aria-label={TEXTS.transcript.label}>
      <TalkButton
        state={state}
        muted={live?.muted ?? false}
        ring={live?.ring}
        onStart={start}
        onToggle={() => (state === "speaking" ? live?.hush() : live?.toggle())}
        hold={live?.isHeld ? holding(live) : null}
        onNear={load}
      />
      <p id="talk-state" className="talk-state" data-state={state}>
        {TEXTS.state[state]}
      </p>
      <Controls />
      {lines.length > 0 ? (
        <Transcript lines={lines} onUndo={onUndo} />
      ) : (
        <Examples onChoose={onExample} />
      )}
    </section>
  );
}
