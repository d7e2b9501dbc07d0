"""Commands for what was deleted."""

import uuid
from typing import Annotated

import typer

from command_line.commands.tasks.listing import Limit
from command_line.connection.api import PAGE, ask
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import AsJson, moment, print_json, quoted, say, told
from command_line.terminal.tables import show_table
from shared.trash import Trashed, TrashPage

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")]
InTrash = Annotated[
    str, typer.Argument(help="Beginning of the id, or words of the name.", show_default=False)
]
_SHORTEST_ID = 6


def trash(*, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List what was deleted, the last first; restore brings it back."""
    page = list_trash(limit=limit)
    if as_json:
        print_json(page)
    elif page.items:
        rows = [(moment(t.deleted_at), t.kind, t.id[:8], t.name) for t in page.items]
        show_table(("deleted", "kind", "id", "name"), rows)
    else:
        say("The trash is empty.")
    if page.next_cursor is not None and not as_json:
        say(f"There is more than these {limit}; give --limit.")


def purge(what: InTrash, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete something in the trash for good. Undo can't help."""
    found = find_trashed(what)
    if not yes:
        typer.confirm(f"Delete “{found.name}” for good?", abort=True)
    ask("DELETE", f"trash/{found.id}", type(None))
    told("Deleted it for good.", as_json=as_json, purged=found.id)


def empty_trash(*, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete everything in the trash for good. Undo can't help."""
    if not yes:
        typer.confirm("Delete everything in the trash for good?", abort=True)
    ask("DELETE", "trash", type(None))
    told("The trash is empty.", as_json=as_json, emptied=True)


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
