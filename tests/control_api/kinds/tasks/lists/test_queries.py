import tempfile
import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer
from control_api.kinds.simple.store import find_named, save_thing
from control_api.kinds.tasks.lists.queries import TaskFilter, list_due, list_page
from control_api.kinds.tasks.records.store import save_task, trash_task
from shared.problems import InvalidInputError
from shared.tasks import Task
from shared.things import Project

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 11, tzinfo=BERLIN)
EVERYTHING = TaskFilter()


def make_task(db: Database, number: int, title: str = "", **fields: Any) -> Task:
    task_id = f"{number:08}-0000-4000-8000-000000000000"
    defaults: dict[str, Any] = {"due": None, "time_zone": None, "project": None}
    task = Task(
        id=task_id,
        title=title or f"Task {number}",
        status="todo",
        created_at="2026-11-21T00:00:00.000000Z",
        updated_at="2026-11-21T00:00:00.000000Z",
        **(defaults | fields),
    )
    if task.project is not None:
        task = msgspec.structs.replace(task, project_id=make_project(db, task.project))
    save_task(db, task)
    return task


def make_project(db: Database, name: str) -> str:
    project = find_named(db, Project, name)
    if project is None:
        stamp = "2026-11-21T00:00:00.000000Z"
        project = Project(str(uuid.uuid4()), name, created_at=stamp, updated_at=stamp)
        save_thing(db, project)
    return project.id


def titles(db: Database, wanted: TaskFilter) -> list[str]:
    return [task.title for task in list_due(db, wanted, NOW, limit=100)[0]]


@settings(max_examples=40)
@given(
    count=st.integers(0, 30),
    limit=st.integers(1, 12),
    changes=st.lists(st.tuples(st.sampled_from(["add", "trash", "change"]), st.integers(0, 29))),
)
def test_what_exists_all_along_is_on_exactly_one_page(
    count: int, limit: int, changes: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = open_writer(Path(folder) / "w.db", WORKSPACE)
        stable = {make_task(db, number).id for number in range(count)}
        seen: list[str] = []
        cursor = None
        for _ in range(100):  # more pages than there can be
            page = list_page(db, EVERYTHING, NOW, cursor=cursor, limit=limit)
            assert len(page.items) <= limit
            seen += [task.id for task in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
            if changes:
                kind, number = changes.pop()
                if kind == "add":
                    make_task(db, 1000 + len(changes))
                elif kind == "trash" and number < count:
                    task_id = f"{number:08}-0000-4000-8000-000000000000"
                    trash_task(db, task_id, "2026-11-21T00:00:00.000000Z")
                    stable.discard(task_id)
                elif number < count and f"{number:08}-0000-4000-8000-000000000000" in stable:
                    make_task(db, number, title="Changed")
        db.close()
    assert cursor is None
    assert len(seen) == len(set(seen))
    assert stable <= set(seen)


@pytest.mark.parametrize("cursor", ["", "x", "dDA", "dC0x", "t1", "é", "dDEgIA", "dDk5" * 30])
def test_a_cursor_that_no_page_gave_is_refused(db: Database, cursor: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        list_page(db, EVERYTHING, NOW, cursor=cursor, limit=10)
    assert "cursor" in refusal.value.fields


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("MILK", ["Buy milk"]),
        ("übung", ["Übung 100%"]),
        ("100%", ["Übung 100%"]),
        ("%", ["Übung 100%"]),
        ("_", ["snake_case"]),
        ("\\", []),
    ],
)
def test_search_finds_what_is_written_in_any_case(
    db: Database, search: str, found: list[str]
) -> None:
    for number, title in enumerate(["Buy milk", "Übung 100%", "snake_case"]):
        make_task(db, number, title)
    assert titles(db, TaskFilter(search=search)) == found


def test_a_fixed_instant_is_on_the_day_it_has_where_the_person_is(db: Database) -> None:
    make_task(db, 1, "Tokyo", due="2026-11-25T06:00:00", time_zone="Asia/Tokyo")
    make_task(db, 2, "floating", due="2026-11-24T23:59:00")
    make_task(db, 3, "all day", due="2026-11-24")
    make_task(db, 4, "after", due="2026-11-25")
    make_task(db, 5, "undated")
    day = date(2026, 11, 24)
    assert titles(db, TaskFilter(due_from=day, due_to=day)) == ["all day", "floating", "Tokyo"]
    assert titles(db, TaskFilter(due_from=date(2026, 11, 25))) == ["after"]
    assert titles(db, TaskFilter(due_to=date(2026, 11, 23))) == []


def test_overdue_is_what_should_have_been_done_by_now(db: Database) -> None:
    make_task(db, 1, "yesterday", due="2026-11-23")
    make_task(db, 2, "today", due="2026-11-24")
    make_task(db, 3, "this morning", due="2026-11-24T09:00:00")
    make_task(db, 4, "tonight", due="2026-11-24T20:00:00")
    make_task(db, 5, "Tokyo", due="2026-11-24T18:00:00", time_zone="Asia/Tokyo")
    now = datetime(2026, 11, 24, 11, tzinfo=UTC)
    found = titles(db, TaskFilter(overdue_at=now))
    assert found == ["yesterday", "this morning", "Tokyo"]


def test_a_list_for_a_person_says_how_many_there_are(db: Database) -> None:
    for number in range(7):
        make_task(db, number, due=f"2026-11-{20 - number}")
    tasks, total = list_due(db, EVERYTHING, NOW, limit=3)
    assert [task.due for task in tasks] == ["2026-11-14", "2026-11-15", "2026-11-16"]
    assert total == 7
