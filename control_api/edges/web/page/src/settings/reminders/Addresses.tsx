import { useState } from "react";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { Row } from "../form/Row";
import { useDoing } from "../form/useDoing";
import { browserOf } from "../../reminders/push";
import { SETTINGS } from "../../words/settings";

interface Props {
  /** Apprise addresses, with their secrets hidden. */
  addresses: string[];
  onSave: (addresses: string[]) => Promise<unknown>;
}

const WORDS = SETTINGS.reminders;

/** Where reminders are pushed to: a phone, mail or chat. */
export function Addresses({ addresses, onSave }: Props) {
  const [typed, setTyped] = useState("");
  const { busy, problem, run } = useDoing();

  const add = async () => {
    if (await run(() => onSave([...addresses, typed.trim()]))) setTyped("");
  };

  return (
    <>
      {addresses.length > 0 && (
        <ul className="things" aria-label={WORDS.addresses}>
          {addresses.map((address) => (
            <Row
              key={address}
              name={browserOf(address) ?? serviceOf(address)}
              about={browserOf(address) === null && address}
            >
              <button
                type="button"
                className="quiet warm"
                aria-label={WORDS.removeAddress(browserOf(address) ?? address)}
                disabled={busy}
                onClick={() =>
                  void run(() => onSave(addresses.filter((other) => other !== address)))
                }
              >
                {SETTINGS.remove}
              </button>
            </Row>
          ))}
        </ul>
      )}
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={WORDS.newAddress}
          hint={WORDS.newAddressHint}
          placeholder="ntfys://ntfy.sh/a-topic-nobody-guesses"
          autoComplete="off"
          spellCheck={false}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="control" disabled={busy}>
          {SETTINGS.add}
        </button>
        <Failure>{problem}</Failure>
      </form>
    </>
  );
}

/** What an address begins with, such as ntfys. */
const serviceOf = (address: string): string => address.split("://")[0] ?? address;
