"""What may not have been meant is asked about in the words of what would be done."""

import pytest

from control_api.engine.results import Result
from control_api.language.wording.questions import question
from shared.actions import CompleteTask, CreateTask
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import BERLIN, MILK, SARAH, SATURDAY


def added(task: Task) -> Result:
    return Result(action=CreateTask(title=task.title), after=task)


@pytest.mark.parametrize(
    ("result", "asked"),
    [
        (added(MILK), 'Add "Buy milk"? Say yes or no.'),
        (added(SARAH), 'Add "Call Sarah" for tomorrow at 3 PM? Say yes or no.'),
        (
            Result(action=CompleteTask("sarah"), before=SARAH, after=MILK),
            'Complete "Buy milk"? Say yes or no.',
        ),
    ],
)
def test_one_thing_is_asked_about_with_all_that_matters(result: Result, asked: str) -> None:
    said = question([result], result.changes, ENGLISH, now=SATURDAY, zone=BERLIN)
    assert said == asked
