"""What is said in a conversation and what comes of it: the dialogues are dialogues.yaml."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.kinds.tasks.records.store import all_tasks, with_names
from control_api.log.workspaces import Workspaces
from control_api.requests.run import Caller, run_command
from shared.outcomes import CommandRequest, Outcome
from shared.thing_actions import EmptyTrash

DIALOGUES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "dialogues.yaml").read_text("utf-8")
)
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=BERLIN)
OUTCOMES = {"?": "clarify", "!": "refused", "~": "not_a_command"}


class Person:
    """Somebody in one conversation, with a workspace of their own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "workspaces"
        self.now = MONDAY

    def says(self, text: str, *, conversation: str = "kitchen", account: str = "a") -> Outcome:
        """Say something; looking at it first changes nothing and answers the same."""
        by_voice = text.startswith("*")
        request = CommandRequest(
            text=text.removeprefix("*"),
            now=self.now.isoformat(),
            conversation=conversation,
            source="voice" if by_voice else "chat",
        )
        return asyncio.run(self._say(request, account))

    async def _say(self, request: CommandRequest, account: str) -> Outcome:
        spaces = Workspaces(self.folder, WORKSPACE, KINDS)
        try:
            space = await spaces.open("a")
            caller = Caller(actor="test", zone=BERLIN, account_id=account)
            dry = CommandRequest(
                text=request.text,
                now=request.now,
                conversation=request.conversation,
                source=request.source,
                dry_run=True,
            )
            looked_at = [await run_command(space, caller, dry) for _ in range(2)]
            outcome = await run_command(space, caller, request)
            for each in looked_at:
                assert each.reply == outcome.reply
                assert each.outcome.replace("planned", "done") == outcome.outcome
            return outcome
        finally:
            spaces.close()

    def open_tasks(self) -> list[str]:
        """What is open: title, when, list."""

        async def look() -> list[str]:
            spaces = Workspaces(self.folder, WORKSPACE, KINDS)
            space = await spaces.open("a")
            tasks = await space.file.read(lambda db: with_names(db, list(all_tasks(db).values())))
            spaces.close()
            return sorted(
                task.title
                + (f" @{task.due}" if task.due else "")
                + (f" #{task.project}" if task.project else "")
                for task in tasks
                if task.status in {"todo", "in_progress"}
            )

        return asyncio.run(look())


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


@pytest.mark.parametrize("name", DIALOGUES)
def test_a_dialogue_ends_as_it_was_meant(name: str, person: Person) -> None:
    """Each sentence is said to a program that was started anew, so all of it is in the store."""
    for turn in DIALOGUES[name]["talk"]:
        said, _, expected = turn.partition(" -> ")
        outcome = person.says(said)
        kind = OUTCOMES.get(expected[:1])
        wanted = {kind} if kind else {"done", "answered"}
        assert outcome.outcome in wanted, (said, outcome)
        piece = expected.removeprefix(expected[:1] if kind else "").strip()
        assert piece.casefold() in outcome.reply.casefold(), (said, outcome.reply)
    assert [each.casefold() for each in person.open_tasks()] == sorted(
        each.casefold() for each in DIALOGUES[name]["open"]
    )


def asked(person: Person, **more: str) -> Outcome:
    """Ask for something that two tasks may be meant by."""
    if not person.open_tasks():
        person.says("add email Bob about the tea")
        person.says("add email Bob about the milk")
    outcome = person.says("delete email", **more)
    assert outcome.outcome == "clarify"
    return outcome


def test_a_question_waits_ten_minutes_and_no_longer(person: Person) -> None:
    asked(person)
    person.now = MONDAY + timedelta(minutes=9)
    assert person.says("purple elephants").outcome == "clarify"
    person.now += timedelta(minutes=11)
    assert person.says("the tea one").outcome == "not_a_command"
    assert len(person.open_tasks()) == 2


@pytest.mark.parametrize(
    "where", [{"conversation": "garden"}, {"account": "b"}], ids=["conversation", "person"]
)
def test_an_answer_counts_only_where_it_was_asked_for(
    person: Person, where: dict[str, str]
) -> None:
    asked(person)
    assert person.says("the tea one", **where).outcome == "not_a_command"
    assert len(person.open_tasks()) == 2
    assert person.says("the tea one").outcome == "done"


def test_two_conversations_have_a_question_each(person: Person) -> None:
    asked(person)
    asked(person, conversation="garden")
    assert person.says("the milk one", conversation="garden").outcome == "done"
    assert person.says("the tea one").outcome == "done"
    assert person.open_tasks() == []


def test_a_short_answer_is_whole(person: Person) -> None:
    asked(person)
    answer = person.says("*the first")
    assert (answer.complete, answer.dangling, answer.confidence) == (True, False, 1.0)


def test_what_is_deleted_for_good_is_not_asked_about_any_more(person: Person) -> None:
    asked(person)

    async def empty() -> None:
        spaces = Workspaces(person.folder, WORKSPACE, KINDS)
        space = await spaces.open("a")
        caller = Caller(actor="test", zone=BERLIN, account_id="a")
        trash = CommandRequest(actions=[EmptyTrash()])
        outcome = await run_command(space, caller, trash)
        assert outcome.outcome == "done"
        kept = await space.file.read(
            lambda db: db.execute("SELECT count(*) FROM questions").fetchone()[0]
        )
        assert kept == 0
        spaces.close()

    person.says("add milk")
    person.says("delete milk")
    person.says("add email Bob about the tea")
    person.says("add email Bob about the milk")
    asked(person)
    asyncio.run(empty())
