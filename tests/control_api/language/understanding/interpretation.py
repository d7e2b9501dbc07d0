"""What the tests of words share: one person's tasks at one moment."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
SATURDAY = datetime(2026, 11, 21, 10, tzinfo=BERLIN)


def task(task_id: str, title: str, due: str | None = None, project: str | None = None) -> Task:
    zone = "Europe/Berlin" if due and "T" in due else None
    stamp = "2026-11-01T08:00:00Z"
    return Task(task_id, title, "todo", due, zone, project, stamp, stamp)


SARAH = task("sarah", "Call Sarah", "2026-11-22T15:00:00")
DENTIST = task("dentist", "Dentist appointment", "2026-11-27T09:00:00")
MILK = task("milk", "Buy milk", project="Shopping")
RENT = task("rent", "Pay the rent", "2026-12-01")
BOB = task("bob", "Email Bob", "2026-11-23")
CONTRACT = task("contract", "Email Bob about the contract", "2026-11-25")
REPORT = task("report", "Write the report", "2026-11-20", "Work")
ALICES = Known(
    open_tasks=[SARAH, DENTIST, MILK, RENT, BOB, CONTRACT, REPORT],
    projects=["Shopping", "Work", "Garden"],
    mentioned=["sarah"],
)


def read(
    text: str, *, known: Known = ALICES, now: datetime = SATURDAY, zone: ZoneInfo | None = None
) -> CommandPlan:
    place = zone or now.tzinfo
    assert isinstance(place, ZoneInfo)
    return interpret(text, language=ENGLISH, now=now, time_zone=place, known=known)
