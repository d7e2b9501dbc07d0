import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import type { Task } from "../../api/contract";
import { search } from "../../api/control";
import { useTask } from "../../data/things";
import { CloseIcon } from "../../Icons";
import { isOpen } from "../../tasks/grouping";
import { TEXTS } from "../../texts";
import type { Edits } from "../fields/useEdits";
import { Part } from "./Part";

/** So many of what was found are offered. */
const MOST = 6;

interface Props {
  task: Task;
  edits: Edits;
  onOpen: (task: Pick<Task, "id">) => void;
}

/** The tasks that must be done before this one. */
export function WaitsFor({ task, edits, onOpen }: Props) {
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(words.trim());
  const { data } = useQuery({
    queryKey: ["found", wanted],
    queryFn: ({ signal }) => search(wanted, signal),
    enabled: wanted !== "",
    staleTime: 0,
  });
  const found = (data?.items ?? [])
    .map((hit) => hit.task)
    .filter((each) => isOpen(each) && each.id !== task.id && !task.depends_on.includes(each.id))
    .slice(0, MOST);
  const choose = (other: Task) => {
    edits.waitFor(other);
    setWords("");
    field.current?.focus();
  };

  return (
    <Part spot="waits" label={TEXTS.parts.waitsFor}>
      {task.depends_on.length > 0 && (
        <ul className="parts">
          {task.depends_on.map((id) => (
            <Awaited key={id} id={id} onOpen={onOpen} onRemove={edits.waitNoMoreFor} />
          ))}
        </ul>
      )}
      <div
        className="finder"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || words === "") return;
          event.preventDefault();
          setWords("");
          field.current?.focus();
        }}
      >
        <input
          ref={field}
          type="search"
          value={words}
          aria-label={TEXTS.parts.findTask}
          placeholder={TEXTS.parts.findTask}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
        {wanted !== "" && data && (
          <ul aria-label={TEXTS.parts.found}>
            {found.map((each) => (
              <li key={each.id}>
                <button type="button" onClick={() => choose(each)}>
                  {each.title}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p role="status">{wanted !== "" && data && found.length === 0 && TEXTS.parts.noneFound}</p>
      </div>
    </Part>
  );
}

interface AwaitedProps {
  id: string;
  onOpen: (task: Pick<Task, "id">) => void;
  onRemove: (task: Pick<Task, "id" | "title">) => void;
}

function Awaited({ id, onOpen, onRemove }: AwaitedProps) {
  const { task } = useTask(id);
  const title = task?.title ?? "";
  return (
    <li className="awaited" data-done={task !== null && !isOpen(task)}>
      <button type="button" className="title" onClick={() => onOpen({ id })}>
        {title || TEXTS.parts.unknownTask}
      </button>
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.task.without(title || TEXTS.parts.unknownTask)}
        title={TEXTS.task.without(title || TEXTS.parts.unknownTask)}
        onClick={() => onRemove({ id, title })}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
