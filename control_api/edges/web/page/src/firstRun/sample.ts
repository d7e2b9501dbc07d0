import type { Action } from "../api/control";
import { newId } from "../api/keys";
import { addDays } from "../tasks/due";
import { TEXTS } from "../texts";

const WORDS = TEXTS.firstRun.project;

/** A project to try things on. */
export interface Sample {
  taskIds: string[];
  /** All of it, to be done in one command. */
  actions: Action[];
}

/** `today`: ISO date. */
export function sampleProject(today: string): Sample {
  const opened = newId();
  const tasks = [
    { title: WORDS.tick, due: today },
    { title: WORDS.move, due: addDays(today, 1), priority: "high" as const },
    { title: WORDS.open, task_id: opened, notes: WORDS.notes },
    ...WORDS.parts.map((title) => ({ title, parent_id: opened })),
    {
      ...{ title: WORDS.plants, due: addDays(today, 2), tags: [WORDS.tag] },
      repeat: { rule: "FREQ=WEEKLY" },
    },
  ].map((task) => ({ task_id: newId(), ...task }));
  return {
    taskIds: tasks.map(({ task_id }) => task_id),
    actions: [
      { type: "create_project", name: WORDS.name, description: WORDS.description },
      ...tasks.map((task) => ({ type: "create_task" as const, project: WORDS.name, ...task })),
    ],
  };
}
