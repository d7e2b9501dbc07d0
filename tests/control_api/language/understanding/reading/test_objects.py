"""One verb for several tasks."""

import pytest

from shared.actions import CompleteTask, DeleteTask
from tests.control_api.language.understanding.interpretation import read


@pytest.mark.parametrize(
    ("text", "action", "ids"),
    [
        ("complete the report and the rent", CompleteTask, ["report", "rent"]),
        ("mark the rent and the report as done", CompleteTask, ["rent", "report"]),
        ("delete the dentist and the report", DeleteTask, ["dentist", "report"]),
        ("delete the dentist, the report and the rent", DeleteTask, ["dentist", "report", "rent"]),
        ("I called Sarah and paid the rent", CompleteTask, ["sarah", "rent"]),
    ],
)
def test_each_of_them_is_meant(
    text: str, action: type[CompleteTask | DeleteTask], ids: list[str]
) -> None:
    assert read(text).actions == [action(each) for each in ids]


@pytest.mark.parametrize(
    "text",
    [
        "delete the dentist and the unicorn",
        "complete the report and the unicorn",
        "delete the dentist, cancel that",
        "delete the dentist and don't delete the report",
    ],
)
def test_none_is_touched_when_one_is_not_there_or_it_is_taken_back(text: str) -> None:
    assert not read(text).actions
