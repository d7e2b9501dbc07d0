"""A few words about what was said just before mean that, and nothing else."""

import msgspec
import pytest
from msgspec import UnsetType

from control_api.engine.plan import CommandPlan, Turn
from control_api.language.understanding.scene import Known
from control_api.language.understanding.titles import retitled
from shared.actions import Action, CreateTask, ListTasks, Undo, UpdateTask
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import ALICES, SARAH, read


@pytest.mark.parametrize(
    ("title", "said", "origin", "expected"),
    [
        ("Milk", "oat milk", None, "Oat milk"),
        ("Buy milk", "oat milk", None, "Buy oat milk"),
        ("Buy soy milk", "oat milk", None, "Buy oat milk"),
        ("Buy oat milk", "milk", None, "Buy milk"),
        ("Call Sarah", "Mike", None, "Call Mike"),
        ("Call Sarah", "email Sarah", None, "Email Sarah"),
        ("Call Sarah about the invoice", "Mike", None, "Call Mike about the invoice"),
        ("Call Sarah about the invoice", "the contract", None, "Call Sarah about the contract"),
        ("Call Sarah about the invoice", "mike", None, None),  # whom or what is open
        ("Call Sarah about Tom", "Mike", "Tom", "Call Sarah about Mike"),
        ("Call Sarah", "Mike", "Anna", None),
    ],
)
def test_only_what_is_wrong_is_replaced(
    title: str, said: str, origin: str | None, expected: str | None
) -> None:
    assert retitled(title, said, origin, ENGLISH) == expected


def after(*actions: Action, ago_s: float = 5, reply: str = "Done.") -> Known:
    """What is known after a command about the call of Sarah."""
    turn = Turn(
        command_id="c1",
        text="remind me to call Sarah tomorrow at three",
        reply=reply,
        actions=list(actions),
        tasks=[SARAH],
        can_undo=True,
        ago_s=ago_s,
    )
    return msgspec.structs.replace(ALICES, turns=[turn])


MADE = CreateTask(title="Call Sarah", task_id="sarah", due="2026-11-22T15:00:00")


def test_it_is_taken_back_by_its_own_id() -> None:
    assert read("never mind", known=after(MADE)).actions == [Undo(command_id="c1")]


@pytest.mark.parametrize(
    ("text", "ago_s"), [("never mind", 70), ("no, Mike", 130), ("and Mike", 130)]
)
def test_later_so_few_words_mean_nothing_of_it(text: str, ago_s: float) -> None:
    actions = read(text, known=after(MADE, ago_s=ago_s)).actions
    assert not any(isinstance(action, Undo | UpdateTask) for action in actions)
    assert all(action == CreateTask(title="Mike") for action in actions)


@pytest.mark.parametrize(
    "text", ["no, thank you", "that's funny", "no way", "and you?", "no, what do you mean", "bye"]
)
def test_a_remark_corrects_nothing(text: str) -> None:
    plan = read(text, known=after(MADE))
    assert not any(isinstance(action, UpdateTask) for action in plan.actions)


@pytest.mark.parametrize("text", ["can we do the moon instead", "no, could you sing a song"])
def test_a_question_is_no_new_title(text: str) -> None:
    plan = read(text, known=after(MADE))
    titles = [action.title for action in plan.actions if isinstance(action, UpdateTask)]
    assert all(isinstance(title, UnsetType) for title in titles)


@pytest.mark.parametrize(("reply", "outcome"), [("Shall I go on?", "planned"), ("Three.", None)])
def test_a_yes_goes_on_only_where_that_was_asked(reply: str, outcome: str | None) -> None:
    plan: CommandPlan = read("yes", known=after(ListTasks(), reply=reply))
    assert (plan.outcome == "planned") == (outcome is not None)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("and tag it party", UpdateTask("sarah", tags=["party"])),
        ("and make it urgent", UpdateTask("sarah", priority="urgent")),
        ("and tag the rent home", UpdateTask("rent", tags=["home"])),
    ],
)
def test_more_is_said_of_what_was_just_made(text: str, action: Action) -> None:
    assert read(text, known=after(MADE)).actions == [action]
