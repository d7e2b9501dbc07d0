"""What a question back offers to be pressed is read, word for word, as what it stands for."""

from collections.abc import Sequence

import msgspec
import pytest

from control_api.engine.plan import Question
from control_api.language.answering.follow import follow
from control_api.language.answering.options import answers_to
from control_api.language.understanding.scene import Known, Scene
from shared.actions import CreateTask, DeleteTask, ListTasks
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import (
    ALICES,
    BERLIN,
    SATURDAY,
    task,
)

SARAH = [
    task("friday", "Call Sarah", due="2026-11-27"),
    task("monday", "Call Sarah", due="2026-11-30T15:00:00"),
    task("third", "Call Sarah"),
    task("work", "Call Sarah", project="Work"),
]


def asked(sentence: str, tasks: Sequence[Task]) -> tuple[list[str], Known]:
    """What is offered, and what is known while it is waited for."""
    known = msgspec.structs.replace(ALICES, open_tasks=list(tasks))
    plan = follow(sentence, language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known)
    assert plan.outcome == "clarify"
    assert plan.asks is not None
    return plan.options, msgspec.structs.replace(known, question=plan.asks)


def deleted(answer: str, known: Known) -> list[str]:
    plan = follow(answer, language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known)
    assert plan.outcome == "planned"
    return [each.task_id for each in plan.actions if isinstance(each, DeleteTask)]


def test_tasks_are_offered_by_their_titles() -> None:
    tasks = [task("bob", "Email Bob"), task("bobs", "Email Bob about the contract")]
    options, known = asked("delete email", tasks)
    assert options == ["Email Bob", "Email Bob about the contract"]
    assert [deleted(each, known) for each in options] == [["bob"], ["bobs"]]


def test_tasks_of_one_title_are_told_apart_by_day_list_or_place() -> None:
    options, known = asked("delete call Sarah", SARAH)
    assert options == [
        "Call Sarah on Friday",
        "Call Sarah on Monday, November 30 at 3 PM",
        "third",
        "Work",
    ]
    chosen = [deleted(each, known) for each in options]
    assert chosen == [["friday"], ["monday"], ["third"], ["work"]]


def test_what_no_words_tell_apart_is_left_out() -> None:
    options, _ = asked("delete call Sarah", [task(name, "Call Sarah") for name in "abcdef"])
    assert options == ["first", "second", "third"]


@pytest.mark.parametrize("title", ["Never mind", "Both", "I don't know", "The second one", "No"])
def test_a_title_that_would_be_read_as_another_answer_is_not_offered(title: str) -> None:
    question = Question(wants="task", options=["odd", "water"], named=2)
    known = msgspec.structs.replace(
        ALICES, open_tasks=[task("odd", title), task("water", "Water the plants")]
    )
    options = answers_to(question, Scene(SATURDAY, BERLIN, known, ENGLISH))
    assert options == ["first", "Water the plants"]


def test_lists_are_offered_by_their_names() -> None:
    options, known = asked("what lists do I have", ALICES.open_tasks)
    assert options == known.projects[:5]
    shown = follow(options[0], language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known)
    assert shown.actions == [ListTasks(project=options[0])]


def test_a_yes_and_a_no_are_offered_where_one_is_wanted() -> None:
    milk = task("milk", "Milk", project="Shopping")
    options, known = asked("add milk to my shopping list", [milk])
    assert options == ["Yes", "No"]
    yes, no = (
        follow(each, language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known) for each in options
    )
    assert [type(each) for each in yes.actions] == [CreateTask]
    assert no.actions == []


def test_nothing_is_offered_where_anything_may_be_said() -> None:
    assert asked("postpone the report", ALICES.open_tasks)[0] == []
