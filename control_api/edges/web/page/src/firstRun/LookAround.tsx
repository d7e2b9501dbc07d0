import { useRef } from "react";
import { Link } from "wouter";
import type { Me } from "../api/contract";
import { useProjects } from "../data/things";
import { useFocusMovedOn } from "../focus";
import { addressOf } from "../root";
import { Phone } from "../settings/you/Phone";
import { pathOf } from "../shell/places";
import { TEXTS } from "../texts";
import type { FirstRun } from "./useFirstRun";

const WORDS = TEXTS.firstRun.more;

interface Props {
  run: FirstRun;
  account: Me;
}

/** Something to try things on, and the way to the phone. */
export function LookAround({ run, account }: Props) {
  const { data: projects = [] } = useProjects();
  const sample = projects.find(({ name }) => name === TEXTS.firstRun.project.name);
  return (
    <>
      <p>{WORDS.sampleText}</p>
      <div className="first-run-deeds">
        {sample ? (
          <Link href={pathOf("project", sample.id)}>{WORDS.seeSample}</Link>
        ) : (
          <MakeSample onMake={run.makeSample} />
        )}
      </div>
      <h3>{WORDS.phone}</h3>
      <Phone
        address={addressOf("/")}
        hasPassword={account.sign_in_name !== null}
        withCode={false}
      />
    </>
  );
}

function MakeSample({ onMake }: { onMake: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusMovedOn(button, ".first-run-deeds a");
  return (
    <button ref={button} type="button" className="chip" onClick={onMake}>
      {WORDS.sample}
    </button>
  );
}
