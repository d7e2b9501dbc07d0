import { useEffect, useMemo, useRef, useState } from "react";
import type { Task } from "../api/contract";
import { useTask } from "../data/things";
import { useTaskActions } from "../data/useTaskActions";
import { CloseIcon, DeleteIcon } from "../Icons";
import { TEXTS } from "../texts";
import { type Hint, HintContext } from "./fields/hint";
import { useEdits } from "./fields/useEdits";
import { Comments } from "./parts/Comments";
import { History } from "./parts/History";
import { Reminders } from "./parts/Reminders";
import { Subtasks } from "./parts/Subtasks";
import { WaitsFor } from "./parts/WaitsFor";
import { TaskFields } from "./TaskFields";
import { TaskHead } from "./TaskHead";

interface Props {
  taskId: string;
  onClose: () => void;
  /** Shows another task here. */
  onOpen: (task: Pick<Task, "id">) => void;
}

/** All about one task; what is changed here is said in words below it. */
export default function TaskPanel({ taskId, onClose, onOpen }: Props) {
  const { task, isMissing } = useTask(taskId);
  const actions = useTaskActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = task !== null;

  useEffect(() => heading.current?.focus(), [taskId, isThere]);

  return (
    <section
      className="task-panel"
      aria-label={TEXTS.task.label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {TEXTS.task.label}
        </h2>
        {task && (
          <button
            type="button"
            className="icon"
            aria-label={TEXTS.task.remove}
            title={TEXTS.task.remove}
            onClick={() => {
              actions.remove([task]);
              onClose();
            }}
          >
            <DeleteIcon />
          </button>
        )}
        <button
          type="button"
          className="icon"
          aria-label={TEXTS.task.close}
          title={TEXTS.task.close}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      {isMissing && !task && <p>{TEXTS.task.missing}</p>}
      {task && <Details key={task.id} task={task} onOpen={onOpen} />}
    </section>
  );
}

interface DetailsProps {
  task: Task;
  onOpen: (task: Pick<Task, "id">) => void;
}

function Details({ task, onOpen }: DetailsProps) {
  const [hint, tell] = useState<Hint | null>(null);
  const hints = useMemo(() => ({ hint, tell }), [hint]);
  return (
    <HintContext value={hints}>
      <Body task={task} onOpen={onOpen} />
    </HintContext>
  );
}

function Body({ task, onOpen }: DetailsProps) {
  const edits = useEdits(task);
  return (
    <div className="task-body" data-priority={task.priority ?? "none"}>
      <TaskHead {...{ task, edits, onOpen }} />
      <TaskFields {...{ task, edits }} />
      <Subtasks {...{ task, edits, onOpen }} />
      <WaitsFor {...{ task, edits, onOpen }} />
      <Reminders {...{ task, edits }} />
      <Comments {...{ task, edits }} />
      <History task={task} />
    </div>
  );
}
