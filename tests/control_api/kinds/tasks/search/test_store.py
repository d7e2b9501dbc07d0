"""Full-text search: what is found, how it is ordered, and that the index follows every change."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.full_text import beginnings, part, phrase
from control_api.kinds.tasks.search import store
from control_api.kinds.tasks.search.asking import MOST_FORMS
from control_api.kinds.tasks.search.migrations import fill_indexes
from control_api.kinds.tasks.search.store import find_hits
from shared.actions import CreateTask, DeleteTask, RestoreTask, Undo, UpdateTask
from shared.outcomes import Outcome
from shared.search import Hit, Piece
from shared.tasks import Task
from shared.thing_actions import CreateComment, DeleteComment, RestoreThing, UpdateComment

Run = Callable[..., Outcome]


def create(run: Run, title: str, notes: str = "") -> Task:
    return run(CreateTask(title=title, notes=notes)).tasks[0]


def comment(run: Run, task: Task, text: str) -> str:
    done = run(CreateComment(task_id=task.id, text=text)).actions[0]
    assert isinstance(done, CreateComment)
    assert done.comment_id
    return done.comment_id


def hits(db: Database, text: str) -> list[Hit]:
    return find_hits(db, text, offset=0, limit=50)


def found(db: Database, text: str) -> list[str]:
    return [hit.task.title for hit in hits(db, text)]


def marked(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("milk", ["Buy Milk"]),
        ("mil bu", ["Buy Milk"]),
        ("ILK", ["Buy Milk"]),
        ("muller", ["Call Müller"]),
        ("MÜLLER", ["Call Müller"]),
        ("rechnung", ["Stromrechnung bezahlen"]),
        ("牛奶", ["买牛奶"]),
        ("%", ["100% oats"]),
        ("milk oats", []),
        ("", []),
        ('"', []),
        ("AND", []),
        ("NEAR(milk)", []),
        ("title:milk*", []),
    ],
)
def test_words_are_found_by_their_beginnings_and_titles_by_any_part(
    db: Database, run: Run, text: str, titles: list[str]
) -> None:
    for title in ("Buy Milk", "Call Müller", "Stromrechnung bezahlen", "买牛奶", "100% oats"):
        create(run, title)
    assert found(db, text) == titles


@pytest.mark.parametrize("text", ["Hauptstraße", "HAUPTSTRASSE", "hauptstraß", "zur Hauptstrass"])
def test_a_sharp_s_is_two_in_every_text(db: Database, run: Run, text: str) -> None:
    create(run, "Parcel", notes="Bring it zur Hauptstraße 5")
    create(run, "Messe", notes="zur Hauptstrasse")
    spoken = create(run, "Bus")
    comment(run, spoken, "It stops zur Hauptstraße")
    create(run, "Nothing", notes="zur Haupstadt")
    assert sorted(found(db, text)) == ["Bus", "Messe", "Parcel"]
    [parcel] = [hit for hit in hits(db, text) if hit.task.title == "Parcel"]
    assert "[Hauptstraße]" in marked(parcel.notes)


def test_phrases_and_filters_know_the_sharp_s_too(db: Database, run: Run) -> None:
    create(run, "Parcel", notes="Bring it zur Hauptstraße 5")
    for text in ("zur hauptstrasse 5", "ZUR HAUPTSTRASSE"):
        asked = db.execute(
            "SELECT count(*) FROM task_words WHERE task_words MATCH ?", [phrase(text)]
        )
        assert asked.fetchone() == (1,)


def test_the_title_counts_more_than_notes_and_notes_more_than_comments(
    db: Database, run: Run
) -> None:
    comment(run, create(run, "commented"), "ask for the passport again")
    create(run, "noted", notes="ask for the passport again")
    create(run, "the passport")
    assert found(db, "passport") == ["the passport", "noted", "commented"]


def test_whole_words_come_before_those_that_only_begin_so(db: Database, run: Run) -> None:
    create(run, "Wash the car")
    create(run, "Beat the carpet")
    create(run, "Paint the carriage", notes="like the car")
    assert found(db, "car") == ["Wash the car", "Paint the carriage", "Beat the carpet"]


def test_of_many_hits_the_newest_are_ranked(
    db: Database, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "RANKED_HITS", 3)
    for number in range(3):
        create(run, f"Milk {number}")
    create(run, "Oats", notes="with milk")
    create(run, "Milk 4")
    assert found(db, "milk") == ["Milk 4", "Milk 2", "Oats", "Milk 1"]


@pytest.mark.parametrize("count", [1, MOST_FORMS, MOST_FORMS + 1])
def test_of_a_beginning_all_words_are_found_however_many_there_are(
    db: Database, run: Run, count: int
) -> None:
    titles = [f"milk{letter} and more" for letter in "abcdefghijkl"[:count]]
    for title in ("milestone", *titles, "mill"):
        create(run, title)
    assert found(db, "milk mor") == list(reversed(titles))


def test_it_is_shown_where_the_words_are(db: Database, run: Run) -> None:
    task = create(run, "Straße fegen", notes="zero " * 50 + "vor der Garage")
    comment(run, task, "Garage?")
    (hit,) = hits(db, "gara")
    assert marked(hit.title) == "Straße fegen"
    assert marked(hit.notes).startswith("…")
    assert marked(hit.notes).endswith("vor der [Garage]")
    assert marked(hit.comments) == "[Garage]?"
    assert marked(hits(db, "strasse")[0].title) == "[Straße] fegen"
    assert marked(hits(db, "tras")[0].title) == "S[traß]e fegen"
    assert hits(db, "strasse")[0].notes == []


def test_a_change_is_found_at_once_and_what_was_there_before_no_more(
    db: Database, run: Run
) -> None:
    task = create(run, "Buy milk", notes="whole")
    first = comment(run, task, "at the corner shop")
    run(UpdateTask(task_id=task.id, title="Buy oats", notes="rolled"))
    assert [len(hits(db, text)) for text in ("milk", "whole", "corner")] == [0, 0, 1]
    run(Undo())
    assert [len(hits(db, text)) for text in ("milk", "whole", "oats")] == [1, 1, 0]
    run(UpdateComment(comment_id=first, text="at the market"))
    assert [len(hits(db, text)) for text in ("corner", "market")] == [0, 1]
    run(DeleteComment(comment_id=first))
    assert hits(db, "market") == []
    run(RestoreThing(thing_id=first))
    run(DeleteTask(task_id=task.id))
    assert [len(hits(db, text)) for text in ("milk", "market", "uy mil")] == [0, 0, 0]
    run(RestoreTask(task_id=task.id))
    assert [len(hits(db, text)) for text in ("milk", "market", "uy mil")] == [1, 1, 1]
    assert WORKSPACE.find_damage(db) == []


def test_a_task_purged_from_the_file_is_found_no_more(db: Database, run: Run) -> None:
    task = create(run, "Secret plan")
    comment(run, task, "hidden")
    db.execute("DELETE FROM tasks")
    db.execute("DELETE FROM things")
    assert hits(db, "secret") == hits(db, "hidden") == []
    fill_indexes(db)
    stored = [bytes(block) for (block,) in db.execute("SELECT block FROM task_words_data")]
    assert not any(b"secret" in block or b"hidden" in block for block in stored)
    for index in ("task_titles", "task_notes"):
        assert not db.execute(f"SELECT * FROM {index}_places").fetchall()


def test_pages_of_hits_go_on_where_the_one_before_ended(db: Database, run: Run) -> None:
    for number in range(7):
        create(run, f"Milk {number}")
    pages = [find_hits(db, "milk", offset=offset, limit=3) for offset in (0, 3, 6)]
    assert [hit.task.title for page in pages for hit in page] == [
        f"Milk {number}" for number in reversed(range(7))
    ]


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO task_words (task_words) VALUES ('delete-all')",
        "INSERT INTO task_titles (task_titles) VALUES ('delete-all')",
        "INSERT INTO task_notes (task_notes) VALUES ('delete-all')",
        "DROP TRIGGER search_after_update_on_tasks",
        "DROP TRIGGER search_before_update_on_tasks",
    ],
)
def test_an_index_out_of_step_is_found(db: Database, run: Run, damage: str) -> None:
    task = create(run, "Buy milk", notes="whole")
    db.execute(damage)
    if "TRIGGER" in damage:
        run(UpdateTask(task_id=task.id, title="Buy oats"))
    assert WORKSPACE.find_damage(db) == ["The full-text index is not as the tasks say; rebuild it."]
    fill_indexes(db)
    assert WORKSPACE.find_damage(db) == []


SIGNS = '"*^:(){}+- \x00\ud800AND OR NOT NEAR%_\\é牛'


@settings(max_examples=150)
@given(text=st.text(max_size=60) | st.text(SIGNS, max_size=60))
def test_any_text_can_be_searched_for(text: str) -> None:
    empty = Database(memory=True, execute_plugins=False)
    try:
        empty.execute("CREATE VIRTUAL TABLE words USING fts5(a)")
        empty.execute("CREATE VIRTUAL TABLE parts USING fts5(a, tokenize = 'trigram')")
        empty.execute("INSERT INTO words VALUES ('milk')")
        for table, asked in (
            ("words", beginnings(text)),
            ("words", phrase(text)),
            ("parts", part(text)),
        ):
            if asked is not None:
                query = f"SELECT * FROM {table} WHERE {table} MATCH ?"
                assert all(empty.execute(query, [asked]).fetchall())
    finally:
        empty.close()
