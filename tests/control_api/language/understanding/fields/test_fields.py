"""What is said of one task, and what it means: a table for each field beside this file."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from control_api.language.understanding.scene import GAP, Known
from shared.actions import Action, ListTasks
from tests.control_api.language.understanding.fields.person import LAUNCH, THINGS, named, read

FOLDER = Path(__file__).parent
BERLIN = "Europe/Berlin"
ZONES = {"due": "time_zone", "start": "start_time_zone", "deadline": "deadline_time_zone"}
# Dates stay the text they are written as.
TABLES: dict[str, dict[str, Any]] = {
    path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    for path in sorted(FOLDER.glob("*.yaml"))
}


def rows(part: str) -> pytest.MarkDecorator:
    found = [
        pytest.param(text, table[part][text] if isinstance(table[part], dict) else None, id=text)
        for table in TABLES.values()
        for text in table.get(part, [])
    ]
    return pytest.mark.parametrize(("text", "expected"), found)


def action_of(row: dict[str, Any]) -> Action:
    """The action of a row: ``{update: report, priority: high}``."""
    (kind, about), *fields = row.items()
    values: dict[str, Any] = {name: None if said == "null" else said for name, said in fields}
    for field, zone in ZONES.items():
        if field in values:
            values[zone] = BERLIN if "T" in (values[field] or "") else None
    values["title" if kind == "create" else "task_id"] = about
    values["type"] = kind if kind == "create_comment" else f"{kind}_task"
    action: Action = msgspec.convert(values, Action, strict=False)
    return action


def test_there_are_many_rows() -> None:
    assert sum(len(rows) for table in TABLES.values() for rows in table.values()) > 400


@rows("does")
def test_a_sentence_does_this_and_nothing_else(text: str, expected: Any) -> None:
    reading = read(text)
    assert reading.outcome == "planned", reading
    assert reading.complete
    wanted = expected if isinstance(expected, list) else [expected]
    assert reading.actions == [action_of(each) for each in wanted]


@rows("asks")
def test_what_is_missing_is_asked_for(text: str, expected: str) -> None:
    reading = read(text)
    assert (reading.outcome, reading.reply) == ("clarify", expected)
    assert not reading.actions


@rows("refuses")
def test_what_can_not_be_is_refused_with_the_reason(text: str, expected: str) -> None:
    reading = read(text)
    assert (reading.outcome, reading.reply) == ("refused", expected)
    assert not reading.actions


@rows("leaves_alone")
def test_what_is_about_something_else_is_left_alone(text: str, expected: None) -> None:
    assert read(text).outcome == "not_a_command"


@rows("changes_nothing")
def test_a_question_changes_nothing(text: str, expected: None) -> None:
    assert all(isinstance(action, ListTasks) for action in read(text).actions)


@pytest.mark.parametrize("kind", ["make it high priority", "it's urgent", "it is for Anna"])
def test_who_spoke_of_no_task_is_not_taken_to_mean_one(kind: str) -> None:
    reading = read(kind, Known(things=THINGS, open_tasks=[named("rent")]))
    assert not reading.actions


MAY_BE_NEW = (
    *(
        "reminder for",
        "remind me of",
        "remind me about",
        "remind me tomorrow",
        "add Anna",
        "note for",
        "Anna should",
        "have Anna",
    ),
    *("starts", "should start", "must be done by", "has to be", "is due", "make the report due"),
)
"""How what can be done as well as reminded of, or written down, is said."""


def test_words_of_no_task_never_become_one() -> None:
    nobody = Known(things=THINGS, mentioned=["gone"])
    said = [
        text
        for table in TABLES.values()
        for text, row in table.get("does", {}).items()
        if isinstance(row, dict)
        and "create" not in row
        and not any(part in text for part in MAY_BE_NEW)
    ]
    assert not [text for text in said if read(text, nobody).actions]


@pytest.mark.parametrize(
    "said",
    [
        "remove the deadline",
        "add a deadline of Friday",
        "remind me a day before the deadline",
        "remind me an hour before",
    ],
)
def test_what_names_no_task_and_follows_none_is_asked_about(said: str) -> None:
    without = Known(open_tasks=[LAUNCH], things=THINGS)
    reading = read(said, without)
    assert (reading.outcome, reading.reply) == ("clarify", "Which task do you mean?")
    assert reading.asks is not None
    whole = read(reading.asks.sentence.replace(GAP, "the launch"), without)
    assert all(getattr(each, "task_id", None) == "launch" for each in whole.actions)
    assert whole.actions or whole.reply.startswith("Launch the site has no time of day yet.")
