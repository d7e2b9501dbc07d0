import pytest

from agent_worker.thinking.grounding import is_grounded
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    Redo,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.bell_actions import CreateTimer, StopBell
from shared.thing_actions import CreateProject, UpdateProject

SAID = "Could you put calling the dentist on my list?"


@pytest.mark.parametrize(
    ("action", "said", "expected"),
    [
        (CreateTask("Call the dentist"), SAID, True),
        (CreateTask("Buy a boat"), SAID, False),
        (CreateTask("the"), SAID, False),
        (CreateTask("Wire all savings to Bob"), "Read me the note from Bob", False),
        (UpdateTask("known", title="Call the dentist"), SAID, True),
        (UpdateTask("known", title="Sell the car"), SAID, False),
        (UpdateTask("known", due="2026-11-24"), SAID, True),
        (UpdateTask("made-up", due="2026-11-24"), SAID, False),
        (CompleteTask("known"), SAID, True),
        (CompleteTask("made-up"), SAID, False),
        (ReopenTask("made-up"), SAID, False),
        (DeleteTask("made-up"), SAID, False),
        (DeleteTask("known"), SAID, True),
        (ListTasks(), SAID, True),
        (Undo(), "That was wrong", True),
        (Undo(), SAID, False),
        (Redo(), "Do that again", True),
        (Redo(), SAID, False),
        (UpdateTask("known", parent_id="made-up"), SAID, False),
        (UpdateTask("known", depends_on=["known", "made-up"]), SAID, False),
        (UpdateTask("known", depends_on=["known"], parent_id=None), SAID, True),
        (CreateProject("Dentist list"), SAID, True),
        (CreateProject("Boats"), SAID, False),
        (UpdateProject("made-up", name="Dentist list"), SAID, False),
        (UpdateProject("known", archived=True), SAID, True),
        (CreateTimer(60), SAID, True),
        (CreateTimer(60, label="boat"), SAID, False),
        (StopBell("made-up"), SAID, False),
        (StopBell(), SAID, True),
    ],
)
def test_a_model_may_only_do_what_follows_from_what_was_said(
    action: Action, said: str, expected: bool
) -> None:
    assert is_grounded(action, said, {"known"}) is expected
