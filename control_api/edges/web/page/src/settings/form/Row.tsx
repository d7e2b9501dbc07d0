import type { ReactNode } from "react";

interface Props {
  name: ReactNode;
  about: ReactNode;
  /** What can be done with it. */
  children?: ReactNode;
}

/** One thing of a list in the settings. */
export function Row({ name, about, children }: Props) {
  return (
    <li className="row-thing">
      <span className="name">{name}</span>
      <span className="about">{about}</span>
      {children && <span className="row-deeds">{children}</span>}
    </li>
  );
}
