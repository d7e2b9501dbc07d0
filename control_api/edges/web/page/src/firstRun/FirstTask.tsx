import { useRef } from "react";
import { Link } from "wouter";
import type { Task } from "../api/contract";
import { useFocusMovedOn } from "../focus";
import { MicrophoneIcon } from "../Icons";
import { pathOf, type Segment } from "../shell/places";
import { useTalk } from "../talk/live";
import { dayIn, type Due, dueOf, dueWords, viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";

const WORDS = TEXTS.firstRun.task;

interface Props {
  task: Task | null;
  onExample: (text: string) => void;
}

/** A sentence to begin with, and the task that comes of it. */
export function FirstTask({ task, onExample }: Props) {
  return (
    <>
      <p>{WORDS.say}</p>
      <p className="first-run-example">“{WORDS.example}”</p>
      {!task && <Deeds onExample={onExample} />}
      <div role="status">
        {task ? <Made task={task} /> : <p className="hint">{WORDS.waiting}</p>}
      </div>
    </>
  );
}

function Deeds({ onExample }: Pick<Props, "onExample">) {
  const { state, start, load } = useTalk();
  const here = useRef<HTMLDivElement>(null);
  useFocusMovedOn(here, ".first-run .primary");
  return (
    <div ref={here} className="first-run-deeds">
      <button type="button" className="chip" onClick={() => onExample(WORDS.example)}>
        {WORDS.put}
      </button>
      <button
        type="button"
        className="chip"
        onPointerEnter={load}
        onFocus={load}
        onClick={state === "off" ? start : undefined}
      >
        <MicrophoneIcon />
        {state === "off" ? WORDS.speak : TEXTS.state[state]}
      </button>
    </div>
  );
}

function Made({ task }: { task: Task }) {
  const zone = viewerZone();
  const today = dayIn(new Date(), zone);
  const due = dueOf(task, zone);
  const place = placeOf(due, today);
  return (
    <p className="first-run-made">
      <span className="hint">{WORDS.made}</span>
      <strong>{task.title}</strong>
      {due && <span>{dueWords(due, today)}</span>}
      <Link href={pathOf(place)}>{WORDS.see[place]}</Link>
    </p>
  );
}

/** The list in which it is found. */
function placeOf(due: Due | null, today: string): Extract<Segment, "today" | "upcoming" | "inbox"> {
  if (!due) return "inbox";
  return due.day <= today ? "today" : "upcoming";
}
