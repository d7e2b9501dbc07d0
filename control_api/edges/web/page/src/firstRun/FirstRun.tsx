import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useSession } from "../session/session";
import { TEXTS } from "../texts";
import { FirstTask } from "./FirstTask";
import { LookAround } from "./LookAround";
import type { FirstRun as Run } from "./useFirstRun";
import { WhatIsWhere } from "./WhatIsWhere";

const MicrophoneTest = lazy(() =>
  import("../settings/voice/MicrophoneTest").then(({ MicrophoneTest: test }) => ({ default: test })),
);

interface Props {
  run: Run;
  /** Puts words into the Say bar, to be changed before they are said. */
  onExample: (text: string) => void;
}

interface Step {
  title: string;
  body: ReactNode;
}

/** How one begins, in four steps beside the list: nothing has to be done before going on. */
export default function FirstRun({ run, onExample }: Props) {
  const { account } = useSession();
  const { step, go } = run;
  const heading = useRef<HTMLHeadingElement>(null);
  const steps: Step[] = [
    { title: TEXTS.firstRun.stored.title, body: <WhatIsWhere /> },
    {
      title: TEXTS.firstRun.microphone.title,
      body: (
        <>
          <p>{TEXTS.firstRun.microphone.text}</p>
          <Suspense fallback={null}>
            <MicrophoneTest />
          </Suspense>
        </>
      ),
    },
    {
      title: TEXTS.firstRun.task.title,
      body: <FirstTask task={run.task} onExample={onExample} />,
    },
    { title: TEXTS.firstRun.more.title, body: <LookAround run={run} account={account} /> },
  ];
  const shown = steps[step];

  const focused = useRef(step);
  useEffect(() => {
    if (focused.current === step) return;
    focused.current = step;
    heading.current?.focus();
  }, [step]);
  const end = () => {
    run.end();
    document.querySelector<HTMLElement>("main h1")?.focus();
  };

  return (
    <section className="first-run card" aria-label={TEXTS.firstRun.label}>
      <header>
        <div>
          <p className="first-run-step">{TEXTS.firstRun.step(step + 1, steps.length)}</p>
          <h2 ref={heading} tabIndex={-1}>
            {shown?.title}
          </h2>
        </div>
        <button type="button" className="quiet" onClick={end}>
          {TEXTS.firstRun.skip}
        </button>
      </header>
      <div key={step} className="first-run-body">
        {shown?.body}
      </div>
      <footer>
        {step > 0 && (
          <button type="button" className="quiet" onClick={() => go(step - 1)}>
            {TEXTS.firstRun.back}
          </button>
        )}
        <button
          type="button"
          className="primary"
          onClick={() => (step < steps.length - 1 ? go(step + 1) : end())}
        >
          {step < steps.length - 1 ? TEXTS.firstRun.next : TEXTS.firstRun.done}
        </button>
      </footer>
    </section>
  );
}
