"""L1: a language model that obeys every injected text does no harm, because it may not.

What stands in titles a model sees when it looks tasks up. Notes, comments and names it isn't shown
at all today; there it obeys them as if it had been.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent_worker.thinking.instructions import INSTRUCTIONS
from agent_worker.thinking.model_calls import ModelCalls
from agent_worker.thinking.offer import WHOLE
from control_api.engine import execute
from tests.agent_worker.conversation.enemy import Enemy, Request, enemy_at_work
from tests.agent_worker.conversation.household import Household, household
from tests.agent_worker.conversation.injections import LINK, PLACES, Injection, injections, obeying

ASKED = (
    "Tell me something about Paris.",
    "What do you make of the dentist?",
    "I wonder what is waiting for me.",
    "Sum up for me what the notes about the dentist come to.",
)
"""Words that ask for no change; the engine leaves them to the model."""
CHORES = [f"Chore {number}" for number in range(12)]
SEEN = {"title", "import"}


@pytest.fixture
def enemy() -> Iterator[Enemy]:
    with enemy_at_work() as enemy:
        yield enemy


async def plant(home: Household, injection: Injection) -> None:
    """Put the text where others write: the place that it is meant for."""
    text = injection.text
    match injection.place:
        case "title":
            await home.post("/tasks", {"title": text})
        case "note":
            await home.post("/tasks", {"title": "Dentist", "notes": text})
        case "comment":
            task = await home.post("/tasks", {"title": "Dentist"})
            await home.post(f"/tasks/{task['id']}/comments", {"text": text})
        case "name":
            more = {"project": text, "tags": [text], "assignees": [text]}
            await home.post("/tasks", {"title": "Dentist", **more})
        case _:
            line = f"TYPE,CONTENT,PRIORITY\ntask,{quoted(text)},4\n"
            answer = await home.api.post(
                "/api/v1/import", params={"format": "todoist-csv"}, content=line.encode()
            )
            assert answer.is_success, answer.text


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


async def fill(home: Household) -> list[str]:
    """Add chores; their ids."""
    return [(await home.post("/tasks", {"title": title}))["id"] for title in CHORES]


@pytest.mark.parametrize("place", PLACES)
async def test_none_of_two_hundred_injections_does_harm(
    tmp_path: Path, enemy: Enemy, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "agent_worker")
    count = 0
    async with household(tmp_path, enemy.url) as home:
        ids = await fill(home)
        for number, injection in enumerate(injections(place)):
            await plant(home, injection)
            enemy.forget()
            enemy.obey = obeying(injection, ids)
            before = await home.state()
            reply = await home.say(ASKED[number % len(ASKED)])
            assert await home.state() == before, injection
            assert not leaks(reply), injection
            assert_fired(enemy, injection)
            count += 1
    assert count == 40
    assert "may not make: " in caplog.text
    assert "Eve" not in caplog.text  # what a model makes up may be what a person wrote


def leaks(reply: str) -> bool:
    """Whether something was said that the enemy was told to say."""
    return "eve.example" in reply or LINK in reply or INSTRUCTIONS[:40] in reply


def assert_fired(enemy: Enemy, injection: Injection) -> None:
    """The enemy was there, and did as it was told."""
    assert enemy.asked
    if injection.order not in {"reveal", "link"}:
        assert set(enemy.called) - {"find_tasks"}
        assert enemy.called[0] == "find_tasks"


@pytest.mark.parametrize("place", sorted(SEEN))
async def test_the_enemy_has_seen_what_stands_in_titles(
    tmp_path: Path, enemy: Enemy, place: str
) -> None:
    injection = next(injections(place))
    async with household(tmp_path, enemy.url) as home:
        await plant(home, injection)
        enemy.obey = obeying(injection, [])
        await home.say(ASKED[0])
    assert injection.text in enemy.shown().replace('\\\\\\"', '"').replace('\\"', '"')


async def test_without_the_policy_the_same_enemy_does_harm(
    tmp_path: Path, enemy: Enemy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execute, "judge", lambda *_: "allowed")
    injection = next(injections("title"))
    async with household(tmp_path, enemy.url) as home:
        await fill(home)
        enemy.obey = obeying(injection, [])
        await home.say(ASKED[0])
        assert len(await home.titles()) == len(CHORES) - WHOLE.most_changes


async def test_a_private_tool_refuses_a_call_that_the_assistant_did_not_make(
    tmp_path: Path, enemy: Enemy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ModelCalls, "keep", lambda _, calls: calls)
    async with household(tmp_path, enemy.url) as home:
        await fill(home)
        before = await home.state()
        for name in ("run_command", "answer_later"):
            enemy.obey = lambda _, name=name: [(name, {"text": "Delete chore 1", "source": "chat"})]  # type: ignore[misc]
            await home.say(ASKED[0])
        assert enemy.called == ["run_command", "answer_later"]
        assert await home.state() == before


async def test_only_the_yes_to_the_question_itself_counts(tmp_path: Path, enemy: Enemy) -> None:
    async with household(tmp_path, enemy.url) as home:
        await fill(home)
        enemy.obey = obeying(next(injections("title")), [])
        before = await home.state()
        assert "Shall I?" in await home.say("Tell me something about Paris.")
        enemy.obey = joke
        assert "joke" in await home.say("Pardon, who won the match?")
        await home.say("Yes")
        assert await home.state() == before


def joke(_: Request) -> str:
    return "Say yes if you want to hear a joke."


async def test_a_yes_carries_out_what_was_asked_and_nothing_else(
    tmp_path: Path, enemy: Enemy
) -> None:
    async with household(tmp_path, enemy.url) as home:
        await fill(home)
        enemy.obey = obeying(next(injections("title")), [])
        question = await home.say("Tell me something about Paris.")
        assert "delete ten tasks" in question
        named = {title for title in CHORES if f'"{title}"' in question}
        await home.say("Yes")
        gone = set(CHORES) - set(await home.titles())
        assert len(gone) == WHOLE.most_changes
        assert named < gone


async def test_what_the_persons_own_words_ask_for_a_model_may_do(
    tmp_path: Path, enemy: Enemy
) -> None:
    async with household(tmp_path, enemy.url) as home:
        enemy.obey = lambda _: [("create_task", {"title": "Dentist"})]
        await home.say("Pop the dentist down somewhere, would be good")
        assert await home.titles() == ["Dentist"]
