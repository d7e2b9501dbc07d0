"""Which project, tag, person or filter is meant: by its name, by its id, or by part of its name."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Protocol, TypeVar

from command_line.connection.api import PAGE, with_client
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import quoted
from shared.client import SaydoClient
from shared.things import FilterPage, Person, PersonPage, ProjectPage, TagPage

_SHORTEST_ID = 6
_NAMED_AT_MOST = 20
_LONGEST_NAME = 200
_PAGES: dict[str, Any] = {
    "projects": ProjectPage,
    "tags": TagPage,
    "people": PersonPage,
    "filters": FilterPage,
}
_WORDS = {"projects": "project", "tags": "tag", "people": "person", "filters": "saved filter"}


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Tells it from all others."""


T = TypeVar("T", bound=HasId)


def find_named(kind: str, said: str) -> Any:
    """The one of a kind, such as ``projects``, that is meant. Raises `CommandLineError`."""
    name = said.strip()
    found = choose(
        name.removeprefix("#") if kind == "tags" else name,
        fetch_all(f"/api/v1/{kind}", _PAGES[kind]),
        _names,
        what=_WORDS[kind],
    )
    if found is None:
        raise CommandLineError(f"There are no {kind} yet; make one with: saydo {kind} make NAME")
    return found


def fetch_all(path: str, page_type: Any) -> list[Any]:
    """Every thing of all pages of a list."""

    async def fetch(client: SaydoClient) -> list[Any]:
        query: dict[str, Any] = {"limit": PAGE}
        page = await client.ask("GET", path, page_type, query=query)
        found = list(page.items)
        while page.next_cursor is not None:
            query["cursor"] = page.next_cursor
            page = await client.ask("GET", path, page_type, query=query)
            found += page.items
        return found

    return with_client(fetch)


def choose(
    said: str, everything: Sequence[T], names: Callable[[T], Sequence[str]], *, what: str
) -> T | None:
    """The one of these that is meant; None when there are none at all.

    Raises `CommandLineError` when nothing fits, with what comes near, or several do.
    """
    key = said.casefold()
    if not key:
        raise CommandLineError(f"Say which {what}.")
    known = {each.id: [name.casefold() for name in names(each)] for each in everything}
    for fits in (
        lambda each: key in known[each.id],
        lambda each: len(key) >= _SHORTEST_ID and each.id.startswith(key),
        lambda each: any(key in name for name in known[each.id]),
    ):
        found = [each for each in everything if fits(each)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CommandLineError(_which_one(said, found, names))
    if everything:
        hint = near_names(said, [name for each in everything for name in names(each)])
        raise CommandLineError(f"There is no {what} like {quoted(said)}.{hint}")
    return None


def near_names(said: str, names: Iterable[str]) -> str:
    """A question with the names that are nearly the same, or have such a word; empty when none."""
    by_key: dict[str, str] = {}
    for name in names:
        for part in (name, *name.split()):
            by_key.setdefault(part.casefold(), name)
    near = get_close_matches(said.casefold()[:_LONGEST_NAME], by_key, n=3, cutoff=0.7)
    found = dict.fromkeys(by_key[key] for key in near)
    return f" Did you mean {' or '.join(map(quoted, found))}?" if found else ""


def _which_one(said: str, found: Sequence[T], names: Callable[[T], Sequence[str]]) -> str:
    lines = [f"\n  {each.id[:8]}  {names(each)[0]}" for each in found[:_NAMED_AT_MOST]]
    more = len(found) - len(lines)
    rest = f"\nand {more} more" if more > 0 else ""
    return f"{quoted(said)} may be one of these; say which by its id:{''.join(lines)}{rest}"


def _names(thing: Any) -> list[str]:
    return [thing.name, *(thing.nicknames if isinstance(thing, Person) else [])]
