from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.edges.exchange.parts.losses import Losses
from control_api.edges.exchange.parts.zones import Zones

UNKNOWN = "There is no such time zone: the time floats."


def zones(losses: Losses | None = None, own: str = "Europe/Berlin") -> Zones:
    return Zones(losses or Losses(), own, "TZID")


@pytest.mark.parametrize(
    ("at", "name", "kept"),
    [
        ("2026-12-24T15:00:00", "", ("2026-12-24T15:00:00", None)),
        ("2026-12-24T15:00:00", "GMT-7", ("2026-12-24T15:00:00", "Etc/GMT+7")),
        ("2026-12-24T15:00:00", "UTC+05:30", ("2026-12-24T15:00:00", "Asia/Calcutta")),
        # Only Newfoundland has it, and in summer another: then the moment is what counts.
        ("2026-12-24T15:00:00", "UTC-03:30", ("2026-12-24T15:00:00", "America/St_Johns")),
        ("2026-07-24T15:00:00", "UTC-03:30", ("2026-07-24T20:30:00", "Europe/Berlin")),
        ("2026-12-24T15:00:00-05:00", "", ("2026-12-24T21:00:00", "Europe/Berlin")),
        ("2026-12-24T15:00:00-05:00", "GMT-7", ("2026-12-24T13:00:00", "Etc/GMT+7")),
        ("9998-12-24T15:00:00", "UTC+05:30", ("9998-12-24T15:00:00", "Asia/Calcutta")),
    ],
)
def test_a_time_is_kept_with_its_zone(at: str, name: str, kept: tuple[str, str | None]) -> None:
    losses = Losses()
    assert zones(losses).kept(datetime.fromisoformat(at), name) == kept
    assert losses.report() == []


def test_a_time_in_a_zone_that_is_not_known_floats_and_is_told() -> None:
    losses = Losses()
    at = datetime.fromisoformat("2026-12-24T15:00:00")
    assert zones(losses).kept(at, "Mars") == ("2026-12-24T15:00:00", None)
    assert zones(losses).kept(at, "Mars") == ("2026-12-24T15:00:00", None)
    [loss] = losses.report()
    assert (loss.field, loss.what, loss.count, loss.examples) == ("TZID", UNKNOWN, 2, ["Mars"])


def test_a_name_of_no_place_is_what_the_file_says_it_is() -> None:
    defined = {"EST": timezone(timedelta(hours=10)), "Asia/Tokyo": timezone(timedelta(hours=1))}
    read = Zones(Losses(), "Europe/Berlin", "TZID", defined)
    at = datetime.fromisoformat("2026-12-24T15:00:00")
    assert read.kept(at, "EST")[1] == "Australia/Brisbane"
    assert read.kept(at, "Asia/Tokyo") == ("2026-12-24T15:00:00", "Asia/Tokyo")


@given(
    at=st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("9000-01-01")),
    minutes=st.integers(-14 * 60, 14 * 60),
    own=st.sampled_from(sorted(available_timezones())),
)
def test_the_moment_stays_the_same_at_every_offset(at: datetime, minutes: int, own: str) -> None:
    at = at.replace(second=0, microsecond=0)
    hours, rest = divmod(abs(minutes), 60)
    name = f"UTC{'-' if minutes < 0 else '+'}{hours}:{rest:02}"
    text, zone = zones(own=own).kept(at, name)
    assert zone is not None
    kept = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    meant = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    # Where clocks are put back a clock time is twice there.
    assert meant in (kept, kept.replace(fold=1))
