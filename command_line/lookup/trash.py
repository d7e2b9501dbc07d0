"""What is in the trash, and which of it is meant: by its id, or by words of its name."""

import uuid

from command_line.connection.api import PAGE, ask
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import quoted
from shared.trash import Trashed, TrashPage

_SHORTEST_ID = 6


def list_trash(*, limit: int, cursor: str | None = None) -> TrashPage:
    """One page of the trash."""
    return ask("GET", "trash", TrashPage, query={"limit": limit, "cursor": cursor})


def find_trashed(said: str) -> Trashed:
    """The one thing in the trash that is meant. Raises `CommandLineError`."""
    key = said.strip().casefold()
    if not key:
        raise CommandLineError("Say what, by its name or id. See: saydo trash")
    everything = _all()
    is_beginning = len(said) >= _SHORTEST_ID
    for fits in (
        lambda each: each.id == _as_id(said) or (is_beginning and each.id.startswith(key)),
        lambda each: each.name.casefold() == key,
        lambda each: key in each.name.casefold(),
    ):
        found = [each for each in everything if fits(each)]
        if len(found) == 1:
            return found[0]
        if found:
            named = "".join(f"\n  {each.id[:8]}  {each.name}" for each in found[:8])
            raise CommandLineError(
                f"{quoted(said)} may be one of these; say which by its id:{named}"
            )
    raise CommandLineError(f"There is nothing like {quoted(said)} in the trash. See: saydo trash")


def _all() -> list[Trashed]:
    page = list_trash(limit=PAGE)
    found = page.items
    while page.next_cursor is not None:
        page = list_trash(limit=PAGE, cursor=page.next_cursor)
        found = [*found, *page.items]
    return found


def _as_id(said: str) -> str | None:
    try:
        return str(uuid.UUID(said))
    except ValueError:
        return None
