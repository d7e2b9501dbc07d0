"""Commands for what was deleted."""

import uuid
from collections.abc import Iterator
from typing import Annotated

import typer

from command_line.calls import PAGE, ask
from command_line.errors import CommandLineError
from command_line.looking import Limit, moment
from command_line.showing import AsJson, finish, print_json, say, show_table
from shared.outcomes import Outcome
from shared.trash import Trashed, TrashPage

Yes = Annotated[bool, typer.Option("--yes", help="Don't ask.")]
InTrash = Annotated[
    str, typer.Argument(help="Beginning of the id, or words of the name.", show_default=False)
]


def trash(*, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List what was deleted, the last first."""
    page = ask("GET", "trash", TrashPage, query={"limit": limit})
    if as_json:
        print_json(page)
    elif page.items:
        rows = [(moment(t.deleted_at), t.kind, t.id[:8], t.name) for t in page.items]
        show_table(("deleted", "kind", "id", "name"), rows)
    else:
        say("The trash is empty.")


def restore(what: InTrash, *, as_json: AsJson = False) -> None:
    """Take something out of the trash, with the parts that were deleted with it."""
    outcome = ask("POST", f"trash/{_pick(what).id}/restore", Outcome)
    finish(outcome, as_json=as_json)


def purge(what: InTrash, *, yes: Yes = False) -> None:
    """Delete something in the trash for good. Undo can't help."""
    found = _pick(what)
    if not yes:
        typer.confirm(f"Delete “{found.name}” for good?", abort=True)
    ask("DELETE", f"trash/{found.id}", type(None))
    say("Deleted it for good.")


def empty_trash(*, yes: Yes = False) -> None:
    """Delete everything in the trash for good. Undo can't help."""
    if not yes:
        typer.confirm("Delete everything in the trash for good?", abort=True)
    ask("DELETE", "trash", type(None))
    say("The trash is empty.")


def _pick(said: str) -> Trashed:
    everything = list(_all())
    key = said.casefold()
    for fits in (
        lambda each: each.id == _as_id(said) or (len(said) > 5 and each.id.startswith(key)),  # noqa: PLR2004 (shorter ones are words)
        lambda each: each.name.casefold() == key,
        lambda each: key in each.name.casefold(),
    ):
        found = [each for each in everything if fits(each)]
        if len(found) == 1:
            return found[0]
        if found:
            named = "".join(f"\n  {each.id[:8]}  {each.name}" for each in found[:8])
            raise CommandLineError(f"“{said}” may be one of these; say which by its id:{named}")
    raise CommandLineError(f"There is nothing like “{said}” in the trash.")


def _all() -> Iterator[Trashed]:
    cursor: str | None = None
    while True:
        page = ask("GET", "trash", TrashPage, query={"limit": PAGE, "cursor": cursor})
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _as_id(said: str) -> str | None:
    try:
        return str(uuid.UUID(said))
    except ValueError:
        return None
