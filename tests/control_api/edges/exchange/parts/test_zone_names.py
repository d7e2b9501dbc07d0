from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from control_api.edges.exchange.parts.zone_names import (
    is_iana_name,
    is_of_a_place,
    zone_at_offset,
    zone_named,
)

NOON = datetime.fromisoformat("2026-12-24T12:00:00")
IANA = sorted(available_timezones())
PREFIXES = [
    "/freeassociation.sourceforge.net/",
    "/freeassociation.sourceforge.net/Tzfile/",
    "/softwarestudio.org/Tzfile/",
    "/softwarestudio.org/Olson_20011030_5/",
    "/citadel.org/20210210_1/",
    "/mozilla.org/20050126_1/",
    "/",
]


def key(name: str) -> str | None:
    zone = zone_named(name)
    return None if zone is None else zone.key


def hours(name: str) -> float | None:
    zone = zone_at_offset(name)
    offset = None if zone is None else NOON.replace(tzinfo=zone).utcoffset()
    return None if offset is None else offset / timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("America/New_York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ('"America/New_York"', "America/New_York"),
        ("'US/Pacific' ", "US/Pacific"),
        ("EST5EDT", "EST5EDT"),
        ("Etc/GMT+7", "Etc/GMT+7"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("/softwarestudio.org/Tzfile/America/Indiana/Knox", "America/Indiana/Knox"),
        ("Eastern Standard Time", "America/New_York"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-07:00) Mountain Time (US & Canada)", "America/Denver"),
        ("(UTC-04:00) Atlantic Time (Canada)", "America/Halifax"),
        ("(UTC-06:00) Central America", "America/Guatemala"),
        ("(UTC-07:00) Arizona", "US/Arizona"),
        ("(UTC-08:00) Baja California", "America/Tijuana"),
        (
            "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
            "Europe/Amsterdam",
        ),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(GMT+02:00) Central European Time - Berlin", "Europe/Berlin"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("Berlin", "Europe/Berlin"),
    ],
)
def test_a_zone_is_found_by_the_name_that_a_program_gives_it(name: str, found: str) -> None:
    assert key(name) == found


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Mars",
        "Home",
        "Custom",
        "Europe",
        "Eastern",  # in the US, or Canada
        "tzone://Microsoft/Custom",
        "../../etc/passwd",
        "a\0b",
        "x" * 5_000,
        "(UTC+01:00) New York",
        "(UTC+99:00) Berlin",
        "(UTC+01:00) Atlantis",
    ],
)
def test_what_names_no_zone_is_none(name: str) -> None:
    assert zone_named(name) is None
    assert zone_at_offset(name) is None


@pytest.mark.parametrize(
    ("name", "east"),
    [
        ("GMT-7", -7),
        ("GMT -7:00", -7),
        ("GMT +1:00", 1),
        ('"GMT +1:00"', 1),
        ("(GMT+02:00)", 2),
        ("UTC+05:30", 5.5),
        ("UTC\N{MINUS SIGN}3", -3),
        ("+0545", 5.75),
        ("-03:30", -3.5),
        ("UTC+14", 14),
        ("UTC-14", -14),
        ("UTC+0", 0),
        ("UTC+15", None),
        ("UTC+05:60", None),
        ("GMT 7", None),
        ("7", None),
    ],
)
def test_an_offset_is_read(name: str, east: float | None) -> None:
    assert hours(name) == east


@given(st.sampled_from(IANA), st.sampled_from(PREFIXES), st.sampled_from(["", '"', "'"]))
def test_every_name_of_iana_is_found_under_what_is_put_before_it(
    name: str, prefix: str, quote: str
) -> None:
    assert key(f"{quote}{name}{quote}") == name
    assert key(f"{prefix}{name}") == name
    assert is_iana_name(name)


@given(st.sampled_from(sorted(WINDOWS_TO_OLSON)))
def test_every_name_of_windows_is_found(name: str) -> None:
    assert key(name) in {WINDOWS_TO_OLSON[name], name}  # "UTC" is one of IANA's as well
    assert is_of_a_place(name.upper())


@given(
    st.integers(-14 * 4, 14 * 4),
    st.sampled_from(["", "GMT", "UTC", "utc ", "GMT "]),
    st.sampled_from(["{h:02}:{m:02}", "{h}:{m:02}", "{h:02}{m:02}"]),
)
def test_an_offset_is_read_as_it_is_written(quarters: int, before: str, form: str) -> None:
    h, m = divmod(abs(quarters) * 15, 60)
    name = before + ("-" if quarters < 0 else "+") + form.format(h=h, m=m)
    assert hours(name) == quarters / 4
    zone = zone_at_offset(name)
    assert isinstance(zone, ZoneInfo) == (m == 0 and quarters / 4 >= -12)


@given(st.text(max_size=60) | st.from_regex(r"\(?(UTC|GMT)?[ +-]*[0-9]*:?[0-9]*\)?.*"))
def test_nothing_that_can_be_written_fails(name: str) -> None:
    zone = zone_named(name)
    assert zone is None or is_iana_name(zone.key)
    offset = zone_at_offset(name)
    assert offset is None or NOON.replace(tzinfo=offset).utcoffset() is not None
