"""Whatever is ticked, skipped, moved, missed and undone, a dictionary says the same."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer, transaction
from control_api.edges.repeats.watch import move_on, overtaken
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.actions.occurrence_store import list_occurrences
from control_api.kinds.tasks.records.store import all_tasks
from control_api.requests.spoken import WORDING
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    SkipOccurrence,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Repeat

DAYS = timedelta(days=1)
BEGIN = date(2026, 3, 1)


class Known(NamedTuple):
    due: date
    nominal: date
    every: int
    """Days."""
    left: int | None
    record: tuple[tuple[date, str], ...] = ()
    done: bool = False

    def following(self) -> date | None:
        if self.left == 1:
            return None
        following = self.nominal + self.every * DAYS
        while following <= self.due:
            following += self.every * DAYS
        return following

    def step(self, state: str | None) -> "Known":
        record = tuple(
            sorted({**dict(self.record), **({self.nominal: state} if state else {})}.items())
        )
        following = self.following()
        if following is None:
            return self._replace(record=record, done=True)
        left = None if self.left is None else self.left - 1
        return self._replace(due=following, nominal=following, left=left, record=record)

    def at(self, today: date) -> "Known":
        """As the server leaves it that day."""
        known = self
        while not known.done and (following := known.following()) and following <= today:
            known = known.step("missed")
        return known


Model = dict[str, Known]


class Repeating(RuleBasedStateMachine):
    tasks = Bundle("tasks")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "workspace.db"
        self.db = open_writer(self.path, WORKSPACE)
        self.today = BEGIN
        self.model: Model = {}
        self.earlier: list[tuple[str, Known | None]] = []

    @property
    def now(self) -> datetime:
        return datetime(self.today.year, self.today.month, self.today.day, 12, tzinfo=UTC)

    def run_actions(self, *actions: Action) -> Outcome:
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(actions)),
            now=self.now,
            zone=ZoneInfo("UTC"),
            actor="owner",
            source="api",
            conversation="",
            text=None,
            request_hash="",
            answerable=(NotFoundError, ConflictError),
        )
        with transaction(self.db):
            return run_order(self.db, KINDS, order)

    def expect(self, task: str, after: Known | None) -> None:
        if after != self.model[task]:
            self.earlier.append((task, self.model[task]))
            self._become(task, after)

    def _become(self, task: str, known: Known | None) -> None:
        if known is None:
            del self.model[task]
        else:
            self.model[task] = known

    @rule(
        target=tasks,
        every=st.integers(1, 9),
        left=st.none() | st.integers(1, 4),
        begin=st.integers(-9, 9),
    )
    def create(self, every: int, left: int | None, begin: int) -> str:
        due = self.today + begin * DAYS
        count = f";COUNT={left}" if left else ""
        repeat = Repeat(rule=f"FREQ=DAILY;INTERVAL={every}{count}")
        outcome = self.run_actions(CreateTask(title="Plants", due=str(due), repeat=repeat))
        task = outcome.tasks[0].id
        self.earlier.append((task, None))
        self.model[task] = Known(due, due, every, left)
        return task

    @rule(task=tasks)
    def complete(self, task: str) -> None:
        self.run_actions(CompleteTask(task))
        known = self.model.get(task)
        if known and not known.done:
            self.expect(task, known.at(self.today).step("done"))

    @rule(task=tasks)
    def skip(self, task: str) -> None:
        self.run_actions(SkipOccurrence(task))
        known = self.model.get(task)
        if known and not known.done and known.at(self.today).following():
            self.expect(task, known.at(self.today).step("skipped"))

    @rule(task=tasks, to=st.integers(-12, 12))
    def move(self, task: str, to: int) -> None:
        due = self.today + to * DAYS
        self.run_actions(UpdateTask(task, due=str(due)))
        if task in self.model:
            self.expect(task, self.model[task]._replace(due=due))

    @rule(task=tasks)
    def delete(self, task: str) -> None:
        self.run_actions(DeleteTask(task))
        if task in self.model:
            self.expect(task, None)

    @rule(days=st.integers(-2, 20))
    def time_passes_and_the_server_looks(self, days: int) -> None:
        self.today += days * DAYS
        with transaction(self.db):
            zone = ZoneInfo("UTC")
            missed = [task.id for task in overtaken(self.db, self.now, zone)]
            move_on(self.db, KINDS, missed, self.now, zone)
        self.model = {task: known.at(self.today) for task, known in self.model.items()}

    @rule()
    def undo(self) -> None:
        outcome = self.run_actions(Undo())
        assert outcome.outcome == ("done" if self.earlier else "refused")
        if self.earlier:
            task, known = self.earlier.pop()
            if known is None:
                self.model.pop(task, None)
            else:
                self.model[task] = known

    @rule()
    def undo_and_redo(self) -> None:
        if self.earlier:
            self.run_actions(Undo())
            assert self.run_actions(Redo()).outcome == "done"

    @rule()
    def restart(self) -> None:
        self.db.close()
        self.db = open_writer(self.path, WORKSPACE)

    @invariant()
    def tasks_are_what_the_model_says(self) -> None:
        stored = all_tasks(self.db)
        assert stored.keys() == self.model.keys()
        for task, known in self.model.items():
            found = stored[task]
            assert (found.due, found.status) == (
                str(known.due),
                "completed" if known.done else "todo",
            )
            record = list_occurrences(self.db, task, before=None, limit=1000)
            assert {(date.fromisoformat(each.due), each.state) for each in record} == {
                *known.record
            }

    @invariant()
    def log_gives_the_tables(self) -> None:
        assert WORKSPACE.find_damage(self.db) == []

    def teardown(self) -> None:
        self.db.close()
        self.folder.cleanup()


TestRepeating = Repeating.TestCase
TestRepeating.settings = settings(max_examples=20, stateful_step_count=20)
