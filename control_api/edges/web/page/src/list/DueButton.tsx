import type { Task } from "../api/contract";
import { CalendarIcon } from "../Icons";
import { TEXTS } from "../texts";
import { dayIn, type Due, dueAloud, dueInGroup, viewerZone } from "../tasks/due";

interface Props {
  task: Task;
  due: Due | null;
  now: Date;
  open: boolean;
  tabIndex: number;
  onToggle: () => void;
}

export function DueButton({ task, due, now, open, tabIndex, onToggle }: Props) {
  const today = dayIn(now, viewerZone());
  const words = due && dueAloud(due, today);
  const label = words
    ? TEXTS.tasks.changeDue(task.title, words)
    : TEXTS.tasks.setDue(task.title);
  return (
    <button
      type="button"
      className={words ? "due" : "due due-none"}
      tabIndex={tabIndex}
      aria-label={label}
      aria-expanded={open}
      onClick={onToggle}
    >
      {due ? (
        <time dateTime={task.due ?? undefined}>{dueInGroup(due, today)}</time>
      ) : (
        <>
          <span className="due-add">{TEXTS.tasks.addDate}</span>
          <CalendarIcon />
        </>
      )}
    </button>
  );
}
