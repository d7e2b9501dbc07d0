from typing import Any

from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.parts.bundle import Bundle, new_task
from shared.tasks import Repeat
from tests.control_api.edges.exchange.conftest import BERLIN

MADE = "2026-11-01T10:00:00.000000Z"


def line(title: str = "Milk", **fields: Any) -> tuple[str, list[str]]:
    known = {"created_at": MADE, "updated_at": MADE} | fields
    bundle = Bundle(tasks=[new_task("1", title, **known)])
    written = write_file(bundle, "todotxt", BERLIN).decode()
    return written, [loss.field for loss in bundle.losses.report()]


def test_an_open_task_is_a_line() -> None:
    fields = {"priority": "urgent", "due": "2026-12-01", "start": "2026-11-30"}
    weekly = Repeat(rule="FREQ=WEEKLY;INTERVAL=2")
    assert line(**fields, project="Home", tags=["shop"], repeat=weekly) == (
        "(A) 2026-11-01 Milk +Home @shop due:2026-12-01 t:2026-11-30 rec:+2w\n",
        [],
    )


def test_a_done_task_keeps_its_priority() -> None:
    done = {"status": "completed", "completed_at": "2026-11-02T10:00:00.000000Z"}
    assert line(**done, priority="low") == ("x 2026-11-02 2026-11-01 Milk pri:D\n", [])


def test_what_is_lost_is_said() -> None:
    assert line(notes="two litres", due="2026-12-01T15:00:00")[1] == ["due", "notes"]
    assert line(project="At home")[1] == ["project, tags"]
    for title in ("x marks it", "(A) first", "call @bob", "buy a:b", "+1"):
        assert line(title)[1] == ["title"]
    for title in ("xylophone", "(b) second", "2+2", "soandso@example.com"):
        assert line(title)[1] == []
