"""Days and times of day as they are said, alone and with the preposition that they take."""

from datetime import date, datetime

import pytest
from msgspec import structs

from control_api.language.wording.dates_aloud import (
    at_clock,
    on_day,
    on_moment,
    say_clock,
    say_day,
    say_days,
    say_moment,
)
from control_api.language.words.replies import Replies
from tests.control_api.language.english import ENGLISH

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "plain", "on"),
    [
        ("2026-11-20", "yesterday", "yesterday"),
        ("2026-11-21", "today", "today"),
        ("2026-11-22", "tomorrow", "tomorrow"),
        ("2026-11-27", "Friday", "on Friday"),
        ("2026-11-15", "last Sunday", "last Sunday"),
        ("2026-11-28", "Saturday, November 28", "on Saturday, November 28"),
        ("2027-01-01", "Friday, January 1", "on Friday, January 1"),
        ("2028-01-01", "Saturday, January 1, 2028", "on Saturday, January 1, 2028"),
    ],
)
def test_a_day_is_said_as_seen_from_today(day: str, plain: str, on: str) -> None:
    assert say_day(date.fromisoformat(day), TODAY, ENGLISH) == plain
    assert on_day(date.fromisoformat(day), TODAY, ENGLISH) == on


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("00:00", "midnight"),
        ("00:05", "12:05 AM"),
        ("09:00", "9 AM"),
        ("12:00", "noon"),
        ("12:30", "12:30 PM"),
        ("23:59", "11:59 PM"),
    ],
)
def test_a_time_of_day_is_said_on_a_clock_of_twelve_hours(clock: str, said: str) -> None:
    moment = datetime.fromisoformat(f"2026-11-21T{clock}")
    assert say_clock(moment, ENGLISH) == said
    assert at_clock(moment, ENGLISH) == f"at {said}"
    assert say_moment(moment, TODAY, ENGLISH) == f"today at {said}"


GERMAN = """
at-clock = { $minute ->
    [0] um { $hour } Uhr
   *[other] um { $hour }:{ $minutes } Uhr
}
on-day-soon = am { $weekday }
on-moment = { $on_day } { $at_clock }
"""


def test_a_language_can_say_it_on_a_clock_of_24_hours() -> None:
    replies = Replies("de", [GERMAN])
    german = structs.replace(ENGLISH, replies=replies, weekday_names=("Montag",) * 7)
    moment = datetime.fromisoformat("2026-11-23T15:05")
    assert on_moment(moment, TODAY, german) == "am Montag um 15:05 Uhr"
    assert on_moment(moment.replace(minute=0), TODAY, german) == "am Montag um 15 Uhr"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (None, "2026-11-22", "by tomorrow"),
        ("2026-11-22", None, "from tomorrow on"),
        ("2026-11-23", "2026-11-23", "on Monday"),
        ("2026-11-23", "2026-11-25", "from Monday to Wednesday"),
        ("2026-11-16", "2026-11-22", "this week"),
        ("2026-11-21", "2026-11-22", "this weekend"),
        ("2026-11-01", "2026-11-30", "this month"),
        ("2026-12-01", "2026-12-31", "in December"),
    ],
)
def test_a_stretch_of_days_has_a_name(first: str | None, last: str | None, said: str) -> None:
    begin, end = (date.fromisoformat(day) if day else None for day in (first, last))
    assert say_days(begin, end, TODAY, ENGLISH) == said
