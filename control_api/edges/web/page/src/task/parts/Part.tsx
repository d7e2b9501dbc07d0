import { type ReactNode, useId } from "react";
import { Said } from "../fields/Said";
import type { Spot } from "../fields/hint";

interface Props {
  spot: Spot;
  label: string;
  children: ReactNode;
}

/** Something that belongs to a task, under a heading of its own. */
export function Part({ spot, label, children }: Props) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      {children}
      <Said spot={spot} />
    </section>
  );
}
