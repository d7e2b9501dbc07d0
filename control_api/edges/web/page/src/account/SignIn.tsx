import { useState } from "react";
import { TEXTS } from "../texts";
import { LinkForm } from "./LinkForm";
import { NameForm } from "./NameForm";
import { Welcome } from "./Welcome";

interface Props {
  message: string | null;
  onSubmit: (pasted: string) => Promise<void>;
  /** Signs in by name; the words for what stands in the way. */
  onName: (name: string, password: string) => Promise<string | null>;
}

const WAYS = ["link", "name"] as const;

export function SignIn({ message, onSubmit, onName }: Props) {
  const [way, setWay] = useState<(typeof WAYS)[number]>("link");

  return (
    <Welcome heading={TEXTS.signIn.heading}>
      {message && (
        <p className="problem" role="alert">
          {message}
        </p>
      )}
      <fieldset className="ways">
        <legend className="visually-hidden">{TEXTS.signIn.ways}</legend>
        {WAYS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="way"
              checked={way === each}
              onChange={() => setWay(each)}
            />
            {each === "link" ? TEXTS.signIn.byLink : TEXTS.signIn.byName}
          </label>
        ))}
      </fieldset>
      {way === "link" ? <LinkForm onSubmit={onSubmit} /> : <NameForm onSubmit={onName} />}
    </Welcome>
  );
}
