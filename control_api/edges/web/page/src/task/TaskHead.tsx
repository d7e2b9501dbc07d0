import { useLayoutEffect, useRef, useState } from "react";
import type { Task } from "../api/contract";
import { useTask } from "../data/things";
import { TitleEditor } from "../list/TitleEditor";
import { TEXTS } from "../texts";
import { Said } from "./fields/Said";
import type { Edits } from "./fields/useEdits";

interface Props {
  task: Task;
  edits: Edits;
  onOpen: (task: Pick<Task, "id">) => void;
}

/** The title of a task with its tick, and what it is a part of. */
export function TaskHead({ task, edits, onOpen }: Props) {
  const [isEditing, setEditing] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  const isDone = task.status === "completed";

  useLayoutEffect(() => {
    if (isEditing || !goesBack.current) return;
    goesBack.current = false;
    title.current?.focus();
  }, [isEditing]);

  return (
    <div className="task-head">
      {task.parent_id && <Whole id={task.parent_id} onOpen={onOpen} />}
      <div className="tick-row" data-done={isDone}>
        <label className="check">
          <input
            type="checkbox"
            checked={isDone}
            aria-label={isDone ? TEXTS.tasks.reopen(task.title) : TEXTS.tasks.complete(task.title)}
            onChange={(event) => edits.setStatus(event.target.checked ? "completed" : "todo")}
          />
        </label>
        {isEditing ? (
          <TitleEditor
            title={task.title}
            onSave={edits.rename}
            onClose={(byKey) => {
              goesBack.current = byKey;
              setEditing(false);
            }}
          />
        ) : (
          <button
            ref={title}
            type="button"
            className="task-title"
            aria-label={TEXTS.task.rename(task.title)}
            onClick={() => setEditing(true)}
          >
            {task.title}
          </button>
        )}
      </div>
      <Said spot="title" />
      {task.blocked && (
        <p className="task-blocked">{TEXTS.tasks.blocked}</p>
      )}
    </div>
  );
}

/** The task that this one is a part of. */
function Whole({ id, onOpen }: { id: string; onOpen: Props["onOpen"] }) {
  const { task } = useTask(id);
  if (!task) return null;
  return (
    <button type="button" className="quiet whole" onClick={() => onOpen(task)}>
      <span className="field-label">{TEXTS.task.partOf}</span> {task.title}
    </button>
  );
}
