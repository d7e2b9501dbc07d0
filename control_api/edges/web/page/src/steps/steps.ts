import type { ProgressEvent } from "../api/contract";

/** `tried` can be done, but is not yet: all steps are kept together or left together. */
export type StepState = "waiting" | "trying" | "tried" | "done" | "failed" | "left";

export interface Step {
  words: string;
  state: StepState;
}

/** A command of several steps that is being handled, or just was. */
export interface Steps {
  commandId: string;
  steps: Step[];
  /** How many there are; of many only the first are named. */
  total: number;
  end: "done" | "takenBack" | null;
}

/** What is on show after a command is a step further; a command of one step shows nothing. */
export function changeSteps(shown: Steps | null, event: ProgressEvent): Steps | null {
  if (event.stage === "planned") {
    if (event.total < 2) return shown;
    const steps = event.steps.map(({ words }) => ({ words, state: "waiting" as const }));
    return { commandId: event.command_id, steps, total: event.total, end: null };
  }
  if (shown?.commandId !== event.command_id) return shown;
  switch (event.stage) {
    case "started":
      return withState(shown, event.step, "trying");
    case "finished":
      return withState(shown, event.step, "tried");
    case "checked":
      // What waits for a yes is shown as that.
      return event.verdict === "needs_approval" ? null : shown;
    case "done":
      return { ...withAll(shown, () => "done"), end: "done" };
    case "rolled_back":
      return {
        ...withAll(shown, (place) => (place === event.step ? "failed" : "left")),
        end: "takenBack",
      };
    default:
      return shown;
  }
}

function withState(shown: Steps, step: number | null, state: StepState): Steps {
  return withAll(shown, (place, before) => (place === step ? state : before));
}

/** Every step in a state chosen by its place, from 1 on, and the state before. */
function withAll(shown: Steps, choose: (place: number, before: StepState) => StepState): Steps {
  const steps = shown.steps.map((step, at) => ({ ...step, state: choose(at + 1, step.state) }));
  return { ...shown, steps };
}
