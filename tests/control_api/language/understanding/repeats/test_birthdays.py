"""Days that come every year by themselves."""

import pytest

from shared.actions import CreateTask
from shared.tasks import Repeat
from tests.control_api.language.understanding.interpretation import read


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("mum's birthday is on March 3rd", "Mum's birthday", "2027-03-03"),
        ("our wedding anniversary is June 12", "Our wedding anniversary", "2027-06-12"),
        ("add dad's birthday on May 4", "Dad's birthday", "2027-05-04"),
    ],
)
def test_a_birthday_comes_every_year(text: str, title: str, due: str) -> None:
    yearly = Repeat(rule="FREQ=YEARLY")
    assert read(text).actions == [CreateTask(title=title, due=due, repeat=yearly)]


def test_nobody_knows_whose() -> None:
    assert read("her birthday is on March 3rd").outcome == "not_a_command"


def test_other_days_come_once() -> None:
    for action in read("the meeting is on March 3rd").actions:
        assert isinstance(action, CreateTask)
        assert action.repeat is None
