"""A small store to ask questions of: Alice's tasks on a Monday morning."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.engine import execute
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller, run_command
from shared.actions import Action, CompleteTask, CreateTask
from shared.outcomes import CommandRequest, Outcome
from shared.tasks import Priority

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = "2026-11-23T08:00:00"
_UTC = "%Y-%m-%dT%H:%M:%S.000000Z"


def _task(
    task_id: str, title: str, due: str | None = None, project: str | None = None, **more: object
) -> CreateTask:
    zone = BERLIN.key if due and "T" in due else None
    given = {"title": title, "due": due, "time_zone": zone, "project": project}
    return msgspec.convert(given | {"task_id": _id(task_id)} | more, CreateTask)


def _id(short: str) -> str:
    return f"{short.encode().hex():0<8.8}-0000-4000-8000-000000000000"


_URGENT: Priority = "urgent"
OFTEN_DONE = [
    ("2026-11-18T09:00:00", "bank", "Call the bank"),
    ("2026-11-23T06:30:00", "rent", "Pay the rent"),
    ("2026-11-23T07:30:00", "plants", "Water the plants"),
]
"""When, id and title of what is done already."""
TASKS = [
    _task("dent", "Dentist appointment", "2026-11-23T10:00:00", tags=["Health"]),
    _task("trash", "Take out the trash", "2026-11-23"),
    _task("sara", "Call Sarah", "2026-11-23T16:00:00", assignees=["Mike"]),
    _task("bill", "Pay the water bill", "2026-11-20", priority=_URGENT, duration_min=15),
    _task("numb", "Get the numbers from Bob", "2026-11-25T09:00:00", "Work", duration_min=30),
    _task(
        "repo",
        "Write the report",
        "2026-11-26",
        "Work",
        priority="high",
        assignees=["Anna"],
        notes="The numbers are missing.",
        duration_min=120,
        depends_on=[_id("numb")],
        deadline="2026-11-30",
    ),
    _task("gift", "Buy a gift for Tom", "2026-11-27T15:00:00"),
    _task("flig", "Flight to Rome", "2026-12-04T18:30:00", tags=["Travel"]),
    _task("book", "Read the new book"),
    _task("milk", "Milk", project="Shopping"),
    _task("eggs", "Eggs", project="Shopping"),
    _task("butt", "Butter", project="Shopping"),
]


class Asked:
    """Alice, and what she says at which time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._caller = Caller(actor="owner", zone=BERLIN, account_id="alice", conversation="talk")

    async def say(self, text: str, *, now: str = MONDAY, dry_run: bool = True) -> Outcome:
        request = CommandRequest(text=text, now=now, dry_run=dry_run)
        return await run_command(self._workspace, self._caller, request)

    async def do(self, *actions: Action) -> Outcome:
        request = CommandRequest(actions=list(actions))
        return await run_command(self._workspace, self._caller, request, raises=True)


@contextmanager
def _stamped(local: str) -> Iterator[None]:
    """What is done meanwhile is done at that time in Berlin."""
    at = datetime.fromisoformat(local).replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(execute, "utc_stamp", lambda: at.strftime(_UTC))
        yield


async def make(folder: Path) -> Asked:
    """The store, filled."""
    workspace = await Workspaces(folder, WORKSPACE, KINDS).open("alice")
    alice = Asked(workspace)
    for at, short, title in OFTEN_DONE:
        with _stamped("2026-11-10T12:00:00"):
            await alice.do(_task(short, title))
        with _stamped(at):
            await alice.do(CompleteTask(_id(short)))
    for minute, task in enumerate(TASKS):
        with _stamped(f"2026-11-20T12:{minute:02}:00"):
            await alice.do(task)
    return alice
