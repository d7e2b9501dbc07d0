import { memo, type MouseEvent, useRef } from "react";
import { DeleteIcon } from "../Icons";
import type { Task } from "../api/contract";
import { useTaskDrag } from "../drag/dragging";
import type { Due } from "../tasks/due";
import { marksOf } from "../tasks/marks";
import { TEXTS } from "../texts";
import { DueButton } from "./DueButton";
import { DueEditor } from "./DueEditor";
import { TitleEditor } from "./TitleEditor";
import { useHighlight } from "./useHighlight";
import { type Swipe, useSwipe } from "./useSwipe";

/** What of a row is being edited. */
export type Editing = "title" | "due" | null;

/** What is done in a row; each must keep its identity. */
export interface RowHandlers {
  setDone: (task: Task, done: boolean) => void;
  rename: (task: Task, title: string) => void;
  reschedule: (task: Task, due: string | null) => void;
  remove: (task: Task) => void;
  open: (task: Task) => void;
  /** `backTo`: what gets the focus once nothing is edited any more. */
  edit: (task: Task, editing: Editing, backTo?: "title" | "due") => void;
  choose: (task: Task, how: "one" | "stretch") => void;
  /** It was swept to a side. */
  swipe: (task: Task, swipe: Swipe) => void;
  /** All that is dragged with a task. */
  draggedWith: (task: Task) => Task[];
  /** What is dragged, which then stays on the page; null for nothing. */
  drag: (task: Task | null) => void;
}

interface Props {
  task: Task;
  due: Due | null;
  now: Date;
  editing: Editing;
  isChosen: boolean;
  /** The row whose controls the Tab key reaches. */
  isActive: boolean;
  /** Whether it stays where it is. */
  isFixed: boolean;
  handlers: RowHandlers;
}

export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, due, now, editing, isChosen, isActive, isFixed, handlers } = props;
  const row = useRef<HTMLDivElement>(null);
  useHighlight(row, task.updated_at);
  useTaskDrag(row, {
    isFree: editing === null && !isFixed,
    tasks: () => handlers.draggedWith(task),
    onStart: () => handlers.drag(task),
    onEnd: () => handlers.drag(null),
  });
  const done = task.status === "completed";
  useSwipe(row, editing === null && !done, (swipe) => handlers.swipe(task, swipe));
  const checkWords = done ? TEXTS.tasks.reopen(task.title) : TEXTS.tasks.complete(task.title);
  const tabIndex = isActive ? 0 : -1;

  // A press that chooses must not open.
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) return handlers.choose(task, "stretch");
    if (event.ctrlKey || event.metaKey) return handlers.choose(task, "one");
    handlers.open(task);
  };

  return (
    <div
      ref={row}
      className="row"
      data-done={done}
      data-dated={due !== null}
      data-chosen={isChosen}
      data-priority={task.priority ?? "none"}
    >
      {!done && (
        <span className="swipe-words" aria-hidden="true">
          <span>{TEXTS.swipe.done}</span>
          <span>{TEXTS.swipe.later}</span>
        </span>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={done}
          tabIndex={tabIndex}
          aria-label={checkWords}
          onChange={(event) => handlers.setDone(task, event.target.checked)}
        />
      </label>
      <div className="row-body">
        {editing === "title" ? (
          <TitleEditor
            title={task.title}
            onSave={(title) => handlers.rename(task, title)}
            onClose={(byKey) => handlers.edit(task, null, byKey ? "title" : undefined)}
          />
        ) : (
          <button
            type="button"
            className="title"
            tabIndex={tabIndex}
            onClick={onClick}
          >
            {task.title}
            {isChosen && <span className="visually-hidden">, {TEXTS.list.chosen}</span>}
          </button>
        )}
        {task.project && <span className="project">{task.project}</span>}
        {marksOf(task).map(({ kind, words }) => (
          <span key={words} className="mark" data-kind={kind}>
            {words}
          </span>
        ))}
      </div>
      {!done && (
        <DueButton
          task={task}
          due={due}
          now={now}
          open={editing === "due"}
          tabIndex={tabIndex}
          onToggle={() => handlers.edit(task, editing === "due" ? null : "due")}
        />
      )}
      <button
        type="button"
        className="icon remove"
        tabIndex={tabIndex}
        aria-label={TEXTS.tasks.remove(task.title)}
        onClick={() => handlers.remove(task)}
      >
        <DeleteIcon />
      </button>
      {editing === "due" && (
        <DueEditor
          due={due}
          onSave={(next) => handlers.reschedule(task, next)}
          onClose={() => handlers.edit(task, null, "due")}
        />
      )}
    </div>
  );
});
