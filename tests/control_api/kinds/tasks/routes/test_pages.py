"""However a list is looked for, its pages are the tasks that fit, sorted and cut in pieces."""

import uuid
from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import Any, get_args
from unittest import mock
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.migrations import migrate
from control_api.database.open import transaction
from control_api.kinds.tasks.lists import listing
from control_api.kinds.tasks.lists.orders import Sort
from control_api.kinds.tasks.lists.queries import TaskFilter, list_due, list_page
from control_api.kinds.tasks.records.document import PRIORITIES
from control_api.kinds.tasks.records.store import save_task
from control_api.language.filters.reading import read_filter
from control_api.requests.spoken import ENGLISH
from shared.tasks import Priority, Task, TaskStatus
from tests.control_api.kinds.tasks.lists.evaluation import World, fits

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 11, tzinfo=BERLIN)
WORLD = World(NOW, BERLIN, {}, {})
STAMPS = st.sampled_from([f"2026-11-2{day}T00:00:00.000000Z" for day in range(3)])
FILTERS = (
    "",
    "due by 2026-11-24",
    "open & priority >= high",
    "no date | overdue",
    '!done & "oats"',
)


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    made = []
    for number in range(draw(st.integers(0, 14))):
        completed_at = draw(st.none() | STAMPS)
        unfinished = draw(st.sampled_from(get_args(TaskStatus)[:2]))
        task = Task(
            id=str(uuid.UUID(int=number)),
            title=draw(st.sampled_from(["Milk", "milk", "Oats and milk", "oats"])),
            status=unfinished if completed_at is None else "completed",
            due=draw(st.sampled_from([None, "2026-11-23", "2026-11-24", "2026-11-25"])),
            time_zone=None,
            project=None,
            priority=draw(st.sampled_from([None, *get_args(Priority)])),
            order=draw(st.sampled_from([None, 1.0, 2.5])),
            created_at=draw(STAMPS),
            updated_at=draw(STAMPS),
            completed_at=completed_at,
        )
        made.append(task)
    return made


def stored(made: list[Task]) -> Database:
    db = Database(memory=True, execute_plugins=False)
    db.conn.isolation_level = None
    with transaction(db):
        migrate(db, WORKSPACE)
        for task in made:
            save_task(db, task)
    return db


def in_order(made: list[Task], sort: Sort | None) -> list[Task]:
    """Sorted, those without it last; what is alike by when it was made."""
    field = (sort or "").removeprefix("-")
    down = sort is None or sort.startswith("-")
    keys: dict[str, Callable[[Task], Any]] = {
        "": lambda task: task.deleted_at or 0,
        "title": lambda task: task.title.casefold(),
        "priority": lambda task: PRIORITIES[task.priority],
    }
    key = keys.get(field, attrgetter(field or "id"))
    numbered = [(key(task), number, task) for number, task in enumerate(made)]
    filled = sorted((each for each in numbered if each[0] is not None), key=lambda each: each[:2])
    empty = [each for each in numbered if each[0] is None]
    if down:
        filled.reverse()
        empty.reverse()
    return [task for _, _, task in (*filled, *empty)]


@settings(max_examples=80)
@given(
    made=tasks(),
    few=st.sampled_from([0, listing.FEW]),
    looks=st.sampled_from([listing.LOOKS, (1, 2), (2, 5)]),
    limit=st.integers(1, 6),
    sort=st.sampled_from([None, *get_args(Sort)]),
    search=st.sampled_from([None, "mil", "oats", "and m", "k"]),
    asked=st.sampled_from(FILTERS),
)
def test_pages_are_the_sorted_list_cut_in_pieces(
    made: list[Task],
    few: int,
    looks: tuple[int, int],
    limit: int,
    sort: Sort | None,
    search: str | None,
    asked: str,
) -> None:
    node = read_filter(asked, NOW, ENGLISH) if asked else None
    wanted = TaskFilter(search=search, also=(node,) if node else ())
    right = [
        task
        for task in in_order(made, sort)
        if (search or "") in task.title.casefold() and (node is None or fits(node, task, WORLD))
    ]
    db = stored(made)
    found: list[Task] = []
    with mock.patch.multiple(listing, LOOKS=looks, FEW=few):
        cursor = None
        while len(found) <= len(made):
            page = list_page(db, wanted, NOW, cursor=cursor, limit=limit, sort=sort)
            assert len(page.items) <= limit
            found += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        first, total = list_due(db, wanted, NOW, limit=3)
    db.close()
    assert found == right
    assert total == len(right)
    by_due = [task for task in in_order(made, "due") if task in right]
    assert first == by_due[:3]
