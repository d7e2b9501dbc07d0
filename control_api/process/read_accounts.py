"""What the commands at the machine itself ask about accounts, be the server running or not."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from control_api.database.open import open_reader
from control_api.input.names import name_key
from control_api.setup.setup_error import SetupError
from control_api.who.accounts.store import Account, list_accounts
from control_api.who.passwords.store import find_by_name

T = TypeVar("T")


def read_accounts(control: Path) -> list[tuple[Account, str]]:
    """List all accounts with when each was made. Raises `SetupError` when there are none yet."""
    return _read(control, list_accounts)


def account_named(control: Path, name: str) -> str:
    """Find the account that signs in with a name. Raises `SetupError` when there is none."""
    stored = _read(control, lambda db: find_by_name(db, name_key(name.strip())))
    if stored is None:
        raise SetupError(f"Nobody here signs in as {name!r}. See: python -m control_api users")
    return stored.account_id


def _read(control: Path, work: Callable[[Database], T]) -> T:
    if not control.exists():
        raise SetupError("There are no accounts yet: start Saydo once, with: make run")
    try:
        db = open_reader(control)
        try:
            return work(db)
        finally:
            db.close()
    except sqlite3.Error as error:
        raise SetupError(f"{control} can't be read ({error}). Start this Saydo once.") from error
