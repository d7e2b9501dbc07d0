import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Member, SharedWorkspace } from "../../api/owned";
import { readMembers, removeMember, type Role, saveMember } from "../../api/sharing";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice, TextField } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { useDoing } from "../form/useDoing";

const WORDS = SETTINGS.sharing;
const ROLES: readonly Role[] = ["owner", "editor", "viewer"];

/** Who is in a workspace; its owners say so. */
export function Members({ workspace }: { workspace: SharedWorkspace }) {
  const { id, name, role } = workspace;
  const queryKey = ["members", id];
  const query = useQuery({ queryKey, queryFn: () => readMembers(id) });
  const client = useQueryClient();
  const { account } = useSession();
  const { busy, problem, run } = useDoing();
  const isOwner = role === "owner";

  const change = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      await client.invalidateQueries({ queryKey });
    });

  return (
    <>
      <Loaded query={query}>
        {(members) => (
          <ul className="things" aria-label={WORDS.membersOf(name)}>
            {members.map((member) => (
              <Row
                key={member.account_id}
                name={member.account_id === account.id ? WORDS.you : nameOf(member)}
                about={WORDS.is[member.role]}
              >
                {isOwner && member.account_id !== account.id && (
                  <>
                    <select
                      aria-label={WORDS.roleOf(nameOf(member))}
                      value={member.role}
                      disabled={busy}
                      onChange={({ target }) =>
                        void change(() => saveMember(id, member.account_id, target.value as Role))
                      }
                    >
                      {ROLES.map((each) => (
                        <option key={each} value={each}>
                          {WORDS.is[each]}
                        </option>
                      ))}
                    </select>
                    <button
                      type="button"
                      className="quiet warm"
                      disabled={busy}
                      aria-label={WORDS.removeOf(nameOf(member))}
                      onClick={() => void change(() => removeMember(id, member.account_id))}
                    >
                      {SETTINGS.remove}
                    </button>
                  </>
                )}
              </Row>
            ))}
          </ul>
        )}
      </Loaded>
      <Failure>{problem}</Failure>
      {isOwner && <AddMember onAdd={(who, as) => change(() => saveMember(id, who, as))} busy={busy} />}
    </>
  );
}

interface AddProps {
  busy: boolean;
  /** Whether it could be done. */
  onAdd: (who: string, role: Role) => Promise<boolean>;
}

function AddMember({ busy, onAdd }: AddProps) {
  const [who, setWho] = useState("");
  const [role, setRole] = useState<Role>("editor");

  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(who.trim(), role).then((isAdded) => isAdded && setWho(""));
      }}
    >
      <TextField
        label={WORDS.who}
        hint={WORDS.whoHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={who}
        onChange={(event) => setWho(event.target.value)}
      />
      <Choice
        label={WORDS.as}
        value={role}
        options={ROLES.map((each) => [each, WORDS.is[each]] as const)}
        onChoose={setRole}
      />
      <button type="submit" className="control" disabled={busy || !who.trim()}>
        {SETTINGS.add}
      </button>
    </form>
  );
}

const nameOf = ({ name, account_id }: Member): string => name || account_id.slice(0, 8);
