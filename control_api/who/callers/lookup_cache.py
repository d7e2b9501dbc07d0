"""What was looked up before: every request asks for it, and it hardly ever changes."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.who.accounts.store import Account, find_account
from control_api.who.signed_tokens.store import MachineToken, find_machine_token

Found = TypeVar("Found")


class Known(ABC, Generic[Found]):
    """What was found since `control.db` was changed last."""

    def __init__(self, control: DatabaseFile) -> None:
        """Nothing is known yet."""
        self._control = control
        self._changes = control.changes
        self._found: dict[str, Found] = {}

    @abstractmethod
    def look_up(self, db: Database, its_id: str) -> Found | None:
        """Find it in the database."""

    async def find(self, its_id: str) -> Found | None:
        """Find it by its id, as it is now."""
        changes = self._control.changes
        if self._changes != changes:
            self._changes = changes
            self._found.clear()
        found = self._found.get(its_id)
        if found is not None:
            return found
        found = await self._control.read(lambda db: self.look_up(db, its_id))
        # Else what was read may be of before a change that has come since.
        if found is not None and self._control.changes == changes == self._changes:
            self._found[its_id] = found
        return found


class KnownAccounts(Known[Account]):
    """Accounts."""

    def look_up(self, db: Database, its_id: str) -> Account | None:
        """Find an account."""
        return find_account(db, its_id)


class KnownMachineTokens(Known[MachineToken]):
    """Tokens that were signed at the machine, and used."""

    def look_up(self, db: Database, its_id: str) -> MachineToken | None:
        """Find a token."""
        return find_machine_token(db, its_id)
