"""What people ask, and what they are answered: the table is asked.yaml."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from shared.actions import CreateTask, ListTasks
from shared.outcomes import OutcomeKind
from tests.control_api.language.understanding.asking.asked_store import Asked, make

ASKED: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "asked.yaml").read_text("utf-8")
)
OF_TASKS = ("next", "days", "on a list", "to buy", "when", "who", "one task", "waiting", "sorts")


@pytest.fixture(scope="module")
def alice() -> Iterator[Asked]:
    """Nothing is changed by what is asked, so all questions go to one store."""
    with TemporaryDirectory() as folder:
        yield asyncio.run(make(Path(folder)))


def rows(*names: str) -> pytest.MarkDecorator:
    pairs = [pair for name in names for pair in ASKED[name].items()]
    return pytest.mark.parametrize(("text", "reply"), pairs, ids=[text for text, _ in pairs])


async def ask(alice: Asked, text: str) -> tuple[OutcomeKind, str, bool]:
    answer = await alice.say(text)
    only_asks = all(isinstance(action, ListTasks) for action in answer.actions)
    assert answer.complete
    return answer.outcome, answer.reply, only_asks


@rows(*OF_TASKS, "done", "added", "work")
async def test_a_question_about_tasks_is_answered_from_them(
    alice: Asked, text: str, reply: str
) -> None:
    assert await ask(alice, text) == ("planned", reply, True)


@rows("tags and people", "time", "talk")
async def test_what_is_about_no_task_is_answered_at_once(
    alice: Asked, text: str, reply: str
) -> None:
    assert await ask(alice, text) == ("answered", reply, True)


@rows("beyond")
async def test_what_is_out_of_reach_is_said_in_a_sentence(
    alice: Asked, text: str, reply: str
) -> None:
    assert await ask(alice, text) == ("refused", reply, True)


@rows("places")
async def test_a_place_is_kept_in_the_title_and_said_to_be_unknown(
    alice: Asked, text: str, reply: str
) -> None:
    answer = await alice.say(text)
    assert [type(action) for action in answer.actions] == [CreateTask]
    assert (answer.outcome, answer.reply) == ("planned", reply)


@pytest.mark.parametrize("text", ASKED["left to the conversation"])
async def test_what_has_no_answer_in_the_tasks_is_left_alone(alice: Asked, text: str) -> None:
    answer = await alice.say(text)
    assert (answer.outcome, answer.reply, answer.actions) == ("not_a_command", "", [])


@pytest.mark.parametrize(
    ("now", "text", "reply"),
    [
        ("2026-11-23T12:00:00", "what's next", "Next is call Sarah, today at 4 PM."),
        ("2026-11-23T17:00:00", "what's next", "Next is take out the trash, today."),
        (
            "2026-11-24T08:00:00",
            "what's next",
            "Next is get the numbers from Bob, tomorrow at 9 AM.",
        ),
        ("2026-11-23T12:00:00", "what's on later today", "call Sarah at 4 PM and take out the"),
        ("2026-12-24T18:00:00", "how many days until Christmas", "One day until Christmas"),
        ("2026-12-25T08:00:00", "when is Christmas", "That is today, Friday, December 25."),
        ("2026-11-23T23:59:00", "what time is it in Tokyo", "In Tokyo it's 7:59 AM on Tuesday."),
        ("2026-03-29T01:59:00", "how long until 5 am", "Two hours and one minute until 5 am."),
        ("2026-11-23T17:05:00", "what time is it", "It's 5:05 PM."),
    ],
)
async def test_the_answer_is_of_the_moment(alice: Asked, now: str, text: str, reply: str) -> None:
    assert reply in (await alice.say(text, now=now)).reply
