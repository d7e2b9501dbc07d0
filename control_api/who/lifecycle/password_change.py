"""Setting a password, which ends what else signs the person in."""

import time

from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.input.fields import invalid
from control_api.log.workspaces import Workspaces
from control_api.who.accounts.store import find_account
from control_api.who.callers.reauthentication import Reauthentication
from control_api.who.lifecycle.sign_out import end_all_others, end_streams_of
from control_api.who.passwords.guessable import refuse_guessable
from control_api.who.passwords.hashing import hash_password
from control_api.who.passwords.rules import new_password
from control_api.who.passwords.store import (
    find_of_account,
    save_password,
)
from control_api.who.sessions.browser_sessions import end_other_sessions
from shared.accounts import PasswordChange, Proof


async def change_password(
    control: DatabaseFile,
    workspaces: Workspaces,
    reauthentication: Reauthentication,
    change: PasswordChange,
    *,
    session: str | None,
) -> None:
    """Set a person's password, and end their other browsers; with another one all but who asks.

    The password that is there, or a code, is always needed; for the first one a token that was made
    at the machine just now will do. Raises `InvalidInputError`, `ProofNeededError` or
    `TooManyRequestsError`.
    """
    principal = reauthentication.principal
    account_id, token = principal.account_id, principal.signed_token
    stored = await control.read(lambda db: find_of_account(db, account_id))
    if stored is not None and change.code is None and change.old_password is None:
        raise invalid("old_password", "Send the password you have, or the code of a sign-in link.")
    proof = Proof(change.old_password, change.code)
    proved = await reauthentication.prove(proof, field="old_password")
    account = await control.read(lambda db: find_account(db, account_id))
    name = change.name or (stored.name if stored else account.name if account else "")
    if not name:
        raise invalid("name", "Send the name you want to sign in with.")
    await refuse_guessable(change.password, name)
    new_hash = await hash_password(change.password)

    def work(db: Database) -> None:
        proved(db)
        if find_of_account(db, account_id) != stored:
            raise invalid("old_password", "The password was changed just now; start again.")
        save_password(db, new_password(db, account_id, name, change.password, new_hash))
        if stored is None:
            end_other_sessions(db, account_id, session)
        else:
            end_all_others(db, account_id, time.time(), session=session, token=token)

    await control.write(work)
    await end_streams_of(control, workspaces, account_id)
