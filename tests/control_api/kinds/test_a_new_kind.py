"""A new kind is one folder and one line: all else that Saydo does with things, it does with it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.app.application import create_app
from control_api.app.registry import ALL
from control_api.log.entries import read_since
from control_api.log.kinds import Kind, Kinds
from control_api.log.public import to_event
from control_api.log.replay import find_damage
from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers

FOLDER = '''"""Books: what a person wants to read."""

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.inputs import clean_name
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.routes import Routes
from control_api.log.kinds import Kind


class Book(msgspec.Struct, frozen=True):
    KIND: ClassVar[str] = "book"

    id: str
    name: str
    created_at: str
    updated_at: str
    author: str = ""


class BookPage(msgspec.Struct, frozen=True):
    items: list[Book]
    next_cursor: str | None


class NewBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    author: str = ""


class BookChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str | UnsetType = UNSET
    author: str | UnsetType = UNSET


class CreateBook(msgspec.Struct, tag="create_book", omit_defaults=True, frozen=True):
    name: str
    author: str = ""
    book_id: str | None = None


class UpdateBook(msgspec.Struct, tag="update_book", omit_defaults=True, frozen=True):
    book_id: str
    name: str | UnsetType = UNSET
    author: str | UnsetType = UNSET


class DeleteBook(msgspec.Struct, tag="delete_book", frozen=True):
    book_id: str


BOOKS = Simple(Book, noun="book")
ACTIONS = Actions(
    kept=BOOKS,
    id_field="book_id",
    create=CreateBook,
    update=UpdateBook,
    delete=DeleteBook,
    clean={"name": clean_name},
)
ROUTES = Routes(
    actions=ACTIONS,
    address="books",
    nouns="books",
    new=NewBook,
    changes=BookChanges,
    page=BookPage,
    making="Add a book, under a name that no other has.",
    change="Change what is known of a book",
    deleting="Move a book to the trash.",
)
KIND = Kind(kept=[BOOKS], actions=ACTIONS.table(), routes=[ROUTES.router()])
'''


class Library:
    """A Saydo that knows books."""

    def __init__(self, client: TestClient[Litestar], kinds: Kinds) -> None:
        self.client = client
        self.kinds = kinds

    def ask(self, method: str, path: str, **fields: Any) -> Any:
        answer = self.client.request(method, f"/api/v1/{path}", json=fields or None)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def refused(self, method: str, path: str, **fields: Any) -> int:
        return self.client.request(method, f"/api/v1/{path}", json=fields or None).status_code

    def undo(self) -> str:
        reply: str = self.ask("POST", "commands", actions=[{"type": "undo"}])["reply"]
        return reply

    def books(self, query: str = "") -> list[str]:
        return [book["name"] for book in self.ask("GET", f"books{query}")["items"]]

    def in_trash(self) -> list[tuple[str, str]]:
        return [(each["kind"], each["name"]) for each in self.ask("GET", "trash")["items"]]


@pytest.fixture
def library(
    tmp_path: Path, settings: Settings, alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Library]:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "kind.py").write_text(FOLDER)
    monkeypatch.syspath_prepend(tmp_path)
    import books.kind  # type: ignore[import-not-found] # noqa: PLC0415 (it is made here)

    kinds = Kinds([*ALL, books.kind.KIND])
    app = create_app(settings, kinds=kinds)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        client.headers.update(alice)
        yield Library(client, kinds)
    for name in ("books", "books.kind"):
        sys.modules.pop(name)


@pytest.fixture
def dune(library: Library) -> str:
    made = library.ask("POST", "books", name="Dune", author="Herbert")
    thing_id: str = made["id"]
    return thing_id


def test_it_is_made_read_changed_and_listed(library: Library, dune: str) -> None:
    library.ask("POST", "books", name="Emma")
    library.ask("PATCH", f"books/{dune}", author="Frank Herbert")
    found = library.ask("GET", f"books/{dune}")
    assert (found["name"], found["author"]) == ("Dune", "Frank Herbert")
    assert library.books() == ["Dune", "Emma"]


def test_what_it_refuses_is_refused(library: Library, dune: str) -> None:
    assert library.refused("POST", "books", name="dune") == 409
    assert library.refused("POST", "books", name=" ") == 422
    assert library.refused("POST", "books", title="Dune") == 422
    assert library.refused("GET", "books/00000000-0000-0000-0000-000000000009") == 404


def test_it_is_found_by_a_part_of_its_name(library: Library, dune: str) -> None:
    library.ask("POST", "books", name="Emma")
    assert library.books("?search=UN") == ["Dune"]


def test_each_change_of_it_can_be_undone(library: Library, dune: str) -> None:
    library.ask("PATCH", f"books/{dune}", name="Dune Messiah")
    assert "Dune" in library.undo()
    assert library.books() == ["Dune"]
    library.ask("DELETE", f"books/{dune}")
    library.undo()
    assert library.books() == ["Dune"]
    library.undo()
    assert library.books() == []
    assert library.ask("POST", "commands", actions=[{"type": "redo"}])["outcome"] == "done"
    assert library.books() == ["Dune"]


def test_it_goes_to_the_trash_and_comes_back(library: Library, dune: str) -> None:
    library.ask("DELETE", f"books/{dune}")
    assert library.in_trash() == [("book", "Dune")]
    library.ask("POST", f"trash/{dune}/restore")
    assert library.books() == ["Dune"]
    assert library.in_trash() == []


def test_it_is_deleted_for_good(library: Library, dune: str) -> None:
    library.ask("DELETE", f"books/{dune}")
    library.ask("DELETE", f"trash/{dune}")
    assert library.in_trash() == []
    assert "Dune" not in json.dumps(events(library))
    assert damage(library) == []


def test_each_change_of_it_is_an_event(library: Library, dune: str) -> None:
    library.ask("PATCH", f"books/{dune}", author="Frank Herbert")
    library.ask("DELETE", f"books/{dune}")
    told = events(library)
    assert [each["type"] for each in told] == ["book.created", "book.updated", "book.deleted"]
    assert {each["kind"] for each in told} == {"book"}
    assert told[1]["before"]["author"] == "Herbert"
    assert told[1]["after"]["author"] == "Frank Herbert"


def test_it_is_exported(library: Library, dune: str) -> None:
    exported = library.ask("GET", "export?format=saydo")
    assert [book["id"] for book in exported["book"]] == [dune]


def test_its_log_proves_it(library: Library, dune: str) -> None:
    assert damage(library) == []
    inside(library, lambda db: db.execute("UPDATE things SET name_key = 'emma'"))
    assert damage(library) == [f"Book {dune} is not as the log says."]


def test_a_request_for_it_that_is_sent_again_does_nothing_new(library: Library) -> None:
    library.client.headers["Idempotency-Key"] = "once"
    first = library.ask("POST", "books", name="Dune")
    assert library.ask("POST", "books", name="Dune") == first


def test_no_two_kinds_have_the_same_name(library: Library) -> None:
    book = Kind(kept=[library.kinds.kept["book"]])
    with pytest.raises(ValueError, match="named book"):
        Kinds([*ALL, book, book])


def inside(library: Library, work: Any) -> Any:
    (workspace,) = library.client.app.state.workspaces._open.values()
    return workspace.file.write_now(work)


def damage(library: Library) -> list[str]:
    found: list[str] = inside(library, lambda db: find_damage(db, library.kinds))
    return found


def events(library: Library) -> list[dict[str, Any]]:
    def read(db: Database) -> Any:
        told = [to_event(library.kinds, entry) for entry in read_since(db, library.kinds, 0, 100)]
        return msgspec.json.decode(msgspec.json.encode(told))

    found: list[dict[str, Any]] = inside(library, read)
    return found
