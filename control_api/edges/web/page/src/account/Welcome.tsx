import { type ReactNode, useId } from "react";
import { ROOT } from "../root";
import { TEXTS } from "../texts";

/** What somebody sees who is not signed in. */
export function Welcome({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <main className="sign-in">
      <img src={`${ROOT}/favicon.svg`} alt="" width={72} height={72} />
      <h1>{TEXTS.name}</h1>
      <p className="promise">{TEXTS.promise}</p>
      <section className="card" aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        {children}
      </section>
    </main>
  );
}
