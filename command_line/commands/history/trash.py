"""Commands for what was deleted."""

from typing import Annotated

import typer

from command_line.connection.api import ask
from command_line.lookup.trash import find_trashed, list_trash
from command_line.terminal.options import AsJson, Limit, Yes
from command_line.terminal.printing import moment, print_json, say, told
from command_line.terminal.tables import show_table

InTrash = Annotated[
    str, typer.Argument(help="Beginning of the id, or words of the name.", show_default=False)
]


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
