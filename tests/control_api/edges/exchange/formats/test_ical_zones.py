from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from control_api.edges.exchange.parts.bundle import Bundle
from shared.problems import InvalidInputError
from shared.tasks import Reminder
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

NEW_YORK = (
    "BEGIN:DAYLIGHT",
    "DTSTART:20070311T020000",
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0400",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0400",
    "TZOFFSETTO:-0500",
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    "END:STANDARD",
)
NEVER_ANYWHERE = (
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:-0717",
    "TZOFFSETTO:-0717",
    "END:STANDARD",
)


def calendar(*todo: str, zone: tuple[str, ...] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *zone, "BEGIN:VTODO", "UID:a", "SUMMARY:Thing"]
    return "\r\n".join([*lines, *todo, "END:VTODO", "END:VCALENDAR", ""]).encode()


def defined(name: str, *lines: str) -> tuple[str, ...]:
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", *lines, "END:VTIMEZONE")


def read(data: bytes) -> Bundle:
    return read_bytes(data, "ics", BERLIN)


def due(bundle: Bundle) -> tuple[str | None, str | None]:
    [task] = bundle.tasks
    return task.due, task.time_zone


def moment(bundle: Bundle) -> datetime:
    text, zone = due(bundle)
    assert text is not None
    assert zone is not None
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    "name",
    [
        "America/New_York",
        '"America/New_York"',
        "/freeassociation.sourceforge.net/Tzfile/America/New_York",
        "/softwarestudio.org/Olson_20011030_5/America/New_York",
        "Eastern Standard Time",
        '"(UTC-05:00) Eastern Time (US & Canada)"',
        "(UTC-05:00) Eastern Time (US & Canada)",
    ],
)
def test_a_zone_is_known_by_any_of_its_names(name: str) -> None:
    head = f'DUE;TZID="{name}"' if ":" in name and '"' not in name else f"DUE;TZID={name}"
    bundle = read(calendar(f"{head}:20261224T150000"))
    assert due(bundle) == ("2026-12-24T15:00:00", "America/New_York")
    assert bundle.losses.report() == []


@pytest.mark.parametrize("name", ["tzone://Microsoft/Custom", "My Zone", "EST", "(GMT-09:00)"])
def test_a_zone_that_the_calendar_defines_is_the_one_of_the_same_clocks(name: str) -> None:
    zone = defined(name, *NEW_YORK)
    for day in ("20261224", "20260701"):
        bundle = read(calendar(f'DUE;TZID="{name}":{day}T150000', "RRULE:FREQ=DAILY", zone=zone))
        assert due(bundle)[0] == f"{day[:4]}-{day[4:6]}-{day[6:]}T15:00:00"
        assert due(bundle)[1] == "America/New_York"
        assert bundle.losses.report() == []


def test_the_name_of_a_place_in_a_definition_counts_first() -> None:
    zone = defined("New York", "X-LIC-LOCATION:America/New_York", *NEVER_ANYWHERE)
    bundle = read(calendar("DUE;TZID=New York:20261224T150000", zone=zone))
    assert due(bundle) == ("2026-12-24T15:00:00", "America/New_York")


def test_the_moment_stays_where_no_known_zone_has_the_clocks_of_a_definition() -> None:
    zone = defined("Mine", *NEVER_ANYWHERE)
    bundle = read(calendar("DUE;TZID=Mine:20261224T150000", zone=zone))
    assert moment(bundle) == datetime(2026, 12, 24, 22, 17, tzinfo=UTC)
    assert due(bundle)[1] == "Europe/Berlin"


@pytest.mark.parametrize(
    "zone",
    [
        (),
        defined("Mine"),
        defined("Mine", "BEGIN:STANDARD", "TZOFFSETTO:+0100", "END:STANDARD"),
        defined("Mine", *(line.replace("-0717", "soon") for line in NEVER_ANYWHERE)),
        defined("Mine", *(line.replace("19700101T", "19701399T") for line in NEVER_ANYWHERE)),
        defined("Mine", *(line.replace("YEARLY", "SECONDLY") for line in NEW_YORK)),
        defined("Mine", *(line.replace("BYDAY=", "BYSECOND=1;BYDAY=") for line in NEW_YORK)),
        defined("Mine", *(line.replace("2SU", "9XX") for line in NEW_YORK)),
        defined("Mine", *(NEVER_ANYWHERE * 200)),
    ],
)
def test_a_zone_that_is_not_known_floats_and_is_told(zone: tuple[str, ...]) -> None:
    bundle = read(calendar("DUE;TZID=Mine:20261224T150000", zone=zone))
    assert due(bundle) == ("2026-12-24T15:00:00", None)
    [loss] = bundle.losses.report()
    assert (loss.field, loss.examples) == ("TZID", ["Mine"])


def test_an_instant_with_an_offset_is_that_instant() -> None:
    bundle = read(calendar("DUE:20261224T150000-0500"))
    assert moment(bundle) == datetime(2026, 12, 24, 20, tzinfo=UTC)


def test_an_alarm_is_in_the_zone_that_it_names() -> None:
    trigger = "TRIGGER;VALUE=DATE-TIME;TZID=Eastern Standard Time:20261224T090000"
    bundle = read(calendar("DUE:20261224", "BEGIN:VALARM", trigger, "END:VALARM"))
    [task] = bundle.tasks
    assert task.reminders == [Reminder(at="2026-12-24T09:00:00", time_zone="America/New_York")]


@pytest.mark.parametrize("fold", [b"\r\n ", b"\n\t"])
@pytest.mark.parametrize(
    "title", ["Straßenfest mit Grüßen an alle", "Party with a cake 🎂 and more", "日本語のタイトル"]
)
def test_a_fold_may_cut_through_a_character(title: str, fold: bytes) -> None:
    words = title.encode()
    for cut in range(len(words) + 1):
        data = calendar().replace(b"Thing", words[:cut] + fold + words[cut:])
        [task] = read(data).tasks
        assert task.title == title
    every = calendar().replace(b"Thing", fold.join(bytes([each]) for each in words))
    [task] = read(b"\xef\xbb\xbf" + every).tasks
    assert task.title == title


def test_a_line_that_is_not_utf8_is_named() -> None:
    with pytest.raises(InvalidInputError, match="Line 5: It is not UTF-8"):
        read(calendar().replace(b"Thing", b"Stra\xdfe"))
