import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Task, TaskEvent } from "../api/contract";
import { readTaskPage } from "../api/control";
import { useData, useEvents } from "../data/context";
import { useSession } from "../session/session";
import { dayIn, viewerZone } from "../tasks/due";
import { type Beginning, begun, keepBeginning, OLD_HAND, readBeginning, withTask } from "./beginning";
import { sampleProject } from "./sample";

/** The name under which the browser's own tools list how long the first task took. */
const MEASURE = "saydo.firstTask";

export interface FirstRun {
  isShown: boolean;
  /** Which step is shown, from 0 on. */
  step: number;
  go: (step: number) => void;
  /** The first task that the person made. */
  task: Task | null;
  makeSample: () => void;
  end: () => void;
}

/** Whether somebody is shown how to begin: who has no task, and has not seen it in this browser. */
export function useFirstRun(): FirstRun {
  const { id } = useSession().account;
  const { outbox } = useData();
  const [beginning, setBeginning] = useState(() => readBeginning(localStorage, id));
  const [step, go] = useState(0);
  const [task, setTask] = useState<Task | null>(null);
  const sampleTasks = useRef<string[]>([]);
  const { data: hasTasks } = useQuery({
    queryKey: ["hasTasks"],
    queryFn: async () => (await readTaskPage({ limit: "1" })).items.length > 0,
    enabled: beginning === null,
  });

  const keep = useCallback(
    (next: Beginning) => {
      keepBeginning(localStorage, id, next);
      setBeginning(next);
    },
    [id],
  );
  useEffect(() => {
    if (beginning || hasTasks === undefined) return;
    keep(hasTasks ? OLD_HAND : begun(Date.now()));
  }, [beginning, hasTasks, keep]);

  const isAwaited = beginning !== null && withTask(beginning, Date.now()) !== beginning;
  useEvents({
    onTask: useCallback(
      ({ type, thing_id, after }: TaskEvent) => {
        if (sampleTasks.current.includes(thing_id)) return;
        setTask((before) => (before?.id === thing_id ? after : before));
        if (type !== "task.created" || !after || !beginning || !isAwaited) return;
        setTask(after);
        const timed = withTask(beginning, Date.now());
        measure(timed);
        keep(timed);
      },
      [beginning, isAwaited, keep],
    ),
  });

  const makeSample = () => {
    const sample = sampleProject(dayIn(new Date(), viewerZone()));
    sampleTasks.current = sample.taskIds;
    outbox.add(sample.actions);
  };
  const end = () => keep({ ...(beginning ?? OLD_HAND), isOver: true });
  const isShown = beginning?.isOver === false;
  return { isShown, step, go, task, makeSample, end };
}

/** It began before the page was loaded last, where it was loaded again. */
function measure({ shownAt, firstTaskMs }: Beginning): void {
  const start = Math.max(0, (shownAt ?? 0) - performance.timeOrigin);
  performance.measure(MEASURE, { start, end: performance.now(), detail: { firstTaskMs } });
}
