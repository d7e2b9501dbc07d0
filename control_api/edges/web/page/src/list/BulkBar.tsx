import { useState } from "react";
import type { Priority, Task } from "../api/contract";
import { useProjects } from "../data/things";
import type { TaskActions } from "../data/useTaskActions";
import { CloseIcon, DeleteIcon } from "../Icons";
import { TEXTS } from "../texts";
import { DueEditor } from "./DueEditor";

interface Props {
  chosen: Task[];
  actions: TaskActions;
  onDone: () => void;
}

const PRIORITIES: readonly Priority[] = ["urgent", "high", "medium", "low"];

/** What can be done with all tasks that are chosen; each is one command, to undo as one. */
export function BulkBar({ chosen, actions, onDone }: Props) {
  const [dating, setDating] = useState(false);
  const { data: projects = [] } = useProjects();
  const isDone = chosen.every((task) => task.status === "completed");
  const run = (act: () => void) => () => {
    act();
    onDone();
  };

  return (
    <div className="bulk card" role="group" aria-label={TEXTS.list.bulk}>
      <p role="status">{TEXTS.list.chosenCount(chosen.length)}</p>
      <button
        type="button"
        className="chip"
        onClick={run(() => actions.setDone(chosen, !isDone))}
      >
        {isDone ? TEXTS.list.reopen : TEXTS.list.complete}
      </button>
      <button
        type="button"
        className="chip"
        aria-expanded={dating}
        onClick={() => setDating(!dating)}
      >
        {TEXTS.due.date}
      </button>
      <select
        aria-label={TEXTS.list.moveTo}
        value=""
        onChange={(event) => {
          const name = event.target.value;
          run(() => actions.move(chosen, name === "-" ? null : name.slice(1)))();
        }}
      >
        <option value="">{TEXTS.list.moveTo}</option>
        <option value="-">{TEXTS.views.inbox}</option>
        {projects.map(({ id, name }) => (
          <option key={id} value={`/${name}`}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={TEXTS.list.priority}
        value=""
        onChange={(event) => {
          const chosenOne = PRIORITIES.find((each) => each === event.target.value) ?? null;
          run(() => actions.setPriority(chosen, chosenOne))();
        }}
      >
        <option value="">{TEXTS.list.priority}</option>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {TEXTS.list.priorities[priority]}
          </option>
        ))}
        <option value="none">{TEXTS.list.priorities.none}</option>
      </select>
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.list.remove}
        onClick={run(() => actions.remove(chosen))}
      >
        <DeleteIcon />
      </button>
      <button type="button" className="icon" aria-label={TEXTS.list.clear} onClick={onDone}>
        <CloseIcon />
      </button>
      {dating && (
        <DueEditor
          due={null}
          onSave={(due) => run(() => actions.reschedule(chosen, due))()}
          onClose={() => setDating(false)}
        />
      )}
    </div>
  );
}
