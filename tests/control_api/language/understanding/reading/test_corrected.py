"""What is taken back in the same breath is not done, and what is meant instead is."""

from dataclasses import dataclass

import pytest
from msgspec import UNSET

from shared.actions import CreateTask, UpdateTask
from tests.control_api.language.understanding.interpretation import read


@dataclass
class Made:
    title: str
    due: str | None = None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("call the school tomorrow, no wait, Friday", Made("Call the school", "2026-11-27")),
        ("call the school tomorrow no friday", Made("Call the school", "2026-11-27")),
        ("call the school at ten, no, eleven", Made("Call the school", "2026-11-21T11:00:00")),
        ("call mum on Tuesday at nine no Wednesday", Made("Call mum", "2026-11-25T09:00:00")),
        ("call mum on Tuesday at nine sorry at ten", Made("Call mum", "2026-11-24T10:00:00")),
        ("call Anna tomorrow, sorry I mean Maria", Made("Call Maria", "2026-11-22")),
        ("remind me at nine to call mum, no, at ten", Made("Call mum", "2026-11-21T22:00:00")),
        ("remind me on Tuesday to call mum, sorry, Wednesday", Made("Call mum", "2026-11-25")),
        ("add eggs. No wait, oat milk.", Made("Oat milk")),
        ("add eggs scratch that add bread", Made("Bread")),
        ("order tiles tomorrow, not Monday", Made("Order tiles", "2026-11-22")),
        ("call Anna tomorrow not before 5", Made("Call Anna", "2026-11-22T17:00:00")),
    ],
)
def test_a_slip_of_the_tongue_is_no_part_of_a_new_task(text: str, made: Made) -> None:
    is_whole = text.startswith(("add", "remind"))
    actions = read(text if is_whole else f"remind me to {text}").actions
    assert [type(action) for action in actions] == [CreateTask]
    assert isinstance(actions[0], CreateTask)
    assert Made(actions[0].title, actions[0].due) == made


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("move the dentist to Monday no wait Tuesday", "2026-11-24T09:00:00"),
        ("the dentist is on Monday, not Friday", "2026-11-23T09:00:00"),
        ("the dentist is at eleven not nine", "2026-11-27T11:00:00"),
    ],
)
def test_a_task_is_moved_to_what_is_meant(text: str, due: str) -> None:
    (action,) = read(text).actions
    assert isinstance(action, UpdateTask)
    assert (action.task_id, action.due, action.title) == ("dentist", due, UNSET)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("remind me to tell him no tomorrow", "Tell him no"),
        ("remind me to tell Tom I mean business", "Tell Tom I mean business"),
        ("remind me to say sorry on Friday", "Say sorry"),
        ("call mum no later than Friday", "Call mum"),
    ],
)
def test_a_no_that_takes_nothing_back_stays(text: str, title: str) -> None:
    (action,) = read(text).actions
    assert isinstance(action, CreateTask)
    assert action.title == title


def test_what_can_not_be_put_in_its_place_is_asked_about() -> None:
    reading = read("remind me to call Sarah about the invoice no wait mike")
    assert (reading.outcome, reading.actions) == ("clarify", [])
