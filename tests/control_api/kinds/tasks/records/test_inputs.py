from datetime import date, datetime

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from control_api.input.ids import clean_id
from control_api.kinds.tasks.records.inputs import clean_time, clean_title
from shared.problems import InvalidInputError


@given(st.text(max_size=600))
def test_a_title_is_one_clean_line_or_refused(text: str) -> None:
    try:
        title = clean_title(text)
    except InvalidInputError:
        event("refused")
    else:
        assert title == text.strip()
        assert 1 <= len(title) <= 500
        assert len(title.splitlines()) == 1
        title.encode()


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\ud800b", "a\nb", "a\x7fb", "a\u2028b", "\t", "x" * 501]
)
def test_what_is_no_title_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        clean_title(text)


@pytest.mark.parametrize(
    "text", ["Müll raus", "שלום", "買い物", "👩‍🚀 call", "a'; DROP TABLE tasks"]
)
def test_titles_in_any_script_are_kept_as_they_are(text: str) -> None:
    assert clean_title(text) == text


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


def test_an_id_is_kept_in_one_spelling() -> None:
    assert (
        clean_id("B0B00000-0000-4000-8000-00000000000F") == "b0b00000-0000-4000-8000-00000000000f"
    )
    with pytest.raises(InvalidInputError):
        clean_id("../b0b")
