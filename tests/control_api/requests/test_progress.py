"""What becomes of a command is told while it is handled, in order, and nothing that is not so."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import DatabaseFile, open_reader
from control_api.engine import execute
from control_api.log.progress import MOST_STEPS, Tell
from control_api.log.stream import LiveFeed
from control_api.log.workspaces import Workspace
from control_api.requests.deciding import decide
from control_api.requests.run import Caller, run_command
from shared.actions import Action, CompleteTask, CreateTask, DeleteTask, UpdateTask
from shared.moving import ImportThings
from shared.outcomes import CommandRequest, Outcome
from shared.problems import NotFoundError
from shared.progress import PlannedStep, ProgressEvent
from shared.thing_actions import CreateComment, EmptyTrash

ALICE = Caller(actor="owner", zone=ZoneInfo("Europe/Berlin"), account_id="alice")
MILK = "11111111-1111-4111-8111-111111111111"
NOTHING = "22222222-2222-4222-8222-222222222222"
MOVED = ImportThings(trash={NOTHING: "2026-11-01T08:00:00Z"})


class Watched(LiveFeed):
    """Somebody watches, and remembers all of it."""

    def __init__(self) -> None:
        super().__init__(KINDS)
        self.events: list[ProgressEvent] = []
        self.listen: Callable[[], object] = list

    def teller(self) -> Tell:
        return self._note

    def _note(self, event: ProgressEvent) -> None:
        self.listen()
        self.events.append(event)

    @property
    def stages(self) -> list[Any]:
        return [
            event.stage if event.step is None else (event.stage, event.step)
            for event in self.events
        ]


@pytest.fixture
def feed() -> Watched:
    return Watched()


@pytest.fixture
def workspace(tmp_path: Path, feed: Watched) -> Iterator[Workspace]:
    file = DatabaseFile(tmp_path / "workspace.db", WORKSPACE)
    yield Workspace(file, feed, KINDS)
    file.close()


async def run(workspace: Workspace, *actions: Action, **more: Any) -> Outcome:
    request = CommandRequest(actions=list(actions), **more)
    return await run_command(workspace, ALICE, request, is_told=True)


async def say(workspace: Workspace, text: str) -> Outcome:
    return await run_command(workspace, ALICE, CommandRequest(text=text), is_told=True)


async def test_plan_steps_check_and_end_are_told_in_order(
    workspace: Workspace, feed: Watched
) -> None:
    outcome = await say(workspace, "add milk and eggs to my shopping list")
    steps = [("started", 1), ("finished", 1), ("started", 2), ("finished", 2)]
    assert feed.stages == ["planned", *steps, "checked", "done"]
    planned, *tried, checked, done = feed.events
    assert [step.words for step in planned.steps] == ['Add "Milk"', 'Add "Eggs"']
    assert [type(step.action) for step in planned.steps] == [CreateTask, CreateTask]
    assert planned.text == "add milk and eggs to my shopping list"
    assert [event.words for event in tried[::2]] == ['Add "Milk"', 'Add "Eggs"']
    assert (checked.verdict, done.words) == ("allowed", outcome.reply)
    assert {event.command_id for event in feed.events} == {outcome.command_id}
    assert {(event.total, event.actor, event.source) for event in feed.events} == {
        (2, "owner", "api")
    }


async def test_nothing_is_done_before_it_is_told_to_be(workspace: Workspace, feed: Watched) -> None:
    db = open_reader(workspace.file.path)
    there: list[int] = []
    feed.listen = lambda: there.append(db.execute("SELECT count(*) FROM tasks").fetchone()[0])
    await run(workspace, CreateTask(title="Milk"), CreateTask(title="Tea"))
    db.close()
    assert there == [0] * (len(feed.events) - 1) + [2]


async def test_a_step_that_fails_takes_all_of_them_back(
    workspace: Workspace, feed: Watched
) -> None:
    outcome = await run(workspace, CreateTask(title="Milk"), CompleteTask(task_id=NOTHING))
    assert outcome.outcome == "refused"
    assert feed.stages == [
        *("planned", ("started", 1), ("finished", 1), ("started", 2), ("rolled_back", 2))
    ]
    assert feed.events[-1].words == outcome.reply
    assert feed.events[0].steps[1].words == "Complete it"


async def test_an_error_that_is_raised_is_told_as_well(workspace: Workspace, feed: Watched) -> None:
    request = CommandRequest(actions=[DeleteTask(task_id=NOTHING)])
    with pytest.raises(NotFoundError) as error:
        await run_command(workspace, ALICE, request, is_told=True, raises=True)
    assert feed.stages[-1] == ("rolled_back", 1)
    assert feed.events[-1].words == str(error.value)


async def test_what_the_disk_does_not_take_is_rolled_back_without_a_word_of_ours(
    workspace: Workspace, feed: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(execute, "save_command", full)
    with pytest.raises(sqlite3.OperationalError):
        await run(workspace, CreateTask(title="Milk"))
    assert feed.stages[-2:] == ["checked", "rolled_back"]
    assert feed.events[-1].words == ""


async def test_what_needs_a_yes_is_tried_and_taken_back_and_the_yes_begins_anew(
    workspace: Workspace, feed: Watched
) -> None:
    await run(workspace, CreateTask(title="Milk", task_id=MILK))
    feed.events.clear()
    asked = await run(workspace, DeleteTask(task_id=MILK), decided_by="model")
    tried = [("started", 1), ("finished", 1)]
    assert feed.stages == ["planned", *tried, "checked", "rolled_back"]
    checked = feed.events[3]
    assert (checked.verdict, checked.words) == ("needs_approval", asked.reply)
    assert checked.approval_id == asked.approval_id
    assert feed.events[0].actor == "owner, language model"
    feed.events.clear()
    done = await decide(workspace, ALICE, asked.approval_id or "", "approve")
    assert feed.stages == ["approved", "planned", *tried, "checked", "done"]
    approved = feed.events[0]
    assert (approved.approval_id, approved.actor) == (asked.approval_id, "owner")
    assert approved.command_id == done.command_id
    assert feed.events[1].steps[0].words == 'Delete "Milk"'


async def test_a_no_is_told_once_it_is_kept(workspace: Workspace, feed: Watched) -> None:
    await run(workspace, CreateTask(title="Milk", task_id=MILK))
    asked = await run(workspace, DeleteTask(task_id=MILK), decided_by="model")
    feed.events.clear()
    await decide(workspace, ALICE, asked.approval_id or "", "refuse")
    (declined,) = feed.events
    assert (declined.stage, declined.approval_id) == ("declined", asked.approval_id)


async def test_what_the_policy_refuses_is_never_tried(workspace: Workspace, feed: Watched) -> None:
    outcome = await run(workspace, EmptyTrash(), decided_by="model")
    assert feed.stages == ["planned", "checked", "rolled_back"]
    assert (feed.events[1].verdict, feed.events[1].words) == ("refused", outcome.reply)


async def test_what_is_not_run_is_not_told(workspace: Workspace, feed: Watched) -> None:
    await run(workspace, CreateTask(title="Milk"), dry_run=True)
    await say(workspace, "how tall is the Eiffel Tower")
    assert feed.events == []
    request = CommandRequest(actions=[CreateTask(title="Milk")])
    for _ in range(2):
        await run_command(workspace, ALICE, request, idempotency_key="once", is_told=True)
    assert feed.stages.count("planned") == feed.stages.count("done") == 1


async def test_of_a_long_plan_the_first_steps_are_told(workspace: Workspace, feed: Watched) -> None:
    tasks = [CreateTask(title=f"Task {number}") for number in range(MOST_STEPS + 5)]
    await run(workspace, *tasks)
    planned = feed.events[0]
    assert (len(planned.steps), planned.total) == (MOST_STEPS, MOST_STEPS + 5)
    assert len(feed.events) == 2 * MOST_STEPS + 3


async def test_steps_name_what_they_are_about(workspace: Workspace, feed: Watched) -> None:
    await run(workspace, CreateTask(title="Milk", task_id=MILK))
    await run(workspace, DeleteTask(task_id=MILK))
    feed.events.clear()
    made = "33333333-3333-4333-8333-333333333333"
    await run(
        workspace,
        *(CreateTask(title="Tea", task_id=made), UpdateTask(task_id=made, due=None, tags=["x"])),
        *(CreateComment(task_id=made, text="Green"), DeleteTask(task_id=MILK), MOVED),
    )
    steps = feed.events[0].steps
    assert [step.words for step in steps] == [
        'Add "Tea"',
        'Change "Tea": date and tags',
        'Comment on "Tea"',
        'Delete "Milk"',
        "Take in what is imported",
    ]
    assert steps[-1].action == ImportThings()


async def test_where_nobody_watches_no_words_are_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def noted(*given: object) -> list[PlannedStep]:
        made.append(given)
        return []

    monkeypatch.setattr(execute, "plan_in_words", noted)
    alone = Workspace(workspace.file, LiveFeed(KINDS), KINDS)
    with alone.feed.subscribe():  # reminders and webhooks wait for the log only
        assert (await run(alone, CreateTask(title="Milk"))).outcome == "done"
    assert made == []
    with alone.feed.subscribe(is_told=True):
        await run(alone, CreateTask(title="Tea"))
    assert len(made) == 1
