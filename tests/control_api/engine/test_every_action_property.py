"""Whatever is done, undone, done again and deleted for good: nothing is lost, nothing invented.

In two conversations, while the clock jumps, over restarts and restores. After every step the log
gives the tables, and what there is equals a model of plain dictionaries:
each command as the changes it made, taken back or made again as a whole.
"""

import copy
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.copies import snapshot
from control_api.database.open import open_writer, transaction
from control_api.engine import execute
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.simple.store import all_things
from control_api.kinds.tasks.records.store import all_tasks, find_task
from control_api.log.changes import as_kept
from control_api.requests.spoken import WORDING
from shared.actions import Action, CreateTask, Redo, Undo
from shared.bells import Alarm, Timer
from shared.outcomes import Outcome
from shared.problems import ConflictError, InvalidInputError, NotFoundError
from shared.tasks import Task
from shared.thing_actions import EmptyTrash, PurgeThing
from shared.things import Comment, Occurrence, Thing
from shared.voice_settings import VoiceSettings
from tests.control_api.engine.random_actions import ONE, STATUS, TIES, action_of
from tests.sizes import IS_FULL, size

Kept = Task | Thing
NAMELESS = Task | Comment | Occurrence | Timer | Alarm | VoiceSettings | None
Key = tuple[str, str]
State = dict[Key, Kept | None]


class Done(msgspec.Struct):
    """A command in the model: what it changed, and where it stands."""

    position: int
    command_id: str
    before: State
    after: State
    made: set[str]
    """Ids of what was never there before."""
    undone_at: int | None = None
    kept: set[Key] = msgspec.field(default_factory=set)
    """What it made and its undo has left, as others use it: doing it again is not about that."""


class Turn(msgspec.Struct):
    """An undo or redo in the model, which can be undone by its name."""

    command_id: str
    done: Done
    again: bool
    """It made the command hold again."""


class Everything(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "workspace.db"
        self.db = open_writer(self.path, WORKSPACE)
        self.model: State = {}
        self.done: list[Done] = []
        self.turns: list[Turn] = []
        self.position = 0
        self.loose = False
        """Not everything was taken back in turn: names may be taken, tasks have parts by now."""
        self.purged = False
        """Some commands can't be taken back any more, so that others stand in the way."""
        self.now = datetime(2026, 11, 21, 10, tzinfo=UTC)
        self.clock = mock.patch.object(execute, "utc_stamp", self.stamp)
        self.clock.start()
        self.backups = 0
        self.backed_up: dict[str, Any] = {}

    def stamp(self) -> str:
        return self.now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def teardown(self) -> None:
        self.clock.stop()
        self.db.close()
        self.folder.cleanup()

    def run_order(self, *wanted: Action) -> Outcome:
        self.position += 1
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(wanted)),
            now=self.now,
            zone=ZoneInfo("UTC"),
            actor="owner",
            source="api",
            conversation=f"room {self.position % 2}",
            text=None,
            request_hash="hash",
            answerable=(NotFoundError, ConflictError, InvalidInputError),
        )
        with transaction(self.db):
            return run_order(self.db, KINDS, order)

    def state(self) -> State:
        found: State = {("task", key): task for key, task in all_tasks(self.db).items()}
        return found | dict(all_things(self.db))

    def run(self, *wanted: Action) -> Outcome:
        """Run, and take what really changed into the model."""
        outcome = self.run_order(*wanted)
        now = self.state()
        changed = {k for k in self.model.keys() | now.keys() if self.model.get(k) != now.get(k)}
        if outcome.outcome == "refused":
            assert not changed
        if changed:
            before = {key: self.model.get(key) for key in changed}
            after = {key: now.get(key) for key in changed}
            assert outcome.command_id
            rows = self.db.execute(
                "SELECT thing_id FROM events WHERE command_id = ? AND type LIKE '%.created'",
                [outcome.command_id],
            )
            made = {thing_id for (thing_id,) in rows}
            self.done.append(Done(self.position, outcome.command_id, before, after, made))
        self.model = now
        return outcome

    def take_back(
        self, action: Undo | Redo, target: Done | None, *, again: bool, in_turn: bool = True
    ) -> None:
        outcome = self.run_order(action)
        if outcome.outcome == "refused":
            if target is not None and in_turn:
                since = "since" in outcome.reply
                stands = since and self.something_stands_in_the_way(target, again=again)
                assert self.purged or (self.loose and stands == since), outcome.reply
            return
        assert target is not None
        assert outcome.command_id
        self.loose = self.loose or not in_turn
        left = target.after if again else target.before
        self.model |= {key: thing for key, thing in left.items() if key not in target.kept}
        target.kept.clear()
        for key in [key for key, thing in self.model.items() if thing is None]:
            del self.model[key]
        self.keep_what_is_used(target, {} if again else target.after)
        target.undone_at = None if again else self.position
        self.turns.append(Turn(outcome.command_id, target, again))

    def something_stands_in_the_way(self, target: Done, *, again: bool) -> bool:
        """Whether a thing is not as the command, or its undo, has left it, or a later one had it.

        When they are taken back out of turn, an older command can be done again after a newer one.
        """
        left = target.before if again else target.after
        later = [d for d in self.done if d.undone_at is None and d.position > target.position]
        return any(
            self.model.get(key) != thing or any(key in done.before for done in later)
            for key, thing in left.items()
        )

    def keep_what_is_used(self, target: Done, after: State) -> None:
        """A project that was made with a task has others by now."""
        used = {
            thing_id
            for task in self.model.values()
            if isinstance(task, Task)
            for thing_id in (task.project_id, *task.tag_ids, *task.assignee_ids)
        }
        for key, thing in after.items():
            if thing is not None and target.before[key] is None and key[1] in used & target.made:
                self.model[key] = thing
                target.kept.add(key)
                self.loose = True

    @initialize()
    def begin_with_something(self) -> None:
        self.run(*[CreateTask(title=f"Task {n}", task_id=str(uuid.UUID(int=n))) for n in (1, 2, 3)])

    @rule(action=ONE)
    def do(self, action: Action) -> None:
        self.run(action)

    @rule(action=STATUS | TIES)
    def do_with_tasks(self, action: Action) -> None:
        self.run(action)

    @rule(some=st.lists(ONE, min_size=2, max_size=3))
    def do_several_at_once(self, some: list[Action]) -> None:
        self.run(*some)

    @rule()
    def undo(self) -> None:
        holding = [done for done in self.done if done.undone_at is None]
        self.take_back(Undo(), holding[-1] if holding else None, again=False)

    @rule()
    def redo(self) -> None:
        newest = max((done.position for done in self.done if done.undone_at is None), default=0)
        undone = [done for done in self.done if (done.undone_at or 0) > newest]
        target = max(undone, key=lambda done: done.undone_at or 0, default=None)
        self.take_back(Redo(), target, again=True)

    @rule(place=st.integers(0, 5))
    def undo_an_older_one(self, place: int) -> None:
        holding = [done for done in self.done if done.undone_at is None]
        if place < len(holding):
            target = holding[-1 - place]
            undo = Undo(command_id=target.command_id)
            self.take_back(undo, target, again=False, in_turn=place == 0)

    @rule(place=st.integers(0, 2))
    def undo_an_undo_or_redo(self, place: int) -> None:
        if place < len(self.turns):
            turn = self.turns[-1 - place]
            as_it_left_it = (turn.done.undone_at is None) == turn.again
            target = turn.done if as_it_left_it and turn.done in self.done else None
            undo = Undo(command_id=turn.command_id)
            self.take_back(undo, target, again=not turn.again, in_turn=False)

    @rule(action=st.sampled_from([None, None, EmptyTrash()]) | action_of(PurgeThing))
    def restart_or_purge(self, action: Action | None) -> None:
        if action is None:
            self.db.close()
            self.db = open_writer(self.path, WORKSPACE)
            return
        outcome = self.run_order(action)
        rows = self.db.execute(
            "SELECT thing_id FROM events WHERE type LIKE '%.purged' AND command_id = ?",
            [outcome.command_id],
        )
        purged = {thing_id for (thing_id,) in rows}
        self.done = [done for done in self.done if not purged & {key[1] for key in done.before}]
        self.model = {key: thing for key, thing in self.model.items() if key[1] not in purged}
        self.purged = self.purged or bool(purged)

    @rule(hours=st.sampled_from([-24 * 365, -24, -1, 0, 1, 24, 24 * 200]))
    def the_clock_jumps(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def back_up(self) -> None:
        self.backups += 1
        snapshot(self.path, self.path.with_name(f"backup-{self.backups}"))
        kept = ("model", "done", "turns", "position", "loose", "purged")
        self.backed_up = copy.deepcopy({name: getattr(self, name) for name in kept})

    @precondition(lambda self: bool(self.backed_up))
    @rule()
    def restore(self) -> None:
        self.db.close()
        self.path.write_bytes(self.path.with_name(f"backup-{self.backups}").read_bytes())
        self.db = open_writer(self.path, WORKSPACE)
        vars(self).update(copy.deepcopy(self.backed_up))

    @invariant()
    def what_there_is_is_what_the_model_says(self) -> None:
        assert self.state() == self.model

    @invariant()
    def the_log_gives_the_tables(self) -> None:
        assert WORKSPACE.find_damage(self.db) == []

    @invariant()
    def names_are_taken_once_and_nothing_goes_in_circles(self) -> None:
        names = [
            (kind, thing.name.casefold())
            for (kind, _), thing in self.model.items()
            if not isinstance(thing, NAMELESS)
        ]
        assert len(names) == len(set(names))
        tasks = {key[1]: task for key, task in self.model.items() if isinstance(task, Task)}
        for task in tasks.values():
            assert not reaches(task.id, {key: [t.parent_id] for key, t in tasks.items()})
            assert not reaches(task.id, {key: t.depends_on for key, t in tasks.items()})
            waits = any(
                needed in tasks and tasks[needed].status in {"todo", "in_progress"}
                for needed in task.depends_on
            )
            found = find_task(self.db, task.id)
            assert found is not None
            assert (as_kept(found), found.blocked) == (task, waits)


def reaches(start: str, arrows: dict[str, Any]) -> bool:
    """Whether one comes back to where one began."""
    seen: set[str] = set()
    todo = list(arrows[start])
    while todo:
        at = todo.pop()
        if at == start:
            return True
        if at in arrows and at not in seen:
            seen.add(at)
            todo += arrows[at]
    return False


TestEverything = pytest.mark.sized(Everything.TestCase)
TestEverything.settings = settings(
    max_examples=size(50, 300),
    stateful_step_count=50 if IS_FULL else 30,
    phases=[Phase.explicit, Phase.generate],
)
