import { useState } from "react";
import { AskFirst } from "../../asking/AskFirst";
import { SignOutIcon } from "../../Icons";
import { useSession } from "../../session/session";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";

/** Signs this browser out; asks when there is no password to come back with. */
export function SignOut() {
  const { account, onSignOut } = useSession();
  const [isAsked, setAsked] = useState(false);

  return (
    <>
      <button
        type="button"
        className="control"
        onClick={account.sign_in_name === null ? () => setAsked(true) : onSignOut}
      >
        <SignOutIcon />
        {TEXTS.signIn.signOut}
      </button>
      {isAsked && (
        <AskFirst
          question={SETTINGS.you.askSignOut}
          yes={TEXTS.signIn.signOut}
          no={SETTINGS.cancel}
          onNo={() => setAsked(false)}
          onYes={onSignOut}
        >
          <p className="hint">{SETTINGS.you.signOutMeans}</p>
        </AskFirst>
      )}
    </>
  );
}
