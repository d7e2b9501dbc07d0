import { type ReactNode, type RefObject, useRef } from "react";
import { Link } from "wouter";
import type { Task } from "../api/contract";
import { type Edit, useTaskActions } from "../data/useTaskActions";
import { useTaskDrop } from "../drag/dragging";

interface LinkProps {
  to: string;
  icon: ReactNode;
  here: string | null;
  children: string;
  /** What becomes other of a task that is dropped on it. */
  drop?: (task: Task) => Edit;
}

/** A way to a place. */
export function RailLink(props: LinkProps) {
  return props.drop ? <DropLink {...props} drop={props.drop} /> : <PlainLink {...props} />;
}

/** A place that tasks can be brought to. */
function DropLink({ drop, ...link }: LinkProps & { drop: (task: Task) => Edit }) {
  const place = useRef<HTMLLIElement>(null);
  const actions = useTaskActions();
  useTaskDrop(place, {
    onOver: () => place.current?.setAttribute("data-drop", "into"),
    onLeave: () => place.current?.removeAttribute("data-drop"),
    onDrop: (tasks) => actions.editEach(tasks.map((task) => ({ task, edit: drop(task) }))),
  });
  return <PlainLink {...link} place={place} />;
}

interface PlainProps extends Omit<LinkProps, "drop"> {
  place?: RefObject<HTMLLIElement | null>;
}

function PlainLink({ to, icon, here, children, place }: PlainProps) {
  return (
    <li ref={place} className="rail-place">
      <Link href={to} className="rail-link" aria-current={here === to ? "page" : undefined}>
        {icon}
        <span className="words" title={children}>
          {children}
        </span>
      </Link>
    </li>
  );
}
