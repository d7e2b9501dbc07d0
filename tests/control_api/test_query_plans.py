"""No question that is asked all the time reads a whole table: what it costs must not grow."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.edges.reminders.queries import View, changed_receipts, unheard_receipts
from control_api.edges.reminders.schedule import BATCH, is_anything_due, next_look
from control_api.edges.reminders.store import changed_things, rows_of, tasks_by_id
from control_api.edges.repeats.watch import quiet_until
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.engine.store import list_commands, recent_mentions
from control_api.engine.trash_store import list_trash
from control_api.engine.undo_graph import (
    find_by_itself,
    find_changed_since,
    find_redoable,
    find_undoable,
)
from control_api.kinds.simple.lists import Page, list_things
from control_api.kinds.simple.store import all_bells, count_open_uses, is_used
from control_api.kinds.tasks.actions.occurrence_store import list_occurrences
from control_api.kinds.tasks.known import load_known
from control_api.kinds.tasks.lists.orders import ORDERS, Sort
from control_api.kinds.tasks.lists.queries import TaskFilter, list_page
from control_api.kinds.tasks.records.store import existing_task, open_tasks_by_id
from control_api.kinds.tasks.records.tree import children, list_parts, waiting_for
from control_api.kinds.tasks.search.store import find_hits
from control_api.language.filters.reading import read_filter
from control_api.log.entries import changed_since, last_position, read_history, read_since
from control_api.requests.spoken import ENGLISH, WORDING
from shared.actions import Action, CompleteTask, CreateTask, Undo, UpdateTask
from shared.tasks import Task
from shared.things import Comment, Tag

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2031, 5, 6, 12, tzinfo=BERLIN)
VIEW = View(now=NOW, zone=BERLIN)
GROWING = "tasks|events|commands|things|reminders|reminder_deliveries|task_tags|task_assignees"
_SCAN = re.compile(rf"SCAN (?:{GROWING}|task_dependencies|needed|own|later)\b(?!.*USING)")
Question = Callable[[Database, Task], object]

ASKED: dict[str, Question] = {
    "read one": lambda db, task: existing_task(db, task.id),
    "parts": lambda db, task: (
        children(db, task.id),
        list_parts(db, task.id, cursor=None, limit=9),
    ),
    "what waits": lambda db, task: waiting_for(db, task.id),
    "search": lambda db, _: find_hits(db, "mil", offset=0, limit=20),
    "search for a part": lambda db, _: find_hits(db, "ilk", offset=0, limit=20),
    "search for a short part": lambda db, _: find_hits(db, "牛乳", offset=0, limit=20),
    "known to a sentence": lambda db, _: load_known(db, recent_mentions(db, "")),
    "changed since": lambda db, task: (changed_since(db, 3), open_tasks_by_id(db, [task.id])),
    "events": lambda db, _: (last_position(db), read_since(db, KINDS, 3, 100)),
    "history": lambda db, task: read_history(db, KINDS, task.id, before=None, limit=9),
    "commands": lambda db, _: list_commands(db, cursor=None, limit=9),
    "to undo": lambda db, _: (find_undoable(db), find_redoable(db)),
    "stands in the way": lambda db, task: (
        find_changed_since(db, str(find_undoable(db))),
        find_by_itself(db, [task.id], 1),
    ),
    "open uses": lambda db, task: count_open_uses(db, str(task.project_id)),
    "in use": lambda db, task: is_used(db, str(task.project_id)),
    "tags": lambda db, _: list_things(db, Tag, Page(limit=9)),
    "comments": lambda db, task: list_things(db, Comment, Page(limit=9), task_id=task.id),
    "record of times": lambda db, task: list_occurrences(db, task.id, before=None, limit=9),
    "repeats": lambda db, _: quiet_until(db, NOW, BERLIN),
    "reminders that are due": lambda db, _: (is_anything_due(db, NOW), next_look(db)),
    "reminders told": lambda db, _: (
        changed_receipts(db, 0, VIEW),
        unheard_receipts(db, "2031-05-06T00:00:00Z", 9, VIEW),
    ),
    "reminders planned": lambda db, task: (
        changed_things(db, 0, BATCH, ("task",)),
        tasks_by_id(db, [task.id]),
        rows_of(db, [task.id], "task_id"),
        rows_of(db, [task.id], "bell_id"),
        all_bells(db),
    ),
    "trash": lambda db, _: list_trash(db, KINDS, cursor=None, limit=9),
}


def run(db: Database, action: Action) -> list[Task]:
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=[action], confidence=1.0),
        now=NOW,
        zone=BERLIN,
        actor="owner",
        source="api",
        conversation="",
        text=None,
        request_hash="",
    )
    with transaction(db):
        return run_order(db, KINDS, order).tasks


def plans_of(db: Database, ask: Callable[[], object]) -> dict[str, list[str]]:
    """What is asked of SQLite, each with the steps in which it answers."""
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    try:
        ask()
    finally:
        db.conn.set_trace_callback(None)
    questions = [each for each in asked if re.match(r"\s*(SELECT|WITH|UPDATE|DELETE)", each)]
    assert questions
    return {
        each: [step[-1] for step in db.execute(f"EXPLAIN QUERY PLAN {each}")] for each in questions
    }


def scans(db: Database, ask: Callable[[], object]) -> dict[str, list[str]]:
    """What reads the whole of a table that grows, or sorts all it finds there."""
    return {
        asked: steps
        for asked, steps in plans_of(db, ask).items()
        if any(map(_SCAN.match, steps)) and not is_begun_only(asked, steps)
    }


def is_begun_only(asked: str, steps: list[str]) -> bool:
    """Whether it reads the first rows in the order in which they lie there, and then stops."""
    return "LIMIT" in asked and not any("TEMP B-TREE" in step for step in steps)


@pytest.fixture
def task(db: Database) -> Task:
    """One of a few tasks."""
    made = run(db, CreateTask(title="Milk", project="Home", tags=["shop"], due="2031-05-06"))[0]
    run(db, CreateTask(title="Eggs", depends_on=[made.id], parent_id=made.id))
    return made


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_all_the_time_is_found_by_an_index(
    db: Database, task: Task, name: str
) -> None:
    assert not scans(db, lambda: ASKED[name](db, task))


@pytest.mark.parametrize("sort", ORDERS)
def test_a_page_is_read_in_the_order_of_an_index(
    db: Database, task: Task, sort: Sort | None
) -> None:
    del task

    def page(cursor: str | None = None) -> str | None:
        found = list_page(db, TaskFilter(), NOW, cursor=cursor, limit=1, sort=sort)
        return found.next_cursor

    second = page()
    assert not scans(db, page)
    assert not scans(db, lambda: page(second))


@pytest.mark.parametrize(
    "text",
    ["due this week & !done", "#shop & open", "in Home", "repeats", '"milk"', '"買う"', "blocked"],
)
def test_a_filter_that_few_tasks_fit_is_answered_by_an_index(
    db: Database, task: Task, text: str
) -> None:
    del task
    wanted = TaskFilter(also=(read_filter(text, NOW, ENGLISH),))
    found = scans(db, lambda: list_page(db, wanted, NOW, cursor=None, limit=9))
    assert not [asked for asked in found if "LIMIT 0" not in asked]


def test_changes_are_written_by_indexes(db: Database, task: Task) -> None:
    def change() -> None:
        run(db, CreateTask(title="Bread", project="Home", tags=["shop"]))
        run(db, UpdateTask(task.id, title="Oat milk"))
        run(db, CompleteTask(task.id))
        run(db, Undo())

    assert not scans(db, change)


def test_repeating_tasks_are_read_in_order_by_their_own_index(db: Database) -> None:
    now = datetime(2031, 5, 6, tzinfo=UTC)
    (steps,) = plans_of(db, lambda: quiet_until(db, now, BERLIN)).values()
    assert any("tasks_repeating (due<?)" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)
