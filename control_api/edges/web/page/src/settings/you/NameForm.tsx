import { useState } from "react";
import { saveName } from "../../api/account";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { useDoing } from "../form/useDoing";

/** What the person is called. */
export function NameForm() {
  const { account, onAccount, show } = useSession();
  const [name, setName] = useState(account.name);
  const { busy, problem, run } = useDoing();

  const save = async () => {
    const isSaved = await run(async () => onAccount(await saveName(name)));
    if (isSaved) show(SETTINGS.saved);
  };

  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={SETTINGS.you.name}
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="control" disabled={busy || name === account.name}>
        {SETTINGS.save}
      </button>
      <Failure>{problem}</Failure>
    </form>
  );
}
