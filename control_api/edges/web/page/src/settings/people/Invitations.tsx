import { useState } from "react";
import { invite, withdrawInvitation } from "../../api/account";
import type { Invitation } from "../../api/owned";
import { invitationLink } from "../../account/signInCode";
import { addressOf } from "../../root";
import { useSession } from "../../session/session";
import { momentWords } from "../../tasks/moments";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice } from "../form/Field";
import { ShownOnce } from "../form/ShownOnce";
import { useDoing } from "../form/useDoing";

const WORDS = SETTINGS.people;
/** For how many hours an invitation is good. */
const LIVES_H = ["24", "168", "720"] as const;

/** Invites somebody to an account of their own; the link is shown once, and can be withdrawn then. */
export function Invitations() {
  const { show } = useSession();
  const [life, setLife] = useState<(typeof LIVES_H)[number]>("168");
  const [made, setMade] = useState<Invitation | null>(null);
  const { busy, problem, run } = useDoing();

  const make = () => run(async () => setMade(await invite(Number(life))));
  const withdraw = ({ id }: Invitation) =>
    run(async () => {
      await withdrawInvitation(id);
      setMade(null);
      show(WORDS.withdrawn);
    });

  return (
    <>
      {made ? (
        <>
          <ShownOnce
            label={WORDS.invitationLink}
            value={invitationLink(addressOf("/"), made.code)}
            hint={WORDS.goodUntil(momentWords(made.expires_at))}
            onDone={() => setMade(null)}
          />
          <button
            type="button"
            className="quiet warm"
            disabled={busy}
            onClick={() => void withdraw(made)}
          >
            {WORDS.withdraw}
          </button>
        </>
      ) : (
        <form
          className="line-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <Choice
            label={WORDS.life}
            value={life}
            options={LIVES_H.map((each) => [each, WORDS.lives[each]] as const)}
            onChoose={setLife}
          />
          <button type="submit" className="control" disabled={busy}>
            {WORDS.invite}
          </button>
        </form>
      )}
      <Failure>{problem}</Failure>
    </>
  );
}
