"""A filter's SQL finds what the same filter finds in plain Python."""

import uuid
from datetime import datetime
from typing import Any, get_args
from unittest import mock
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.migrations import migrate
from control_api.database.open import transaction
from control_api.kinds.simple.store import save_thing, trash_thing
from control_api.kinds.tasks.lists import listing
from control_api.kinds.tasks.lists.conditions import condition
from control_api.kinds.tasks.lists.queries import TaskFilter, list_page
from control_api.kinds.tasks.lists.values import Values
from control_api.kinds.tasks.records.store import all_tasks, existing_task, save_task
from control_api.language.filters.nodes import InProject, IsAssigned, Node
from shared.tasks import Priority, Repeat, Task, TaskStatus
from shared.things import Comment, Person, Project, Tag
from tests.control_api.kinds.tasks.lists.evaluation import World, fits
from tests.control_api.language.filters.generated import CONDITIONS, NAMES, WORDS, nodes

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 0, 30, tzinfo=BERLIN)
STAMP = "2026-11-01T00:00:00.000000Z"
TIMES: st.SearchStrategy[tuple[str | None, str | None]] = st.sampled_from(
    [
        (None, None),
        ("2026-11-22", None),
        ("2026-11-24", None),
        ("2026-11-27", None),
        ("2026-11-24T00:29:00", None),
        ("2026-11-24T23:30:00", None),
        ("2026-11-24T08:00:00", "Asia/Tokyo"),
        ("2026-11-24T08:31:00", "Asia/Tokyo"),
        ("2026-11-26T20:00:00", "America/New_York"),
    ]
)
STAMPS = st.sampled_from(
    [f"2026-11-{day}.000000Z" for day in ("17T10:00:00", "22T22:59:59", "23T23:00:00")]
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" and ".join)


def known(kind: type[Any], name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind.__name__} {name}"))


def some(kind: type[Any]) -> st.SearchStrategy[list[str]]:
    ids = [known(kind, name) for name in NAMES]
    return st.lists(st.sampled_from(ids), max_size=2, unique=True)


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    made: list[Task] = []
    for number in range(draw(st.integers(1, 8))):
        due, start, deadline = draw(TIMES), draw(TIMES), draw(TIMES)
        status = draw(st.sampled_from(get_args(TaskStatus)))
        earlier = st.sampled_from([None, *(task.id for task in made)])
        needed = draw(earlier)
        made.append(
            Task(
                id=str(uuid.UUID(int=number)),
                title=draw(TEXTS),
                notes=draw(st.just("") | TEXTS),
                status=status,
                due=due[0],
                time_zone=due[1],
                start=start[0],
                start_time_zone=start[1],
                deadline=deadline[0],
                deadline_time_zone=deadline[1],
                project=None,
                project_id=draw(st.sampled_from([None, *(known(Project, name) for name in NAMES)])),
                priority=draw(st.sampled_from((None, *get_args(Priority)))),
                tag_ids=draw(some(Tag)),
                assignee_ids=draw(some(Person)),
                parent_id=draw(earlier),
                depends_on=[needed] if needed else [],
                repeat=draw(st.sampled_from([None, Repeat(rule="FREQ=DAILY")])),
                created_at=draw(STAMPS),
                updated_at=draw(STAMPS),
                completed_at=draw(STAMPS) if status == "completed" else None,
            )
        )
    return made


def stored(made: list[Task], comments: dict[str, list[str]]) -> Database:
    db = Database(memory=True, execute_plugins=False)
    db.conn.isolation_level = None
    with transaction(db):
        migrate(db, WORKSPACE)
        for name in NAMES:
            save_thing(db, Project(known(Project, name), name, STAMP, STAMP))
            save_thing(db, Tag(known(Tag, name), name, STAMP, STAMP))
            person = Person(known(Person, name), name, STAMP, STAMP, nicknames=[f"{name}y"])
            save_thing(db, person)
        for task in made:
            save_task(db, task)
        for task_id, texts in comments.items():
            for text in texts:
                save_thing(db, Comment(str(uuid.uuid4()), task_id, text, STAMP, STAMP))
        for kind in (Project, Tag, Person):
            trash_thing(db, known(kind, "home"), STAMP)
    return db


def agree(db: Database, node: Node, read: list[Task], world: World) -> bool:
    """Whether it is the same tasks, and all of them are where the indexes say."""
    values = Values(NOW)
    made = condition(db, node, values)
    right = {task.id for task in read if fits(node, task, world)}
    rows = db.execute(f"SELECT id, position FROM tasks WHERE {made.sql}", values.given)
    positions = dict(rows)
    ways = [way.positions for way in made.found]
    ways += [
        " UNION ".join(
            f"SELECT {index.position} FROM {index.table} WHERE {index.condition}"
            for index in way.newest
        )
        for way in made.found
        if way.newest
    ]
    return positions.keys() == right and all(
        set(positions.values()) <= {position for (position,) in db.execute(way, values.given)}
        for way in ways
    )


def newest_first(db: Database, node: Node) -> list[str]:
    """Two on a page, and the tasks looked at in small portions."""
    found: list[str] = []
    cursor = None
    with mock.patch.multiple(listing, LOOKS=(1, 2), FEW=0):
        while True:
            wanted = TaskFilter(also=(node,))
            page = list_page(db, wanted, NOW, cursor=cursor, limit=2)
            found += [task.id for task in page.items]
            cursor = page.next_cursor
            if cursor is None:
                return found


@settings(max_examples=40)
@given(made=tasks(), joined=st.lists(nodes(), min_size=10, max_size=10), said=TEXTS)
def test_sql_and_python_agree_on_any_filter(
    made: list[Task], joined: list[Node], said: str
) -> None:
    comments = {made[0].id: [said]}
    db = stored(made, comments)
    world = World(NOW, BERLIN, {f"{name}y": name for name in NAMES}, comments)
    read = [existing_task(db, task_id) for task_id in all_tasks(db)]
    wrong = [node for node in (*CONDITIONS, *joined) if not agree(db, node, read, world)]
    lists = {node: newest_first(db, node) for node in joined}
    db.close()
    assert wrong == []
    for node, listed in lists.items():
        # The ids are the numbers in which the tasks were made.
        right = sorted((task.id for task in read if fits(node, task, world)), reverse=True)
        assert listed == right


def test_people_are_found_by_any_name_they_have() -> None:
    db = stored([], {})
    sarah = Person(str(uuid.uuid4()), "Sarah", STAMP, STAMP, nicknames=["Sis", "Zoë"])
    save_thing(db, sarah)
    assert known(Person, "Zoë") != sarah.id
    values = Values(NOW)
    condition(db, IsAssigned("ZOË"), values)
    asked = {value for value in values.given.values() if isinstance(value, str)}
    assert asked == {known(Person, "Zoë"), sarah.id}
    db.close()


def test_of_two_people_with_one_name_the_tasks_of_both_are_found() -> None:
    people = [Person(str(uuid.uuid4()), name, STAMP, STAMP, nicknames=["Kim"]) for name in "AB"]
    made = [
        Task(
            id=str(uuid.UUID(int=number)),
            title="Milk",
            status="todo",
            due=None,
            time_zone=None,
            project=None,
            assignee_ids=[people[number % 2].id],
            created_at=STAMP,
            updated_at=STAMP,
        )
        for number in range(4)
    ]
    db = stored(made, {})
    for person in people:
        save_thing(db, person)
    assert newest_first(db, IsAssigned("Kim")) == [task.id for task in reversed(made)]
    db.close()


def test_the_list_that_is_called_so_is_found_by_what_it_is_called_aloud() -> None:
    lists = [Project(str(uuid.uuid4()), name, STAMP, STAMP) for name in ("Grocery List", "Garden")]
    made = [
        Task(
            id=str(uuid.UUID(int=number)),
            title="Milk",
            status="todo",
            due=None,
            time_zone=None,
            project=None,
            project_id=each.id,
            created_at=STAMP,
            updated_at=STAMP,
        )
        for number, each in enumerate(lists)
    ]
    db = stored(made, {})
    for each in lists:
        save_thing(db, each)
    groceries, garden = (task.id for task in made)
    assert newest_first(db, InProject("the grocery list", ("grocery list", "grocery"))) == [
        groceries
    ]
    assert newest_first(db, InProject("the garden list", ("garden list", "garden"))) == [garden]
    assert newest_first(db, InProject("my list", ("my", "list"))) == []
    # A list that has the very name goes before.
    save_thing(db, Project(str(uuid.uuid4()), "The garden list", STAMP, STAMP))
    assert newest_first(db, InProject("the garden list", ("garden list", "garden"))) == []
    db.close()
