import json

import pytest

from control_api.edges.exchange.parts.bundle import Bundle
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

UNKNOWN = "There is no such time zone: the time floats."


def row(date: str, zone: str) -> Bundle:
    cell = '"' + zone.replace('"', '""') + '"'
    text = (
        f"TYPE,CONTENT,PRIORITY,INDENT,DATE,DATE_LANG,TIMEZONE\ntask,Thing,4,1,{date},en,{cell}\n"
    )
    return read_bytes(text.encode(), "todoist-csv", BERLIN)


def item(zone: str | None, date: str) -> Bundle:
    due = {"date": date, "timezone": zone, "string": "", "lang": "en", "is_recurring": False}
    text = json.dumps({"items": [{"id": "1", "content": "Thing", "due": due}]})
    return read_bytes(text.encode(), "todoist-json", BERLIN)


def due(bundle: Bundle) -> tuple[str | None, str | None]:
    [task] = bundle.tasks
    return task.due, task.time_zone


@pytest.mark.parametrize("date", ["2026-12-24 15:00", "24 Dec 2026 at 3pm", "2026-12-24T15:00:00"])
@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("GMT-7", "Etc/GMT+7"),
        ("GMT +1:00", "Etc/GMT-1"),
        ('"GMT +1:00"', "Etc/GMT-1"),
        ("UTC+05:30", "Asia/Calcutta"),
        ("GMT -3:30", "America/St_Johns"),
        ("GMT", "GMT"),
        ("CET", "CET"),
        ("US/Pacific", "US/Pacific"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("", None),
    ],
)
def test_a_table_means_a_clock_time_in_its_zone(date: str, name: str, zone: str | None) -> None:
    bundle = row(date, name)
    assert due(bundle) == ("2026-12-24T15:00:00", zone)
    assert [loss.field for loss in bundle.losses.report()] == []


def test_a_zone_that_is_not_known_costs_the_zone_and_not_the_file() -> None:
    for bundle in (row("2026-12-24 15:00", "Mars"), item("Mars", "2026-12-24T15:00:00")):
        assert due(bundle) == ("2026-12-24T15:00:00", None)
        [loss] = bundle.losses.report()
        assert (loss.what, loss.examples) == (UNKNOWN, ["Mars"])


def test_an_instant_in_a_zone_that_is_not_known_is_kept_in_the_persons_own() -> None:
    for bundle in (row("2026-12-24T15:00:00Z", "Mars"), item("Mars", "2026-12-24T15:00:00Z")):
        assert due(bundle) == ("2026-12-24T16:00:00", "Europe/Berlin")
        [loss] = bundle.losses.report()
        assert loss.examples == ["Mars"]


def test_an_item_has_its_time_in_the_zone_it_names() -> None:
    assert due(item("GMT-7", "2026-12-24T22:00:00Z")) == ("2026-12-24T15:00:00", "Etc/GMT+7")
    assert due(item("GMT-7", "2026-12-24T15:00:00")) == ("2026-12-24T15:00:00", "Etc/GMT+7")
    assert due(item(None, "2026-12-24T15:00:00")) == ("2026-12-24T15:00:00", None)
    assert due(item("Mars", "2026-12-24")) == ("2026-12-24", None)
