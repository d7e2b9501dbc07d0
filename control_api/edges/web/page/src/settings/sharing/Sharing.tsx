import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { makeWorkspace } from "../../api/sharing";
import { useSession } from "../../session/session";
import { useWorkspaces, WORKSPACES } from "../../sharing/useWorkspaces";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { useDoing } from "../form/useDoing";
import { OneWorkspace } from "./OneWorkspace";

const WORDS = SETTINGS.sharing;

/** The workspaces that somebody shares: who is in each, and a new one. */
export default function Sharing() {
  const query = useWorkspaces();
  return (
    <>
      <Section title={WORDS.make} hint={WORDS.makeHint}>
        <MakeWorkspace />
      </Section>
      <Loaded query={query}>
        {(workspaces) =>
          workspaces
            .filter(({ is_personal }) => !is_personal)
            .map((workspace) => <OneWorkspace key={workspace.id} workspace={workspace} />)
        }
      </Loaded>
    </>
  );
}

function MakeWorkspace() {
  const client = useQueryClient();
  const { show } = useSession();
  const [name, setName] = useState("");
  const { busy, problem, run } = useDoing();

  const make = async () => {
    const made = name.trim();
    const isMade = await run(async () => {
      await makeWorkspace(made);
      await client.invalidateQueries({ queryKey: WORKSPACES });
    });
    if (!isMade) return;
    setName("");
    show(WORDS.made(made));
  };

  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        label={WORDS.name}
        autoComplete="off"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="control" disabled={busy || !name.trim()}>
        {WORDS.makeIt}
      </button>
      <Failure>{problem}</Failure>
    </form>
  );
}
