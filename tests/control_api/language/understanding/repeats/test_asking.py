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
    assert reading.actions == [ListTasks(search="Take out the trash")]


def test_what_does_not_repeat_is_said_not_to() -> None:
    reading = read("how often do I have to pay the rent", known=HAVING_TRASH)
    assert (reading.outcome, reading.reply) == ("refused", "Pay the rent does not repeat.")


def test_what_there_is_not_is_said_to_be_missing() -> None:
    assert "I don't see" in read("how often do I call mom", known=HAVING_TRASH).reply
