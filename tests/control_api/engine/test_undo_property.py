"""Whatever is done and undone, the tasks are what a plain dictionary says, and so is the log."""

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer, transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.records.store import all_tasks, with_names
from control_api.requests.spoken import WORDING
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.problems import ConflictError, NotFoundError

TITLES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=20)
DUES = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(str)
PROJECTS = st.none() | st.sampled_from(["Home", "Work"])
View = dict[str, tuple[str, str | None, str | None, str]]


class Workspace(RuleBasedStateMachine):
    tasks = Bundle("tasks")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "workspace.db"
        self.db = open_writer(self.path, WORKSPACE)
        self.model: View = {}
        self.earlier: list[View] = []

    def run_actions(self, *actions: Action) -> Outcome:
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(actions)),
            now=datetime(2026, 11, 21, 10, tzinfo=UTC),
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

    def expect(self, after: View, *actions: Action) -> Outcome:
        outcome = self.run_actions(*actions)
        if after != self.model:
            self.earlier.append(self.model)
            self.model = after
        return outcome

    @rule(target=tasks, title=TITLES, due=DUES, project=PROJECTS)
    def create(self, title: str, due: str | None, project: str | None) -> str:
        outcome = self.run_actions(CreateTask(title=title, due=due, project=project))
        task_id = outcome.tasks[0].id
        self.earlier.append(self.model)
        self.model = self.model | {task_id: (title, due, project, "todo")}
        return task_id

    @rule(task=tasks, title=TITLES, due=DUES)
    def change(self, task: str, title: str, due: str | None) -> None:
        after = dict(self.model)
        if task in after:
            after[task] = (title, due, *after[task][2:])
        self.expect(after, UpdateTask(task_id=task, title=title, due=due))

    @rule(task=tasks, done=st.booleans())
    def complete_or_reopen(self, task: str, done: bool) -> None:
        after = dict(self.model)
        if task in after:
            after[task] = (*after[task][:3], "completed" if done else "todo")
        self.expect(after, CompleteTask(task_id=task) if done else ReopenTask(task_id=task))

    @rule(task=tasks, other=tasks)
    def delete_one_and_complete_another(self, task: str, other: str) -> None:
        after = dict(self.model)
        if task in after and other in after and task != other:
            del after[task]
            after[other] = (*after[other][:3], "completed")
        self.expect(after, DeleteTask(task_id=task), CompleteTask(task_id=other))

    @rule(task=consumes(tasks))
    def delete(self, task: str) -> None:
        self.expect({k: v for k, v in self.model.items() if k != task}, DeleteTask(task_id=task))

    @rule()
    def undo(self) -> None:
        outcome = self.run_actions(Undo())
        assert outcome.outcome == ("done" if self.earlier else "refused")
        if self.earlier:
            self.model = self.earlier.pop()

    @rule(count=st.integers(1, 4))
    def undo_several(self, count: int) -> None:
        outcome = self.run_actions(Undo(count=count))
        assert outcome.outcome == ("done" if self.earlier else "refused")
        for _ in self.earlier[-count:]:
            self.model = self.earlier.pop()

    @rule(count=st.integers(2, 4))
    def undo_several_and_do_them_again(self, count: int) -> None:
        if self.earlier:  # else it would do again what was undone before
            assert self.run_actions(Undo(count=count)).outcome == "done"
            assert self.run_actions(Redo()).outcome == "done"

    @rule()
    def restart(self) -> None:
        self.db.close()
        self.db = open_writer(self.path, WORKSPACE)

    @invariant()
    def tasks_are_what_the_model_says(self) -> None:
        stored = with_names(self.db, list(all_tasks(self.db).values()))
        view = {t.id: (t.title, t.due, t.project, t.status) for t in stored}
        assert view == self.model

    @invariant()
    def log_gives_the_tasks(self) -> None:
        assert WORKSPACE.find_damage(self.db) == []

    def teardown(self) -> None:
        self.db.close()
        self.folder.cleanup()


TestWorkspace = Workspace.TestCase
TestWorkspace.settings = settings(max_examples=40, stateful_step_count=30)
