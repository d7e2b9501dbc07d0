"""What is found in titles is found in notes and comments: parts of words, in any script."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from unicodedata import combining

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.full_text import SHORTEST_PART, is_unspaced, part_key
from control_api.database.migrations import migrate
from control_api.database.open import transaction
from control_api.input.search_key import search_key
from control_api.kinds.simple.store import save_thing
from control_api.kinds.tasks.lists.queries import TaskFilter, list_page
from control_api.kinds.tasks.records.store import save_task
from control_api.kinds.tasks.search.marks import mark_part, mark_part_of_long
from control_api.kinds.tasks.search.store import find_hits
from control_api.language.filters.reading import read_filter
from control_api.requests.spoken import ENGLISH
from shared.search import Hit, Piece
from shared.tasks import Task
from shared.things import Comment

NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)
STAMP = "2031-05-06T12:00:00.000000Z"


def write(db: Database, title: str, notes: str = "", comment: str = "") -> str:
    task = Task(
        id=str(uuid.uuid4()),
        title=title,
        notes=notes,
        status="todo",
        due=None,
        time_zone=None,
        project=None,
        created_at=STAMP,
        updated_at=STAMP,
        completed_at=None,
    )
    with transaction(db):
        save_task(db, task)
        if comment:
            save_thing(db, Comment(str(uuid.uuid4()), task.id, comment, STAMP, STAMP))
    return task.id


def hits(db: Database, text: str) -> list[Hit]:
    return find_hits(db, text, offset=0, limit=50)


def found(db: Database, text: str) -> list[str]:
    return [hit.task.title for hit in hits(db, text)]


def listed(db: Database, wanted: TaskFilter) -> list[str]:
    return [task.title for task in list_page(db, wanted, NOW, cursor=None, limit=50).items]


def marked(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)


TEXTS = [
    ("straße", "Bring it zur Hauptstraße 5", "Bring it zur Haupt[straße] 5"),
    ("PTSTRASSE", "Bring it zur Hauptstraße 5", "Bring it zur Hau[ptstraße] 5"),
    ("strasse 5", "Bring it zur Hauptstraße 5", "Bring it zur Haupt[straße 5]"),
    ("bucher", "die Kinderbücher holen", "die Kinder[bücher] holen"),
    ("牛乳", "帰りに牛乳を買う", "帰りに[牛乳]を買う"),
    ("買う", "帰りに牛乳を買う", "帰りに牛乳を[買う]"),
    ("乳", "帰りに牛乳を買う", "帰りに牛[乳]を買う"),
    ("りに牛乳", "帰りに牛乳を買う", "帰[りに牛乳]を買う"),
    ("牛奶", "下班后买牛奶", "下班后买[牛奶]"),
    ("김치", "배추김치 담그기", "배추[김치] 담그기"),
    ("ορρας", "προς βορράς", "προς β[ορράς]"),
    ("ΟΡΡΆΣ", "προς βορράς", "προς β[ορράς]"),
    ("осква", "поезд в Москва", "поезд в М[осква]"),  # noqa: RUF001 (Cyrillic)
]


@pytest.mark.parametrize(("text", "whole", "shown"), TEXTS)
def test_a_part_is_found_and_shown_in_notes_and_comments_as_in_titles(
    db: Database, text: str, whole: str, shown: str
) -> None:
    write(db, "commented", comment=whole)
    write(db, "noted", notes=whole)
    write(db, whole)
    write(db, "another")
    assert found(db, text) == [whole, "noted", "commented"]
    titled, noted, commented = hits(db, text)
    assert [marked(titled.title), titled.notes, titled.comments] == [shown, [], []]
    assert [marked(noted.title), marked(noted.notes), noted.comments] == ["noted", shown, []]
    assert [commented.notes, marked(commented.comments)] == [[], shown]
    assert listed(db, TaskFilter(search=text)) == [whole, "noted", "commented"]


def test_a_word_in_notes_comes_before_a_part_of_a_title_and_that_before_one_of_notes(
    db: Database,
) -> None:
    write(db, "comment with a part", comment="Stromrechnung")
    write(db, "notes with a part", notes="Stromrechnung")
    write(db, "Stromrechnung")
    write(db, "notes", notes="die Rechnung")
    write(db, "Rechnungen")
    write(db, "Rechnung")
    assert found(db, "rechnung") == [
        "Rechnung",
        "Rechnungen",
        "notes",
        "Stromrechnung",
        "notes with a part",
        "comment with a part",
    ]


def test_one_or_two_letters_of_an_alphabet_are_found_anywhere_but_come_last(db: Database) -> None:
    write(db, "noted", notes="a film")
    write(db, "Film")
    write(db, "Lmao")
    assert found(db, "lm") == ["Lmao", "Film", "noted"]
    # A list has all that fit, and such letters are nearly everywhere.
    assert listed(db, TaskFilter(search="lm")) == ["Lmao", "Film"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('"牛乳"', ["noted", "牛乳を買う"]),
        ('"乳"', ["noted", "牛乳を買う"]),
        ('"牛乳を"', ["noted", "牛乳を買う"]),
        ('"straße"', []),
        ('"Hauptstraße"', ["street"]),
    ],
)
def test_exact_words_are_parts_where_no_blanks_are_between_words(
    db: Database, text: str, titles: list[str]
) -> None:
    write(db, "street", notes="zur Hauptstrasse")
    write(db, "牛乳を買う")
    write(db, "noted", notes="帰りに牛乳を買う")
    assert listed(db, TaskFilter(also=(read_filter(text, NOW, ENGLISH),))) == titles


def test_of_long_notes_what_is_near_is_shown_in_whole_words(db: Database) -> None:
    write(db, "long", notes="zero one " * 40 + "zur Hauptstraße" + " two three" * 40)
    write(db, "長い", notes="一" * 200 + "牛乳" + "二" * 200)
    [spaced], [unspaced] = hits(db, "ptstrasse"), hits(db, "牛乳")
    shown = marked(spaced.notes)
    assert shown.startswith(("…zero one", "…one zero"))
    assert "zur Hau[ptstraße] two" in shown
    assert shown.endswith(("two…", "three…"))
    assert len(shown) < 200
    assert marked(unspaced.notes) == f"…{'一' * 80}[牛乳]{'二' * 80}…"


LETTERS = "aäA\u0308sßSſﬁİiıéÉeσςΣάΆ한하\u11ab牛乳がか\u3099й 　\tмМ%-\"'\U0001d400"  # noqa: RUF001 (alike for people, not for programs)


@given(text=st.text(LETTERS, min_size=1, max_size=12), ends=st.tuples(*[st.integers(0, 12)] * 2))
def test_what_is_marked_is_what_was_searched_for(text: str, ends: tuple[int, int]) -> None:
    asked = text[min(ends) : max(ends)]
    key = part_key(asked)
    assume(key and not combining(asked[0]))
    pieces = mark_part(text, key)
    assert "".join(piece.text for piece in pieces) == text
    assert [key in search_key(piece.text) for piece in pieces if piece.found] == [True] * (
        key in search_key(text)
    )
    assert mark_part_of_long(text, key) == (pieces if key in search_key(text) else [])


@pytest.fixture(scope="module")
def shared_db() -> Iterator[Database]:
    """One for all examples, in memory; each empties it."""
    made = Database(memory=True, execute_plugins=False)
    made.conn.isolation_level = None
    with transaction(made):
        migrate(made, WORKSPACE)
    yield made
    made.close()


@settings(max_examples=80)
@given(
    text=st.text(LETTERS, min_size=1, max_size=12) | st.text(min_size=1, max_size=12),
    ends=st.tuples(*[st.integers(0, 12)] * 2),
)
def test_what_is_found_in_a_title_is_found_in_notes_and_comments(
    shared_db: Database, text: str, ends: tuple[int, int]
) -> None:
    db = shared_db
    asked = text[min(ends) : max(ends)]
    assume(asked and not combining(asked[0]))
    assume("\x00" not in text and text.isprintable())
    db.execute("DELETE FROM tasks")
    db.execute("DELETE FROM things")
    write(db, text)
    write(db, "\u2e3b", notes=text)
    write(db, "\u2e3b", comment=text)
    in_title = text in found(db, asked)
    assert not in_title or len(found(db, asked)) == 3
    if len(part_key(asked)) >= SHORTEST_PART or is_unspaced(asked):
        in_list = listed(db, TaskFilter(search=asked))
        assert text not in in_list or len(in_list) == 3
    assert not list(WORKSPACE.checks["full-text index"](db))
