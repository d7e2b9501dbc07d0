"""What a question for tasks finds: by time of day, status, filter and order."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer
from shared.actions import CompleteTask, CreateTask, DeleteTask, ListTasks
from shared.problems import InvalidInputError, NotFoundError
from tests.control_api.kinds.tasks.conftest import BERLIN, Home

FRIDAY = date(2026, 11, 27)
ZONES = [None, "Europe/Berlin", "America/New_York"]
DUES = st.tuples(
    st.sampled_from([FRIDAY - timedelta(days=1), FRIDAY, FRIDAY + timedelta(days=1)]),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)),
    st.sampled_from(ZONES),
)
CLOCKS = st.sampled_from([f"{hour:02}:00" for hour in range(25)])


def make(home: Home, title: str, due: str | None = None, **more: object) -> str:
    zone = "Europe/Berlin" if due and "T" in due else None
    return home.task(CreateTask(title=title, due=due, time_zone=zone, **more)).id  # type: ignore[arg-type]


def listed(home: Home, **asked: object) -> list[str]:
    return [task.title for task in home.do(ListTasks(**asked)).tasks]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def one_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The same for all that are tried."""
    db = open_writer(tmp_path_factory.mktemp("home") / "home.sqlite", WORKSPACE)
    yield Home(db)
    db.close()


@given(due=DUES, begin=CLOCKS, end=CLOCKS)
def test_a_part_of_a_day_holds_what_is_due_in_it(
    one_home: Home, due: tuple[date, time | None, str | None], begin: str, end: str
) -> None:
    home = one_home
    day, clock, zone = due
    written = day.isoformat() if clock is None else datetime.combine(day, clock).isoformat()
    zone = zone if clock is not None else None
    task = home.task(CreateTask(title="Call", due=written, time_zone=zone))
    asked = ListTasks(
        due_from=FRIDAY.isoformat(), due_to=FRIDAY.isoformat(), clock_from=begin, clock_to=end
    )
    found = task.id in {each.id for each in home.do(asked).tasks}
    home.do(DeleteTask(task.id))
    assert found == (clock is not None and _at(begin) <= _moment(day, clock, zone) < _at(end))


def _at(clock: str) -> datetime:
    hours = timedelta(hours=int(clock[:2]))
    return datetime.combine(FRIDAY, time()) + hours


def _moment(day: date, clock: time, zone: str | None) -> datetime:
    """When it is in Berlin, whose clocks don't change that week."""
    behind = timedelta(hours=6 if zone == "America/New_York" else 0)
    return datetime.combine(day, clock) + behind


def test_what_has_no_time_of_day_counts_only_when_that_is_asked_for(home: Home) -> None:
    make(home, "Trash", "2026-11-27")
    make(home, "Dentist", "2026-11-27T15:00:00")
    day = {"due_from": "2026-11-27", "due_to": "2026-11-27", "clock_from": "12:00"}
    assert listed(home, **day) == ["Dentist"]
    assert listed(home, **day, or_all_day=True) == ["Dentist", "Trash"]


def test_the_next_is_what_has_its_time_next(home: Home) -> None:
    home.at("2026-11-21T10:00:00")
    expected = ["Later today", "Any time today", "Tomorrow", "Overdue", "Some day"]
    make(home, "Some day")
    make(home, "Overdue", "2026-11-21T09:00:00")
    make(home, "Tomorrow", "2026-11-22")
    make(home, "Any time today", "2026-11-21")
    make(home, "Later today", "2026-11-21T11:00:00")
    assert listed(home, sort="next") == expected
    for count in range(1, 6):
        outcome = home.do(ListTasks(sort="next", limit=count))
        assert [task.title for task in outcome.tasks] == expected[:count]


def test_nothing_is_next_twice(home: Home) -> None:
    home.at("2026-11-21T10:00:00")
    for title in ("Rent", "Bill"):
        make(home, title, "2026-11-21")
    assert listed(home, sort="next", limit=50) == ["Rent", "Bill"]


def test_what_is_done_is_listed_the_latest_first(home: Home) -> None:
    done = [make(home, title) for title in ("Milk", "Eggs")]
    make(home, "Bread")
    for task_id in done:
        home.do(CompleteTask(task_id))
    assert listed(home, status="done", sort="finished") == ["Eggs", "Milk"]
    assert listed(home, status="any", sort="newest") == ["Bread", "Eggs", "Milk"]
    assert listed(home) == ["Bread"]


def test_what_a_task_waits_for_is_what_is_open_of_it(home: Home) -> None:
    numbers, chart = make(home, "Numbers"), make(home, "Chart")
    report = make(home, "Report", depends_on=[numbers, chart])
    assert listed(home, needed_by=report) == ["Numbers", "Chart"]
    home.do(CompleteTask(numbers))
    assert listed(home, needed_by=report) == ["Chart"]
    assert listed(home, filter="blocked") == ["Report"]


def test_one_task_is_given_whatever_its_status(home: Home) -> None:
    milk = make(home, "Milk")
    home.do(CompleteTask(milk))
    assert listed(home, task_id=milk) == ["Milk"]
    with pytest.raises(NotFoundError):
        home.do(ListTasks(task_id="b0b00000-0000-4000-8000-000000000000"))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (ListTasks(clock_from="12:00"), "clock_from"),
        (ListTasks(due_from="2026-11-27", due_to="2026-11-28", clock_to="12:00"), "clock_from"),
        (ListTasks(due_from="2026-11-27", due_to="2026-11-27", clock_to="noon"), "clock_to"),
        (ListTasks(filter="due whenever"), "filter"),
        (ListTasks(limit=0), "limit"),
        (ListTasks(limit=51), "limit"),
    ],
)
def test_what_can_not_be_asked_is_refused_by_its_name(
    home: Home, asked: ListTasks, field: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        home.do(asked)
    assert field in (refused.value.fields or {})


def test_the_answer_is_the_same_wherever_the_clock_is(home: Home) -> None:
    """A fixed instant is asked for by the person's own clock."""
    task = CreateTask(title="Call", due="2026-11-27T09:00:00", time_zone="America/New_York")
    home.do(task)
    afternoon = {"due_from": "2026-11-27", "due_to": "2026-11-27", "clock_from": "15:00"}
    assert home.now.tzinfo == BERLIN
    assert listed(home, **afternoon, clock_to="16:00") == ["Call"]
    assert listed(home, **afternoon | {"clock_from": "16:00"}) == []
