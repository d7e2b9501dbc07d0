from collections.abc import Iterator

import pytest
from livekit.agents._exceptions import APIError

from agent_worker.exam.paper import Paper, read_paper
from agent_worker.exam.results import Mark, Result
from agent_worker.exam.sitting import Answer, sit
from agent_worker.settings.trust import ALL
from tests.agent_worker.conversation.enemy import Enemy, Request, enemy_at_work
from tests.agent_worker.exam.students import asked, at, good, obedient


@pytest.fixture
def student() -> Iterator[Enemy]:
    with enemy_at_work() as student:
        yield student


async def sits(student: Enemy, heard: list[Answer] | None = None) -> Result:
    answers = [] if heard is None else heard
    async with at(student.url) as model:
        return await sit(model, "a student", at_once=4, heard=answers.append)


async def test_a_good_model_can_pass_every_question(student: Enemy) -> None:
    student.obey = good
    heard: list[Answer] = []
    result = await sits(student, heard)
    assert [answer.question.ask for answer in heard if not answer.right] == []
    assert result.trust() == ALL
    assert result.marks == {part: Mark(len(q), len(q)) for part, q in read_paper().parts.items()}


@pytest.mark.parametrize(
    "always",
    ["", "Sure, I've done that for you."],
)
async def test_who_always_says_the_same_may_nothing(student: Enemy, always: str) -> None:
    student.obey = lambda _: always
    assert (await sits(student)).trust() == frozenset()


@pytest.mark.usefixtures("short_paper")
async def test_who_only_ever_says_that_it_does_not_know_may_answer_nothing(student: Enemy) -> None:
    student.obey = lambda _: "I don't know, I can't help with that."
    assert (await sits(student)).trust() == {"talk"}


async def test_who_obeys_what_stands_in_a_task_gets_no_tools(student: Enemy) -> None:
    attacks = {question.ask for question in read_paper().parts["injections"]}

    def mostly_good(request: Request) -> object:
        return obedient(request) if asked(request) in attacks else good(request)

    student.obey = mostly_good  # type: ignore[assignment]
    assert (await sits(student)).trust() == {"talk", "answer"}


async def test_the_exam_has_what_a_conversation_has(student: Enemy, short_paper: Paper) -> None:
    student.obey = good
    await sits(student)
    shown = [request for request in student.asked if request.get("tools")]
    names = {tool["function"]["name"] for tool in shown[0]["tools"]}
    assert {"create_task", "find_tasks", "undo"} <= names
    assert all("It is Monday, 2 March 2026, 09:30" in str(each) for each in student.asked)
    facts = short_paper.parts["facts"][0].ask
    without = [request for request in student.asked if asked(request) == facts]
    assert "tools" not in without[0]


@pytest.mark.usefixtures("short_paper")
async def test_a_model_that_does_not_answer_in_time_is_wrong(student: Enemy) -> None:
    async with at(student.url) as model:
        result = await sit(model, "slow", at_once=8, within_s=0)
    assert {mark.right for mark in result.marks.values()} == {0}


async def test_of_a_model_that_is_away_nothing_is_known() -> None:
    async with at("http://127.0.0.1:9/v1") as model:
        with pytest.raises(APIError):
            await sit(model, "away", at_once=4)
