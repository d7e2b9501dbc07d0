import { useEffect, useRef, useState } from "react";
import type { Task } from "../api/contract";
import { DeleteIcon } from "../Icons";
import { TEXTS } from "../texts";
import type { Due } from "./due";
import { DueButton } from "./DueButton";
import { DueEditor } from "./DueEditor";
import { marksOf } from "./marks";
import { TitleEditor } from "./TitleEditor";
import { useHighlight } from "./useHighlight";
import type { TaskActions } from "./useTaskActions";

/** The class of what is being edited. */
type Editing = "title" | "due" | null;

interface Props {
  task: Task;
  due: Due | null;
  now: Date;
  actions: TaskActions;
}

export function TaskRow({ task, due, now, actions }: Props) {
  const [editing, setEditing] = useState<Editing>(null);
  const row = useHighlight(task.updated_at);
  const back = useRef<Editing>(null);
  const done = task.status === "completed";
  const checkWords = done ? TEXTS.tasks.reopen(task.title) : TEXTS.tasks.complete(task.title);

  // What was edited by keyboard gets the focus back, so that the next key goes on from there.
  useEffect(() => {
    if (editing || !back.current) return;
    row.current?.querySelector<HTMLElement>(`.${back.current}`)?.focus();
    back.current = null;
  }, [editing, row]);
  const close = (returnTo: Editing) => {
    back.current = returnTo;
    setEditing(null);
  };

  return (
    <li ref={row} className="row" data-done={done} data-dated={due !== null}>
      <label className="check">
        <input
          type="checkbox"
          checked={done}
          aria-label={checkWords}
          onChange={(event) => actions.setDone(task, event.target.checked)}
        />
      </label>
      <div className="row-body">
        {editing === "title" ? (
          <TitleEditor
            title={task.title}
            onSave={(title) => actions.rename(task, title)}
            onClose={(byKey) => close(byKey ? "title" : null)}
          />
        ) : (
          <button
            type="button"
            className="title"
            disabled={done}
            aria-label={done ? undefined : TEXTS.tasks.rename(task.title)}
            onClick={() => setEditing("title")}
          >
            {task.title}
          </button>
        )}
        {task.project && <span className="project">{task.project}</span>}
        {marksOf(task).map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
      </div>
      {!done && (
        <DueButton
          task={task}
          due={due}
          now={now}
          open={editing === "due"}
          onToggle={() => setEditing(editing === "due" ? null : "due")}
        />
      )}
      <button
        type="button"
        className="icon remove"
        aria-label={TEXTS.tasks.remove(task.title)}
        onClick={() => actions.remove(task)}
      >
        <DeleteIcon />
      </button>
      {editing === "due" && (
        <DueEditor
          due={due}
          onSave={(next) => actions.reschedule(task, next)}
          onClose={() => close("due")}
        />
      )}
    </li>
  );
}
