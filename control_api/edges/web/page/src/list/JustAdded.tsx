import { useCallback, useEffect, useState } from "react";
import type { Task, TaskEvent } from "../api/contract";
import { useEvents } from "../data/context";
import { dueOf, dueWords } from "../tasks/due";
import type { Clock } from "../tasks/grouping";
import { TEXTS } from "../texts";
import type { View } from "../views/views";

const SHOWN_MS = 20_000;
const MOST = 3;

interface Props {
  view: View;
  clock: Clock;
  onOpen: (task: Task) => void;
}

/** What was just said or typed, and belongs to another list than the one that is shown. */
export function JustAdded({ view, clock, onOpen }: Props) {
  const [added, setAdded] = useState<Task[]>([]);
  useEvents({
    onTask: useCallback(
      ({ type, after, thing_id }: TaskEvent) =>
        setAdded((before) => {
          const others = before.filter((task) => task.id !== thing_id);
          const isKnown = others.length < before.length;
          const isShown = after && (isKnown || type === "task.created");
          if (!isShown || view.has(after, clock) !== false) return isKnown ? others : before;
          return type === "task.deleted" ? others : [...others, after].slice(-MOST);
        }),
      [view, clock],
    ),
  });
  useEffect(() => {
    if (added.length === 0) return;
    const timer = setTimeout(() => setAdded([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [added]);

  return (
    <div className="just-added" role="status" hidden={added.length === 0}>
      {added.map((task) => {
        const due = dueOf(task, clock.zone);
        return (
          <p key={task.id}>
            {TEXTS.list.justAdded}{" "}
            <button type="button" className="quiet" onClick={() => onOpen(task)}>
              {task.title}
            </button>
            {due && <span>{dueWords(due, clock.day)}</span>}
            {task.project && <span className="project">{task.project}</span>}
          </p>
        );
      })}
    </div>
  );
}
