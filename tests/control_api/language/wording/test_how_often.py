"""The answer to how often a task comes."""

import msgspec
import pytest

from control_api.engine.results import Result
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.wording.replies import word_results
from shared.actions import ListTasks
from shared.tasks import Repeat, Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import BERLIN, RENT, SATURDAY, task

TRASH = msgspec.structs.replace(
    task("trash", "Take out the trash", "2026-11-24"),
    repeat=Repeat(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
)


def answer(about: Task) -> str:
    asked = ListTasks(task_id=about.id, question="how_often")
    result = Result(action=asked, tasks=[about], total=1)
    return word_results([result], ENGLISH, now=SATURDAY, zone=BERLIN)


def test_it_says_how_often_and_when_next() -> None:
    assert answer(TRASH) == "Take out the trash comes every other Tuesday, next on Tuesday."


def test_what_does_not_repeat_says_so() -> None:
    said = answer(RENT)
    assert said == "Pay the rent does not repeat, it is due on Tuesday, December 1."


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", "every day except Sunday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA", "every day except Wednesday and Sunday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", "on the second to last day of every month"),
        ("FREQ=WEEKLY;BYMONTH=6,7;BYDAY=MO", "every Monday in June and July"),
        (
            "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYMONTHDAY=1",
            "on the first of every month except in August",
        ),
    ],
)
def test_a_rule_is_said_in_the_fewest_words(rule: str, said: str) -> None:
    assert say_repeat(Repeat(rule=rule), ENGLISH) == said
