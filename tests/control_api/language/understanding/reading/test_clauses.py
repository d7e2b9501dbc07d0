"""Several clauses in one breath: later ones speak of what earlier ones make; all count, or none."""

import uuid

import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.actions import Action, CompleteTask, CreateTask, DeleteTask, ListTasks, UpdateTask
from shared.thing_actions import CreateProject
from tests.control_api.language.understanding.interpretation import ALICES, read


def planned(text: str, known: Known = ALICES) -> list[Action]:
    reading = read(text, known=known)
    assert reading.outcome == "planned", reading
    return reading.actions


def summary(actions: list[Action]) -> list[tuple[str, str, str]]:
    """What is done to what, with the titles of what was made in the same breath."""
    titles = {a.task_id: a.title for a in actions if isinstance(a, CreateTask) and a.task_id}
    said = []
    for action in actions:
        about = str(getattr(action, "task_id", ""))
        name = action.title if isinstance(action, CreateTask) else titles.get(about, about)
        due = getattr(action, "due", None)
        said.append((type(action).__name__, name, due if isinstance(due, str) else ""))
    return said


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "Remind me to buy a cake. Move it to Friday.",
            [("CreateTask", "Buy a cake", ""), ("UpdateTask", "Buy a cake", "2026-11-27")],
        ),
        (
            "add buy a cake tomorrow and move it to Friday",
            [
                ("CreateTask", "Buy a cake", "2026-11-22"),
                ("UpdateTask", "Buy a cake", "2026-11-27"),
            ],
        ),
        (
            "Add bread and jam to my shopping list. Move them to Friday.",
            [
                ("CreateTask", "Bread", ""),
                ("CreateTask", "Jam", ""),
                ("UpdateTask", "Bread", "2026-11-27"),
                ("UpdateTask", "Jam", "2026-11-27"),
            ],
        ),
        (
            "Add bread and jam to my shopping list. Mark the second one as done.",
            [("CreateTask", "Bread", ""), ("CreateTask", "Jam", ""), ("CompleteTask", "Jam", "")],
        ),
        (
            "Remind me to paint the fence. Buy a brush. Move painting the fence to Friday.",
            [
                ("CreateTask", "Paint the fence", ""),
                ("CreateTask", "Buy a brush", ""),
                ("UpdateTask", "Paint the fence", "2026-11-27"),
            ],
        ),
        (
            "Remind me to call Tom. Tomorrow at three.",
            [("CreateTask", "Call Tom", "2026-11-22T15:00:00")],
        ),
        (
            "Remind me to call Dr. Miller tomorrow.",
            [("CreateTask", "Call Dr. Miller", "2026-11-22")],
        ),
        (
            "Delete the dentist and add bread to my shopping list.",
            [("DeleteTask", "dentist", ""), ("CreateTask", "Bread", "")],
        ),
        (
            "move the dentist to Thursday and the report to Friday",
            [
                ("UpdateTask", "dentist", "2026-11-26T09:00:00"),
                ("UpdateTask", "report", "2026-11-27"),
            ],
        ),
    ],
)
def test_later_clauses_speak_of_what_earlier_ones_make(
    text: str, done: list[tuple[str, str, str]]
) -> None:
    assert summary(planned(text)) == done


def test_eight_clauses_are_one_plan() -> None:
    text = (
        "Add bread and jam to my shopping list. Remind me to call Tom tomorrow at three. "
        "Pay the gas bill on Friday and feed the cat on Monday. Delete the dentist. "
        "Move the report to Tuesday. Done with calling Sarah. What's on for Friday?"
    )
    kinds = [type(action) for action in planned(text)]
    assert kinds == [
        *[CreateTask] * 5,
        DeleteTask,
        UpdateTask,
        CompleteTask,
        ListTasks,
    ]


def test_many_clauses_without_a_full_stop_are_one_plan() -> None:
    text = (
        "add bread to my shopping list, and remind me to call Tom tomorrow, and when is the dentist"
        ", and set a timer for ten minutes, and done with calling Sarah, and is the milk on my list"
    )
    kinds = [type(action).__name__ for action in planned(text)]
    assert kinds == [
        "CreateTask",
        "CreateTask",
        "ListTasks",
        "CreateTimer",
        "CompleteTask",
        "ListTasks",
    ]


def test_only_what_is_spoken_of_later_has_an_id_of_its_own() -> None:
    first, second, third = planned("Remind me to buy a cake. Move it to Friday. Add bread.")
    assert isinstance(first, CreateTask)
    assert isinstance(second, UpdateTask)
    assert isinstance(third, CreateTask)
    assert first.task_id == second.task_id
    assert str(uuid.UUID(first.task_id)) == first.task_id
    assert third.task_id is None


def test_the_same_text_gives_the_same_plan_but_for_ids() -> None:
    text = "Add bread and jam to my shopping list. Move them to Friday. Call Tom tomorrow."
    first, second = planned(text), planned(text)
    assert summary(first) == summary(second)


def test_what_is_added_next_goes_on_the_same_list() -> None:
    actions = planned("Add bread to my party list. Add jam. Add balloons to it.")
    assert [a.project for a in actions if isinstance(a, CreateTask)] == ["Party"] * 3


def question(reading: CommandPlan) -> str:
    assert reading.outcome in {"clarify", "refused"}
    assert not reading.actions
    return reading.reply


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Stop. Add milk to my list.", '"Stop"'),
        ("Add bread to my shopping list. The sky is blue today.", '"The sky is blue today"'),
        ("Delete the unicorn. Add milk to my list.", '"Delete the unicorn"'),
        ("Add milk to my list. Move the unicorn to Friday.", '"Move the unicorn to Friday"'),
        ("Delete the dentist. No, don't delete it.", '"No, don\'t delete it"'),
        ("Remind me to call Tom on February 30th. Add bread to my list.", "February 30"),
        (
            (
                "Add bread to my list, and move the unicorn to Friday, and who has the report, "
                "and set a timer for ten minutes, and remind me to call Tom"
            ),
            '"move the unicorn to Friday"',
        ),
        (
            (
                "Who has the moon, and add bread to my list, and remind me to call Tom, "
                "and delete the dentist"
            ),
            '"Who has the moon"',
        ),
    ],
)
def test_a_clause_that_cannot_be_read_makes_the_whole_a_question(text: str, named: str) -> None:
    reply = question(read(text))
    assert named in reply
    assert "I changed nothing" in reply


@pytest.mark.parametrize("text", ["The sky is blue. It rains.", "What a day. Party tonight!"])
def test_sentences_that_are_no_commands_are_left_alone(text: str) -> None:
    assert read(text).outcome == "not_a_command"


def test_small_talk_beside_a_command_is_no_obstacle() -> None:
    assert summary(planned("How are you? Remind me to call Tom.")) == [
        ("CreateTask", "Call Tom", "")
    ]


def test_a_question_is_answered_whatever_was_said_before_it() -> None:
    (action,) = planned("I like trains. What is on today?")
    assert isinstance(action, ListTasks)


@pytest.mark.parametrize(
    "text",
    [
        "Create a project Product launch. Add tasks: flyers due Friday, posters due Thursday",
        "Create a project Product launch and add flyers and posters to it",
    ],
)
def test_a_clause_that_only_the_learned_reader_knows_is_one_of_several(text: str) -> None:
    project, *tasks = planned(text)
    assert isinstance(project, CreateProject)
    assert project.name == "Product launch"
    assert [(each.title, each.project) for each in tasks if isinstance(each, CreateTask)] == [
        ("Flyers", "Product launch"),
        ("Posters", "Product launch"),
    ]
