import { useRef } from "react";
import type { Task } from "../api/contract";
import { useTaskDrop } from "../drag/dragging";

interface Props {
  /** Groups that take what is dragged, and have nothing in the list yet: name and words. */
  groups: readonly (readonly [name: string, words: string])[];
  onDrop: (tasks: Task[], group: string) => void;
}

/** Groups to drop on that the list does not show, as long as something is dragged. */
export function DropStrip({ groups, onDrop }: Props) {
  if (groups.length === 0) return null;
  return (
    // By key one gets there without it.
    <ul className="drop-strip card" aria-hidden="true">
      {groups.map(([name, words]) => (
        <Target key={name} words={words} onDrop={(tasks) => onDrop(tasks, name)} />
      ))}
    </ul>
  );
}

interface TargetProps {
  words: string;
  onDrop: (tasks: Task[]) => void;
}

function Target({ words, onDrop }: TargetProps) {
  const place = useRef<HTMLLIElement>(null);
  useTaskDrop(place, {
    onOver: () => place.current?.setAttribute("data-drop", "into"),
    onLeave: () => place.current?.removeAttribute("data-drop"),
    onDrop,
  });
  return <li ref={place}>{words}</li>;
}
