import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** What belongs together of a part of the settings. */
export function Section({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section className="setting-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
}
