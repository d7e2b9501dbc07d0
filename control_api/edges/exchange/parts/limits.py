"""How much one file may hold: counted while it is read, before anything is made of it."""

from shared.problems import TooLargeError

LARGEST_IMPORT = 32 * 1024 * 1024
"""Bytes, as sent."""
MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes, of all that is read of a zip file."""
MOST_ENTRIES = 20_000
"""Files in a zip file."""
MOST_RECORDS = 250_000
"""Tasks, comments, projects and all else together."""
MOST_FIELDS = 1_000
"""Of one record; columns of a table."""
LONGEST_RECORD = 4_000_000
"""Characters; also of a line."""
LONGEST_CELL = 1_000_000
"""Characters."""


def too_large(sentence: str) -> TooLargeError:
    """Make the error for a file that holds more than an import takes."""
    return TooLargeError(
        f"{sentence} Split it, and import the parts one after the other. Nothing was imported."
    )


class Tally:
    """Counts what a file holds."""

    def __init__(self) -> None:
        self._count = 0

    def add(self) -> None:
        """Count one more. Raises `TooLargeError` when there are too many."""
        self._count += 1
        if self._count > MOST_RECORDS:
            raise too_large(f"This file holds more than {MOST_RECORDS:,} records.")
