import type { Outcome, Task } from "../api/contract";
import { changedBy } from "./overlay";
import type { Pending } from "../outbox/outbox";
import type { Change } from "./pages";

/** What of the tasks is known to be other by an answer, before the event stream tells of it. */
export function changesIn(outcome: Outcome, { actions, before, at }: Pending): Change[] {
  if (outcome.outcome !== "done") return [];
  const now = new Map(outcome.tasks.map((task) => [task.id, task]));
  const mine = new Set(before.map(({ id }) => id));
  const others = outcome.tasks.filter(({ id }) => !mine.has(id)).map(changeTo);
  const own = before.map((task) => {
    const known = now.get(task.id);
    if (known) return changeTo(known);
    const after = actions.reduce<typeof task | null>(
      (changed, action) => changed && changedBy(changed, action, at),
      task,
    );
    return { id: task.id, task: after };
  });
  return [...own, ...others];
}

const changeTo = (task: Task): Change => ({
  id: task.id,
  task: task.deleted_at === null ? task : null,
});
