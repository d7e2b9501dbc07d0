"""Signing in with a password, and what a new one must be like."""

import time

from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.input.fields import invalid
from control_api.input.names import name_key
from control_api.input.single_line import clean_line
from control_api.who.passwords.hashing import check_password, hash_password, is_outdated
from control_api.who.passwords.slow_down import SlowDown
from control_api.who.passwords.store import (
    StoredPassword,
    find_by_name,
    save_password,
)
from shared.problems import UnauthenticatedError

NAME_LENGTH = 200


async def check_sign_in(
    control: DatabaseFile, slow_down: SlowDown, name: str, password: str, address: str
) -> StoredPassword:
    """Find the account that a name and a password are of; `address` is where they come from.

    Answers the same, in the same time, for a wrong name and a wrong password. Raises
    `UnauthenticatedError` or `TooManyRequestsError`.
    """
    key = name_key(name.strip())
    slow_down.begin(key, address, time.monotonic())
    stored = await control.read(lambda db: find_by_name(db, key))
    good = await check_password(password, stored.hash if stored else None)
    if stored is None or not good:
        raise UnauthenticatedError("The name or the password is wrong.")
    slow_down.succeeded(key, address)
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

    return await control.write(replace)


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
