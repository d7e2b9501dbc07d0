import type { Task } from "../../api/contract";
import { useParts } from "../../data/details";
import { useTaskActions } from "../../data/useTaskActions";
import { isOpen } from "../../tasks/grouping";
import { TEXTS } from "../../texts";
import { NameForm } from "../fields/NameForm";
import type { Edits } from "../fields/useEdits";
import { Part } from "./Part";

const LONGEST_TITLE = 500;

interface Props {
  task: Task;
  edits: Edits;
  onOpen: (task: Pick<Task, "id">) => void;
}

/** The parts of a task: completed, opened, and others added. */
export function Subtasks({ task, edits, onOpen }: Props) {
  const parts = useParts(task.id);
  const actions = useTaskActions();
  const done = parts.filter((part) => !isOpen(part)).length;

  return (
    <Part
      spot="subtasks"
      label={
        parts.length === 0
          ? TEXTS.parts.subtasks
          : `${TEXTS.parts.subtasks} ${TEXTS.parts.progress(done, parts.length)}`
      }
    >
      {parts.length > 0 && (
        <ul className="parts">
          {parts.map((part) => (
            <li key={part.id} className="tick-row" data-done={!isOpen(part)} data-priority={part.priority ?? "none"}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={!isOpen(part)}
                  aria-label={
                    isOpen(part) ? TEXTS.tasks.complete(part.title) : TEXTS.tasks.reopen(part.title)
                  }
                  onChange={(event) => actions.setDone([part], event.target.checked)}
                />
              </label>
              <button type="button" className="title" onClick={() => onOpen(part)}>
                {part.title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NameForm
        label={TEXTS.parts.addSubtask}
        submit={TEXTS.task.add}
        longest={LONGEST_TITLE}
        onSubmit={edits.addPart}
      />
    </Part>
  );
}
