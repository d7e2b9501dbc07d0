"""Signing in with a password, and setting one."""

import time

from sqlite_utils import Database

from control_api.input.fields import invalid
from control_api.input.names import name_key
from control_api.input.single_line import clean_line
from control_api.services import Services
from control_api.who.accounts.ending import end_all_others
from control_api.who.accounts.guards import Principal
from control_api.who.accounts.sessions import end_other_sessions
from control_api.who.accounts.store import find_account
from control_api.who.passwords.guessable import refuse_guessable
from control_api.who.passwords.hashing import check_password, hash_password, is_outdated
from control_api.who.passwords.presence import prove
from control_api.who.passwords.store import (
    StoredPassword,
    find_by_name,
    find_of_account,
    save_password,
)
from control_api.who.sharing.access import end_streams_of
from shared.accounts import PasswordChange, Proof
from shared.problems import UnauthenticatedError

NAME_LENGTH = 200


async def check_sign_in(
    services: Services, name: str, password: str, address: str
) -> StoredPassword:
    """Find the account that a name and a password are of; `address` is where they come from.

    Answers the same, in the same time, for a wrong name and a wrong password. Raises
    `UnauthenticatedError` or `TooManyRequestsError`.
    """
    key = name_key(name.strip())
    services.slow_down.begin(key, address, time.monotonic())
    stored = await services.control.read(lambda db: find_by_name(db, key))
    good = await check_password(password, stored.hash if stored else None)
    if stored is None or not good:
        raise UnauthenticatedError("The name or the password is wrong.")
    services.slow_down.succeeded(key, address)
    if not is_outdated(stored.hash):
        return stored
    fresh = StoredPassword(
        stored.account_id, stored.name, stored.name_key, await hash_password(password)
    )

    def replace(db: Database) -> StoredPassword:
        if find_by_name(db, key) != stored:
            raise UnauthenticatedError("The password was changed just now; use the new one.")
        save_password(db, fresh)
        return fresh

    return await services.control.write(replace)


async def change_password(
    services: Services,
    principal: Principal,
    change: PasswordChange,
    *,
    session: str | None,
    address: str,
) -> None:
    """Set a person's password, and end their other browsers; with another one all but who asks.

    The password that is there, or a code, is always needed; for the first one a token that was made
    at the machine just now will do. Raises `InvalidInputError`, `ProofNeededError` or
    `TooManyRequestsError`.
    """
    account_id, token = principal.account_id, principal.machine_token
    stored = await services.control.read(lambda db: find_of_account(db, account_id))
    if stored is not None and change.code is None and change.old_password is None:
        raise invalid("old_password", "Send the password you have, or the code of a sign-in link.")
    proof = Proof(change.old_password, change.code)
    proved = await prove(services, principal, proof, address, field="old_password")
    account = await services.control.read(lambda db: find_account(db, account_id))
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

    await services.control.write(work)
    await end_streams_of(services, account_id)


def new_password(
    db: Database, account_id: str, name: str, password: str, password_hash: str
) -> StoredPassword:
    """Check that a name and a password may go together. Raises `InvalidInputError`."""
    name = clean_line(name, "name", NAME_LENGTH)
    key = name_key(name)
    holder = find_by_name(db, key)
    if holder is not None and holder.account_id != account_id:
        raise invalid("name", "Somebody signs in with this name already; choose another.")
    if name_key(password.strip()) == key:
        raise invalid("password", "The password is the name; choose one that nobody guesses.")
    return StoredPassword(account_id, name, key, password_hash)
