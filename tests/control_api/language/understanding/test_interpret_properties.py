"""Whatever is said, there is an answer, in time, with dates that exist."""

import re
import string
import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.actions import CreateTask, UpdateTask
from tests.control_api.language.understanding.interpretation import (
    ALICES,
    BERLIN,
    NEW_YORK,
    read,
    task,
)
from tests.patience import PATIENCE_S

ZONES = st.sampled_from([BERLIN, NEW_YORK, ZoneInfo("Asia/Kolkata"), ZoneInfo("Pacific/Apia")])
MOMENTS = st.builds(
    lambda at, zone: at.replace(tzinfo=zone),
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31, 23)),  # noqa: DTZ001 (given a zone)
    ZONES,
)
OPENERS = ["remind me to", "delete", "make it", "what's on for", "done with", "add", "rename", ""]
WHENS = [
    *("tomorrow at three", "today at nine", "tonight", "on Friday", "next Friday", "in two hours"),
    *("this weekend", "at half past two", "at 2:30", "next week", "by the end of the month"),
    *("on the 31st", "on February 29th", "in 3 months", "at midnight", "at noon", "on Sunday at 2"),
    *("in 90 minutes", "the day after tomorrow", "on New Year's Eve", "this morning", "in a year"),
]
ENDING_TODAY = ("today at nine", "tonight", "this morning")
"""Of these, some are over when they are said, which is asked about."""
PIECES = st.lists(
    st.sampled_from(
        [*WHENS, "call Sarah", "to", "and", "on", "the", "dentist", "um", "by", "it", "list", '"']
    ),
    max_size=8,
).map(" ".join)


def dues(reading: CommandPlan) -> list[tuple[str, str | None]]:
    found = []
    for action in reading.actions:
        if isinstance(action, CreateTask | UpdateTask) and isinstance(action.due, str):
            zone = action.time_zone
            found.append((action.due, zone if isinstance(zone, str) else None))
    return found


def check_due(due: str, zone: str | None) -> None:
    if "T" not in due:
        assert date.fromisoformat(due).isoformat() == due
        assert zone is None
        return
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", due)
    assert zone is not None
    local = datetime.fromisoformat(due).replace(tzinfo=ZoneInfo(zone))
    there_and_back = local.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    assert there_and_back.replace(tzinfo=None) == local.replace(tzinfo=None), "no such local time"


@given(st.text(max_size=300), MOMENTS)
@example("\x00\ud800\u2028", datetime(2026, 11, 21, 10, tzinfo=BERLIN))
@example("remind me to " + "a to b from c to d " * 30, datetime(2026, 11, 21, 10, tzinfo=BERLIN))
@example('add " to my " list', datetime(2026, 11, 21, 10, tzinfo=BERLIN))
def test_any_text_gets_an_answer(text: str, now: datetime) -> None:
    reading = read(text, now=now)
    assert 0 <= reading.confidence <= 1
    assert bool(reading.actions) == (reading.outcome == "planned")
    assert bool(reading.reply) == (reading.outcome in {"clarify", "refused", "answered"})


@given(st.sampled_from(OPENERS), PIECES, MOMENTS)
def test_words_of_commands_in_any_order_get_an_answer_in_time(
    opener: str, rest: str, now: datetime
) -> None:
    began = time.monotonic()
    reading = read(f"{opener} {rest}", now=now)
    assert time.monotonic() - began < PATIENCE_S
    for due, zone in dues(reading):
        check_due(due, zone)


@pytest.mark.parametrize(
    "text",
    ["move a from b to ", "add a to my ", "mark x as y is done ", "on the 31st next Friday at "],
)
def test_a_text_made_to_be_slow_is_read_in_time(text: str) -> None:
    began = time.monotonic()
    read((text * 100)[:690])
    assert time.monotonic() - began < PATIENCE_S


@given(st.sampled_from(WHENS), MOMENTS)
def test_a_time_that_is_said_is_ahead_and_exists(when: str, now: datetime) -> None:
    reading = read(f"remind me to stretch {when}", now=now)
    if reading.outcome == "clarify" and when in ENDING_TODAY:
        assert "is over" in reading.reply
        return
    assert reading.outcome == "planned", reading
    ((due, zone),) = dues(reading)
    check_due(due, zone)
    assert date.fromisoformat(due[:10]) >= now.date()


@given(MOMENTS, st.integers(1, 600))
def test_minutes_from_now_are_counted_on_the_real_clock(now: datetime, minutes: int) -> None:
    reading = read(f"remind me to stretch in {minutes} minutes", now=now)
    ((due, zone),) = dues(reading)
    assert zone is not None
    # A local time that comes twice, when clocks go back, is the one thing a local time can't tell.
    local = datetime.fromisoformat(due).replace(tzinfo=ZoneInfo(zone))
    wanted = now.timestamp() + minutes * 60
    either = {local.replace(fold=fold).timestamp() for fold in (0, 1)}
    assert any(abs(wanted - each) <= 60 for each in either)


@given(st.integers(0, 23), st.integers(0, 11), st.sampled_from(["at", "by", "until", "before"]))
def test_a_clock_time_means_the_same_without_its_colon(hour: int, fives: int, word: str) -> None:
    if word != "at" and hour == 20:
        return  # "by 2030" is a year
    minute = f"{fives * 5:02}"
    with_colon = read(f"remind me to stretch {word} {hour}:{minute}")
    assert read(f"remind me to stretch {word} {hour}.{minute}").actions == with_colon.actions
    assert read(f"remind me to stretch {word} {hour}{minute}").actions == with_colon.actions


@given(st.integers(0, 9999), st.sampled_from(["pay {} dollars", "call extension {}", "room {}"]))
def test_a_number_that_is_no_time_stays_in_the_title(number: int, said: str) -> None:
    title = said.format(number)
    wanted = title[:1].upper() + title[1:]
    assert read(f"remind me about {title}").actions == [CreateTask(title=wanted)]


NOUNS = ["the plants", "a letter", "lamp oil", "Ümläut", "cat food", "old photos", "No 5"]
VERBS = ["water", "write", "buy", "feed", "look through", "call", "paint"]
WORDINGS = [
    "remind me to {}",
    "Remind me to {}.",
    "please remind me to {}",
    "don't forget to {}",
    "add {} to my list",
    "new task: {}",
    "note to self {}",
    "can you add a task to {}, please?",
]


@given(st.sampled_from(WORDINGS), st.sampled_from(VERBS), st.sampled_from(NOUNS))
def test_a_plain_title_comes_out_as_it_was_said(wording: str, verb: str, noun: str) -> None:
    reading = read(wording.format(f"{verb} {noun}"), known=Known())
    assert reading.actions == [CreateTask(title=f"{verb.capitalize()} {noun}")]
    assert reading.confidence >= 0.9


@given(st.text(string.ascii_letters + " ,'0123456789", max_size=60))
@example("Im")
@example("um no")
def test_what_is_quoted_is_kept_letter_by_letter(title: str) -> None:
    wanted = " ".join(title.split()).strip(" ,")
    if not any(c.isalnum() for c in wanted) or wanted != " ".join(title.split()):
        return
    reading = read(f'add "{wanted}" to my list', known=Known())
    assert reading.actions == [CreateTask(title=wanted[:1].upper() + wanted[1:])]


def test_the_hour_that_clocks_jump_over_becomes_the_next() -> None:
    now = datetime(2027, 3, 27, 12, tzinfo=BERLIN)
    reading = read("remind me to stretch tomorrow at 2:30 am", now=now)
    assert dues(reading) == [("2027-03-28T03:30:00", "Europe/Berlin")]


def test_a_heap_of_times_is_read_in_time() -> None:
    began = time.monotonic()
    read(
        "what's on for the day after tomorrow by the end of the month the day after tomorrow "
        "this weekend at half past two tomorrow at three the day after tomorrow"
    )
    assert time.monotonic() - began < PATIENCE_S


@pytest.mark.parametrize(
    ("now", "said", "due"),
    [
        ("2026-12-31T23:30", "tomorrow", "2027-01-01"),
        ("2026-12-31T23:30", "in an hour", "2027-01-01T00:30:00"),
        ("2026-12-30T10:00", "on Friday", "2027-01-01"),
        ("2028-02-28T10:00", "tomorrow", "2028-02-29"),
        ("2028-02-01T10:00", "on February 29th", "2028-02-29"),
        ("2026-10-24T12:00", "tomorrow at three", "2026-10-25T15:00:00"),
        ("2026-11-24T10:00", "next Friday", "2026-12-04"),
        ("2026-11-24T10:00", "on Tuesday", "2026-12-01"),
        ("2026-11-24T20:00", "at three", "2026-11-25T15:00:00"),
        ("2026-11-24T20:00", "at seven", "2026-11-25T07:00:00"),
        ("2026-11-24T22:00", "tonight", "2026-11-24"),
    ],
)
def test_days_at_the_edges_of_the_calendar(now: str, said: str, due: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    assert [due for due, _ in dues(read(f"remind me to stretch {said}", now=at))] == [due]


def test_five_hundred_tasks_are_searched_in_time() -> None:
    many = [task(f"t{n}", f"{VERBS[n % 7]} {NOUNS[n % 5]} number {n}") for n in range(500)]
    known = Known(open_tasks=many, projects=ALICES.projects)
    read("done with the lamp", known=known)
    began = time.monotonic()
    reading = read("done with painting the plants number 41", known=known)
    assert time.monotonic() - began < PATIENCE_S
    assert reading.outcome in {"planned", "refused", "clarify"}
