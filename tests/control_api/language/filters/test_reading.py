"""The filter language: what it reads, and how it says what it can't."""

import contextlib
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.language.duckling import finding
from control_api.language.filters.nodes import (
    All,
    AnyOf,
    HasDate,
    HasFlag,
    HasPriority,
    HasTag,
    HasText,
    InProject,
    IsAssigned,
    Lacks,
    Node,
    Not,
    write,
)
from control_api.language.filters.reading import read_filter
from shared.problems import InvalidInputError
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.filters.generated import nodes

NOW = datetime(2026, 11, 21, 13, tzinfo=ZoneInfo("Europe/Berlin"))
OVERDUE, DONE, URGENT = HasFlag("overdue"), HasFlag("done"), HasPriority("=", "urgent")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        (
            "due before next friday & #work & !done",
            All((HasDate("due", "before", "next friday"), HasTag("work"), Not(DONE))),
        ),
        (
            "(overdue | today) & p1",
            All((AnyOf((OVERDUE, HasDate("due", "on", "today"))), URGENT)),
        ),
        ("overdue or done and p1", AnyOf((OVERDUE, All((DONE, URGENT))))),
        ("overdue #work @Sarah", All((OVERDUE, HasTag("work"), IsAssigned("Sarah")))),
        ("@“Sarah Miller”", IsAssigned("Sarah Miller")),
        ("in Home", InProject("Home")),
        ("/Home", InProject("Home")),
        ("in Home improvements", InProject("Home improvements")),
        ('in "Home & garden"', InProject("Home & garden")),
        ("in grocery list", InProject("grocery list", ("grocery",))),
        ("in the grocery list", InProject("the grocery list", ("grocery list", "grocery"))),
        ("in my garden", InProject("my garden", ("garden",))),
        ("no date", Lacks("date")),
        ("without tags", Lacks("tag")),
        ("created after 2026-01-01", HasDate("created", "after", "2026-01-01")),
        ("Done Since Monday", HasDate("completed", "from", "monday")),
        ("due <= friday", HasDate("due", "by", "friday")),
        ("due in 3 days", HasDate("due", "on", "in 3 days")),
        ("due in november", HasDate("due", "on", "november")),
        ('"exact words"', HasText("exact words")),
        (r'"a \"word\" and \\"', HasText(r'a "word" and \\'[:-1])),
        ("priority >= high", HasPriority(">=", "high")),
        ("priority none", HasPriority("=", None)),
        ("not not in progress", Not(Not(HasFlag("started")))),
    ],
)
def test_a_filter_says_what_a_person_means(text: str, node: Node) -> None:
    assert read_filter(text, NOW, ENGLISH) == node


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "At the end: Write a filter"),
        ("today & overdu", "At character 9, “overdu”: A filter does not know this."),
        ("today & ", "At the end: A condition is missing here"),
        ("(today & p1", "At character 1, “(”: This parenthesis is not closed."),
        ("today)", "At character 6, “)”: There is no parenthesis that this one closes."),
        ('p1 & "milk', 'At character 6, “"milk”: These quotes are not closed.'),
        ('p1 & ""', 'At character 6, “""”: Write something between the quotes.'),
        ("p1 & # work", "At character 6, “# work”: Write a name right after this sign"),
        ("due before", "At character 1, “due before”: Write a day after it"),
        ("due before breakfast", "“due before breakfast”: Write a day here"),
        ("due before 2026-02-30", "There is no such date"),
        ("due february 30", "There is no February 30"),
        ("due friday at 5pm", "A filter knows days, not times of day"),
        ("created 9999 weeks ago", "Choose a year from 1900"),
        ("priority soon", "Write low, medium, high, urgent or none"),
        ("no idea", "A task can be without one of these"),
        ("in & p1", "Write the name of a project after it"),
        ("|", "At character 1, “|”: A condition is missing here"),
        ("p1 & " * 50 + "p1", "50 conditions at most"),
        ("(" * 30 + "p1" + ")" * 30, "Nest 20 levels at most"),
        (" | ".join(f"march {day}" for day in range(1, 11)), "Only 8 days can be in such words"),
        ("p" * 2001, "2000 characters at most"),
    ],
)
def test_what_can_t_be_read_is_pointed_at(text: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        read_filter(text, NOW, ENGLISH)
    assert sentence in refusal.value.fields["filter"]


@settings(max_examples=300)
@given(node=nodes())
def test_what_is_written_is_read_as_the_same(node: Node) -> None:
    assert read_filter(write(node), NOW, ENGLISH) == node


# Duckling takes its time the first time, as the server does at its start.
read_filter("next friday", NOW, ENGLISH)
PARTS = (
    *("due", "before", "after", "on", "by", "not", "and", "or", "no", "in", "priority", "done"),
    *("friday", "next", "last", "week", "march", "3rd", "5pm", "2026-11-24", "12/24", "half"),
    *("&", "|", "!", "(", ")", "#", "@", "/", '"', "<=", ">", "=", "!=", " ", " ", " "),
)


@settings(max_examples=200)
@given(text=st.text(max_size=100) | st.lists(st.sampled_from(PARTS), max_size=120).map(" ".join))
def test_any_text_gets_an_answer_or_our_error_at_once(text: str) -> None:
    with contextlib.suppress(InvalidInputError):
        node = read_filter(text, NOW, ENGLISH)
        assert read_filter(write(node), NOW, ENGLISH) == node
    # Of three tries: what else the machine does takes processor time from this thread, too.
    assert any(seconds_to_read(text) < 0.05 for _ in range(3))


def seconds_to_read(text: str) -> float:
    finding._remembered.clear()
    began = time.thread_time()
    with contextlib.suppress(InvalidInputError):
        read_filter(text, NOW, ENGLISH)
    return time.thread_time() - began
