"""From an invitation to an account with a name and a password."""

import uuid

from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.database.open import DatabaseFile
from control_api.setup.settings import Settings
from control_api.who.accounts.store import Account, ensure_account, save_account
from control_api.who.passwords.guessable import refuse_guessable
from control_api.who.passwords.hashing import hash_password
from control_api.who.passwords.rules import new_password
from control_api.who.passwords.store import save_password
from control_api.who.sessions.store import is_used, use_code
from control_api.who.signed_tokens.tokens import read_invitation
from shared.accounts import Me, NewAccount
from shared.problems import UnauthenticatedError

_USED = "This invitation was used or withdrawn; ask for another."


async def accept(settings: Settings, control: DatabaseFile, wanted: NewAccount) -> Me:
    """Make the account of an invited person; the invitation is used up by it.

    Raises `UnauthenticatedError`, or `InvalidInputError`, after which the invitation is still good.
    """
    claims = read_invitation(settings.secrets.signing_key, wanted.invitation.strip())
    # Before the work of hashing: that is for those who are invited.
    if await control.read(lambda db: is_used(db, claims.jti)):
        raise UnauthenticatedError(_USED)
    await refuse_guessable(wanted.password, wanted.name)
    password_hash = await hash_password(wanted.password)
    account_id = str(uuid.uuid4())

    def work(db: Database) -> Me:
        if not use_code(db, claims.jti, claims.exp):
            raise UnauthenticatedError(_USED)
        ensure_account(db, account_id, utc_stamp())
        password = new_password(db, account_id, wanted.name, wanted.password, password_hash)
        save_password(db, password)
        save_account(db, Account(account_id, password.name, None))
        return Me(
            id=account_id,
            name=password.name,
            time_zone=settings.time_zone,
            language=settings.language,
            sign_in_name=password.name,
        )

    return await control.write(work)
