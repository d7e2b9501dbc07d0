"""Commands that list what surrounds the tasks."""

from collections.abc import Sequence
from typing import Any

from command_line.calls import ask
from command_line.looking import Limit
from command_line.showing import AsJson, print_json, say, show_table
from shared.things import FilterPage, PersonPage, ProjectPage, TagPage


def projects(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List projects."""
    found = ask("GET", "projects", ProjectPage, query={"limit": limit})
    rows = [(each.name, "archived" if each.archived else "") for each in found.items]
    _things(found, ("project", ""), rows, as_json=as_json)


def tags(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List tags."""
    found = ask("GET", "tags", TagPage, query={"limit": limit})
    _things(found, ("tag",), [(f"#{each.name}",) for each in found.items], as_json=as_json)


def people(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List people."""
    found = ask("GET", "people", PersonPage, query={"limit": limit})
    rows = [
        (
            each.name,
            ", ".join(each.nicknames),
            each.role,
            ", ".join(contact.value for contact in each.contacts),
        )
        for each in found.items
    ]
    _things(found, ("person", "also called", "role", "contacts"), rows, as_json=as_json)


def filters(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List saved filters."""
    found = ask("GET", "filters", FilterPage, query={"limit": limit})
    rows = [(each.name, each.query) for each in found.items]
    _things(found, ("filter", "asks for"), rows, as_json=as_json)


def _things(
    page: Any, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, as_json: bool
) -> None:
    if as_json:
        print_json(page)
        return
    if rows:
        show_table(headings, rows)
    else:
        say("There are none yet.")
    if page.next_cursor is not None:
        say(f"There are more than these {len(rows)}; give --limit.")
