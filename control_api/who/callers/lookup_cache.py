"""What was looked up before: every request asks for it, and it hardly ever changes."""

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlite_utils import Database

from control_api.database.open import DatabaseFile

Found = TypeVar("Found")


class LookupCache(Generic[Found]):
    """What was found by its id since `control.db` was changed last."""

    def __init__(
        self, control: DatabaseFile, look_up: Callable[[Database, str], Found | None]
    ) -> None:
        """Nothing is known yet; `look_up` finds one in the database."""
        self._control = control
        self._look_up = look_up
        self._changes = control.changes
        self._found: dict[str, Found] = {}

    async def find(self, its_id: str) -> Found | None:
        """Find it by its id, as it is now."""
        changes = self._control.changes
        if self._changes != changes:
            self._changes = changes
            self._found.clear()
        found = self._found.get(its_id)
        if found is not None:
            return found
        found = await self._control.read(lambda db: self._look_up(db, its_id))
        # Else what was read may be of before a change that has come since.
        if found is not None and self._control.changes == changes == self._changes:
            self._found[its_id] = found
        return found
