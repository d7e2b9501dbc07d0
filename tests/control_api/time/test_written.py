"""Days and times as a request writes them."""

from datetime import date, datetime

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from control_api.time.written import clean_time
from shared.problems import InvalidInputError


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_every_day_is_kept_and_has_no_zone(day: date) -> None:
    assert clean_time(day.isoformat(), "Asia/Tokyo") == (day.isoformat(), None)


@given(st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 31)))  # noqa: DTZ001 - local times
def test_every_time_of_day_is_kept_to_the_second_with_its_zone(time: datetime) -> None:
    text = time.isoformat(timespec="seconds")
    assert clean_time(text, "Asia/Tokyo") == (text, "Asia/Tokyo")
    assert clean_time(text[:16], None) == (text[:16] + ":00", None)


@given(st.text(max_size=30))
def test_anything_else_is_refused(text: str) -> None:
    try:
        due, _ = clean_time(text, None)
    except InvalidInputError:
        event("refused")
    else:
        assert due in {text, text + ":00"}


@pytest.mark.parametrize("due", ["2026-02-30", "1899-12-31", "2026-13-01", "20261124"])
def test_days_that_do_not_exist_are_refused(due: str) -> None:
    with pytest.raises(InvalidInputError):
        clean_time(due, None)
