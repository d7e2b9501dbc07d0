"""What one kind of database file is: by which steps it came to be, and what else is true of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from sqlite_utils import Database, Migrations

from control_api.database.files.read_errors import to_the_end

Check = Callable[[Database], Iterable[str]]
"""Says in a sentence each what is wrong; changes nothing."""


class Schema(msgspec.Struct, frozen=True):
    """All that the files of one kind have in common; the domains that keep data in it say what."""

    steps: Sequence[Migrations]
    """From an empty file to today's, in order; a step refers only to tables of those before it."""
    table: str = ""
    """The one by which such a file is told from any other."""
    checks: Mapping[str, Check] = msgspec.field(default_factory=dict)
    """What must hold in a file that has all the steps, by the name of what each of them reads."""
    quick_checks: Sequence[Check] = ()
    """What costs little and must hold after any of the steps: it is asked when time is short."""
    count_events: Callable[[Database], int] | None = None
    """How many changes its log has; None when it keeps no log."""
    note_restore: Callable[[Path, Path, Sequence[str]], None] | None = None
    """What to do before files are put back: given the data folder, the backup, the files' names."""

    def find_damage(self, db: Database) -> list[str]:
        """Say in a sentence each what is wrong with what the file says; empty when all is well.

        Inside a transaction when others may write meanwhile.
        """
        return [
            sentence
            for name, check in self.checks.items()
            for sentence in to_the_end(name, check(db))
        ]

    def find_damage_quickly(self, db: Database) -> list[str]:
        """Do the same at the first look."""
        return [sentence for check in self.quick_checks for sentence in check(db)]
