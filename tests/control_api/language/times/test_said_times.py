"""When a task is due that is asked for in words: the tables are said_times.yaml and titles.yaml."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.times.said_times import find_times
from control_api.language.understanding.scene import Known
from shared.actions import CreateTask, UpdateTask
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import BERLIN, SATURDAY, read, task

FOLDER = Path(__file__).parent
NOBODY = Known()


def table(name: str) -> Any:
    # Dates stay the text they are written as.
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader)


SAID = [(said, due) for rows in table("said_times.yaml").values() for said, due in rows.items()]
TITLES = table("titles.yaml")


def made(text: str, now: datetime = SATURDAY) -> tuple[str, str | None, str | None]:
    reading = read(text, known=NOBODY, now=now)
    assert reading.outcome == "planned", reading
    assert len(reading.actions) == 1
    action = reading.actions[0]
    assert isinstance(action, CreateTask)
    return action.title, action.due if isinstance(action.due, str) else None, action.project


def due(said: str, now: datetime = SATURDAY) -> str | None:
    title, when, _ = made(f"remind me to stretch my legs {said}", now)
    assert title == "Stretch my legs"
    return when


@pytest.mark.parametrize(("said", "when"), SAID, ids=[said for said, _ in SAID])
def test_a_task_is_due_when_it_was_said(said: str, when: str) -> None:
    assert made(f"remind me to renew the lease {said}") == ("Renew the lease", when, None)
    assert made(f"remind me {said} to call Anna") == ("Call Anna", when, None)
    assert made(f"{said} remind me to call Anna") == ("Call Anna", when, None)


AT_ITS_BEGINNING = {
    "next year": "2027-01-01",
    "in March": "2027-03-01",
    "the month after next": "2027-01-01",
}
"""What is put off to a month comes at its beginning; due in it is what is done by its end."""


@pytest.mark.parametrize(("said", "when"), SAID[::7], ids=[said for said, _ in SAID[::7]])
def test_a_task_is_moved_to_when_it_was_said(said: str, when: str) -> None:
    known = Known(open_tasks=[task("dentist", "Dentist", "2026-11-20")])
    reading = read(f"move the dentist to {said}", known=known)
    action = reading.actions[0]
    assert isinstance(action, UpdateTask)
    assert action.due == AT_ITS_BEGINNING.get(said, when)


@pytest.mark.parametrize(
    ("text", "expected"), TITLES["created"].items(), ids=list(TITLES["created"])
)
def test_a_title_keeps_what_belongs_to_it(text: str, expected: list[str]) -> None:
    title, when, project = [*expected, "null"][:3]
    wanted = (title, None if when == "null" else when, None if project == "null" else project)
    assert made(text) == wanted


@pytest.mark.parametrize("text", TITLES["asked"])
def test_a_time_that_can_not_be_meant_is_asked_about(text: str) -> None:
    reading = read(text, known=NOBODY)
    assert reading.outcome == "clarify"
    assert not reading.actions


@pytest.mark.parametrize(
    ("now", "said", "when"),
    [
        ("2026-11-21T23:30", "at 12", "2026-11-22T00:00:00"),
        ("2026-11-21T19:00", "at twelve", "2026-11-22T00:00:00"),
        ("2026-11-21T22:30", "at one", "2026-11-22T01:00:00"),
        ("2026-11-21T22:30", "at 11", "2026-11-21T23:00:00"),
        ("2026-11-21T22:30", "at 7", "2026-11-22T07:00:00"),
        ("2026-11-22T00:30", "at 1", "2026-11-22T01:00:00"),
        ("2026-11-22T00:30", "at nine", "2026-11-22T09:00:00"),
        ("2026-11-22T00:30", "at half past", "2026-11-22T01:30:00"),
        ("2026-11-21T23:40", "at half past", "2026-11-22T00:30:00"),
        ("2026-11-21T14:00", "at 12", "2026-11-22T12:00:00"),
        ("2026-11-27T10:00", "this weekend", "2026-11-29"),
        ("2026-11-27T10:00", "at the end of the month", "2026-11-30"),
        ("2026-12-16T10:00", "in mid January", "2027-01-15"),
        ("2026-11-27T10:00", "this coming Friday", "2026-12-04"),
        ("2026-12-31T10:00", "in a month", "2027-01-31"),
        ("2027-01-31T10:00", "in a month", "2027-02-28"),
        ("2028-02-29T10:00", "in a year", "2029-02-28"),
        ("2026-11-21T13:00", "at 8am", "2026-11-22T08:00:00"),
    ],
)
def test_what_is_said_depends_on_when_it_is_said(now: str, said: str, when: str) -> None:
    assert due(said, datetime.fromisoformat(now).replace(tzinfo=BERLIN)) == when


def test_one_moment_has_another_day_elsewhere() -> None:
    noon = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    for now, day in ((noon, date(2026, 11, 22)), (noon.astimezone(BERLIN), date(2026, 11, 23))):
        assert [when.day for when in find_times("tomorrow", now, ENGLISH)] == [day]


UNITS = {"minute": ("m", "min", "mn", " mins", " minutes"), "hour": ("h", " hrs", "hr", " hours")}


@given(st.integers(2, 59), st.sampled_from(["minute", "hour"]), st.data())
def test_a_delay_means_the_same_however_its_unit_is_written(
    count: int, unit: str, data: st.DataObject
) -> None:
    written = data.draw(st.sampled_from(UNITS[unit]))
    ahead = SATURDAY + count * timedelta(**{f"{unit}s": 1})
    assert due(f"in {count}{written}") == ahead.replace(tzinfo=None).isoformat()


DATES = st.dates(date(2026, 11, 22), date(2030, 12, 31))
FORMS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d. %m. %Y",
    "%m/%d/%Y",
    "%B %d, %Y",
    "%d %B %Y",
    "%b %d %Y",
    "%A, %d %B %Y",
    "%a %d.%m.%Y",
]


@given(DATES, st.sampled_from(FORMS), st.sampled_from(["on", "by"]))
def test_a_date_means_the_same_in_every_form(day: date, form: str, lead: str) -> None:
    assert due(f"{lead} {day.strftime(form)}") == day.isoformat()


@given(DATES, st.sampled_from(FORMS[-2:]), st.integers(1, 6))
def test_a_date_on_another_weekday_is_asked_about(day: date, form: str, off: int) -> None:
    other = (day + timedelta(days=off)).strftime("%a")
    said = form.replace("%A", other).replace("%a", other)
    reading = read(f"remind me to stretch my legs on {day.strftime(said)}", known=NOBODY)
    assert reading.outcome == "clarify"


@given(st.integers(1, 12), st.integers(1, 12), st.booleans())
def test_the_month_comes_first_where_it_can(one: int, other: int, is_dotted: bool) -> None:
    said = f"{other}.{one}.2027" if is_dotted else f"{one}/{other}/2027"
    assert due(f"on {said}") == f"2027-{one:02}-{other:02}"


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_means_the_same_in_every_form(hour: int, minute: int) -> None:
    wanted = f"2026-11-22T{hour:02}:{minute:02}:00"
    for said in (
        f"{hour:02}h{minute:02}",
        f"{hour:02}:{minute:02}h",
        f"{hour:02}{minute:02} hours",
    ):
        assert due(f"tomorrow at {said}") == wanted


WORDS = st.sampled_from(
    """
    in on at by 5 17.2. 1/27 12/24/2026 friday 31 tmr wensday half past 17h30 three hours the end
    of next week 2 wks from to 4 pm before not The Day After Tomorrow april and call 2027-01-27
    """.split()  # noqa: SIM905 (words, to be read)
)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_times_stand_in_the_text_one_after_another(text: str) -> None:
    position = 0
    for when in find_times(text, SATURDAY, ENGLISH):
        assert position <= when.start < when.end <= len(text)
        position = when.end
