"""Workspaces of any size, made through the store's own functions with a real event log."""

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer, transaction
from control_api.engine.store import StoredCommand, save_command
from control_api.kinds.simple.store import save_things
from control_api.kinds.tasks.records.store import save_tasks
from control_api.kinds.tasks.search.migrations import fill_indexes
from control_api.log.changes import Change
from control_api.log.entries import Cause, append
from shared.outcomes import Outcome
from shared.tasks import Priority, Repeat, Task, TaskStatus
from shared.things import Comment, Person, Project, Tag, Thing

NOW = datetime.now(UTC).replace(microsecond=0)
AT_ONCE = 5_000
"""Tasks in one transaction."""
TOLD_EVERY = 50_000
VERBS = """
    call write buy send plan fix check book pay read clean order return review
    prepare
""".split()  # noqa: SIM905 (words, to be read)
THINGS = """
    invoice passport garden report milk dentist flight budget contract bicycle
    kitchen letter present insurance newsletter meeting garage photo backup printer
    lamp window ticket heating tax survey roof shelf recipe workshop
""".split()  # noqa: SIM905 (words, to be read)
NAMES = """
    Sarah Bob Zoë Anna Tom Mila Jonas Ida Paul Nora Emil Lena Max Ella Finn Greta
""".split()  # noqa: SIM905 (words, to be read)
TAGS = """
    work home errand waiting someday deep phone computer shop family money health
""".split()  # noqa: SIM905 (words, to be read)
PROJECTS = """
    Home Work Garden Taxes Moving Holiday Band Car Kitchen School Club House
""".split()  # noqa: SIM905 (words, to be read)
STATUSES: tuple[TaskStatus, ...] = ("todo", "todo", "in_progress", *("completed",) * 6, "cancelled")
PRIORITIES: tuple[Priority | None, ...] = (
    None,
    None,
    None,
    None,
    "low",
    "medium",
    "high",
    "urgent",
)
_SYLLABLES = """
    ba ke li mo nu ra si to ve wi da fe go hu ja
""".split()  # noqa: SIM905 (words, to be read)


class Made:
    """What surrounds the tasks of one workspace."""

    def __init__(self, chance: random.Random) -> None:
        """Make the things, known by nothing but the numbers that `chance` gives."""
        self.projects = [Project(_id(chance), name, _at(-900), _at(-900)) for name in PROJECTS]
        self.tags = [Tag(_id(chance), name, _at(-900), _at(-900)) for name in TAGS]
        self.people = [Person(_id(chance), name, _at(-900), _at(-900)) for name in NAMES]

    @property
    def things(self) -> list[Thing]:
        """All of them."""
        return [*self.projects, *self.tags, *self.people]


def seed(
    path: Path, count: int, *, number: int = 1, tell: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Write a workspace of so many tasks; the same for the same number. The ids of the tasks."""
    chance = random.Random(number)
    made = Made(chance)
    ids: list[str] = []
    db = open_writer(path, WORKSPACE)
    _hurry(db)
    triggers = _set_aside_triggers(db)
    with transaction(db):
        _log(db, [], made.things)
    while len(ids) < count:
        tasks = [
            _task(chance, made, len(ids) + i, ids) for i in range(min(AT_ONCE, count - len(ids)))
        ]
        ids += [task.id for task in tasks]
        comments = [
            Comment(_id(chance), task.id, _text(chance, 12), task.updated_at, task.updated_at)
            for task in tasks
            if chance.random() < 0.05
        ]
        with transaction(db):
            _log(db, tasks, comments)
        if len(ids) % TOLD_EVERY == 0:
            tell(f"{len(ids):,} of {count:,} tasks are written")
    _put_back(db, triggers)
    db.close()
    return ids


def _hurry(db: Database) -> None:
    """Nothing is lost with this file: a benchmark that is cut off makes another."""
    for pragma in ("synchronous = OFF", "secure_delete = OFF", "cache_size = -300000"):
        db.execute(f"PRAGMA {pragma}")


def _set_aside_triggers(db: Database) -> list[str]:
    """Take out what fills the full-text indexes text by text; all at once is ten times as fast."""
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in rows:
        db.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in rows]


def _put_back(db: Database, triggers: list[str]) -> None:
    with transaction(db):
        fill_indexes(db)
        for sql in triggers:
            db.execute(sql)


def words(chance: random.Random) -> str:
    """A word as texts have them: a few come often, most of them hardly ever."""
    if chance.random() < 0.5:
        return chance.choice(THINGS)
    rank = int(chance.paretovariate(0.7))
    return "".join(_digits(rank % 20_000))


def _digits(number: int) -> Iterator[str]:
    while True:
        number, digit = divmod(number, len(_SYLLABLES))
        yield _SYLLABLES[digit]
        if not number:
            return


def _log(db: Database, tasks: Sequence[Task], things: Sequence[Thing]) -> None:
    command_id, at = str(uuid.uuid4()), _at(0)
    answer = Outcome(outcome="done", actions=[], confidence=1, reply="", command_id=command_id)
    save_command(
        db,
        StoredCommand(
            id=command_id,
            at=at,
            actor="owner",
            source="import",
            conversation="",
            text=None,
            idempotency_key=None,
            request_hash="",
            mentioned=[],
            answer=answer,
            can_undo=True,
        ),
    )
    cause = Cause(command_id=command_id, at=at, source="import", actor="owner")
    save_tasks(db, [(task, None) for task in tasks])
    save_things(db, [(thing, None) for thing in things])
    append(db, KINDS, [Change(before=None, after=each) for each in (*tasks, *things)], cause)


def _task(chance: random.Random, made: Made, number: int, earlier: list[str]) -> Task:
    status = chance.choice(STATUSES)
    age = chance.randint(0, 700)
    due = NOW + timedelta(days=chance.randint(-400, 120), minutes=chance.randint(0, 1440))
    timed, dated = chance.random() < 0.3, chance.random() < 0.6
    repeats = dated and chance.random() < 0.05
    return Task(
        id=_id(chance),
        title=f"{chance.choice(VERBS).capitalize()} {_text(chance, 3)} {number}",
        status=status,
        due=due.strftime("%Y-%m-%dT%H:%M:%S" if timed else "%Y-%m-%d") if dated else None,
        time_zone="Europe/Berlin" if dated and timed and chance.random() < 0.5 else None,
        project=None,
        project_id=chance.choice(made.projects).id if chance.random() < 0.7 else None,
        created_at=_at(-age),
        updated_at=_at(-age // 2),
        completed_at=_at(-age // 2) if status == "completed" else None,
        notes=_text(chance, 30) if chance.random() < 0.3 else "",
        priority=chance.choice(PRIORITIES),
        tag_ids=[tag.id for tag in chance.sample(made.tags, chance.choice((0, 0, 1, 2)))],
        assignee_ids=[chance.choice(made.people).id] if chance.random() < 0.2 else [],
        parent_id=chance.choice(earlier) if earlier and chance.random() < 0.1 else None,
        depends_on=[chance.choice(earlier)] if earlier and chance.random() < 0.05 else [],
        order=chance.random() if chance.random() < 0.5 else None,
        repeat=Repeat(rule="FREQ=WEEKLY") if repeats else None,
        created_by="owner",
    )


def _text(chance: random.Random, count: int) -> str:
    return " ".join(words(chance) for _ in range(count))


def _id(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _at(days: int) -> str:
    return (NOW + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
