import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SharedWorkspace } from "../../api/owned";
import { deleteWorkspace, removeMember, renameWorkspace } from "../../api/sharing";
import { openWorkspace, WORKSPACE } from "../../api/workspace";
import { AskFirst } from "../../asking/AskFirst";
import { useSession } from "../../session/session";
import { useWorkspaces, WORKSPACES } from "../../sharing/useWorkspaces";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { Section } from "../form/Section";
import { useDoing } from "../form/useDoing";
import { Members } from "./Members";

const WORDS = SETTINGS.sharing;

/** One workspace that several people share, and what its owner may do with it. */
export function OneWorkspace({ workspace }: { workspace: SharedWorkspace }) {
  const { id, name, role } = workspace;
  const client = useQueryClient();
  const { account } = useSession();
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState<"delete" | "leave" | null>(null);
  const { busy, problem, run } = useDoing();
  const { refetch } = useWorkspaces();

  const go = async (work: () => Promise<void>) => {
    if (!(await run(work))) return;
    setAsked(null);
    await refetch();
  };
  const rename = () =>
    run(async () => {
      await renameWorkspace(id, typed.trim());
      await client.invalidateQueries({ queryKey: WORKSPACES });
    });

  return (
    <Section title={name} hint={WORDS.roles[role]}>
      {id !== WORKSPACE && (
        <button type="button" className="control" onClick={() => openWorkspace(id)}>
          {WORDS.open(name)}
        </button>
      )}
      <Members workspace={workspace} />
      {role === "owner" && (
        <form
          className="line-form"
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <TextField
            label={WORDS.nameOf(name)}
            autoComplete="off"
            required
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="control" disabled={busy || typed.trim() === name}>
            {WORDS.rename}
          </button>
        </form>
      )}
      <div className="deeds-row">
        <button type="button" className="quiet warm" onClick={() => setAsked("leave")}>
          {WORDS.leave(name)}
        </button>
        {role === "owner" && (
          <button type="button" className="quiet warm" onClick={() => setAsked("delete")}>
            {WORDS.delete(name)}
          </button>
        )}
      </div>
      <Failure>{asked === null ? problem : null}</Failure>
      {asked && (
        <AskFirst
          question={asked === "leave" ? WORDS.askLeave(name) : WORDS.askDelete(name)}
          yes={asked === "leave" ? WORDS.leave(name) : WORDS.delete(name)}
          no={SETTINGS.cancel}
          busy={busy}
          onNo={() => setAsked(null)}
          onYes={() =>
            void go(() => (asked === "leave" ? removeMember(id, account.id) : deleteWorkspace(id)))
          }
        >
          <p className="hint">{asked === "leave" ? WORDS.leaveMeans : WORDS.deleteMeans}</p>
          <Failure>{problem}</Failure>
        </AskFirst>
      )}
    </Section>
  );
}
