"""Questions about how often a task comes."""

import pytest

from shared.actions import ListTasks
from tests.control_api.language.understanding.interpretation import read
from tests.control_api.language.understanding.repeats.test_repeating import HAVING_TRASH


@pytest.mark.parametrize(
    "text",
    [
        "how often do I take out the trash",
        "how often should I take the trash out",
        "how often does it repeat",
        "which days do I take out the trash",
        "does the trash repeat",
        "what's the schedule of the trash",
    ],
)
def test_the_task_is_shown(text: str) -> None:
    reading = read(text, known=HAVING_TRASH)
    [action] = reading.actions
    assert isinstance(action, ListTasks)
    assert (action.task_id, action.question) == ("trash", "how_often")


def test_what_there_is_not_is_said_to_be_missing() -> None:
    assert "I don't see" in read("how often do I call mom", known=HAVING_TRASH).reply
