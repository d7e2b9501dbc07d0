"""Which reminders can't reach the person, and why; each in a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from control_api.database.open import open_reader
from control_api.edges.pushing.services import refusal_of
from control_api.edges.reminders.keeper import real_clock
from control_api.edges.reminders.people import rules_of
from control_api.edges.reminders.plan import occasion_of
from control_api.edges.reminders.pushes import find_failing
from control_api.edges.reminders.queries import View, list_receipts
from control_api.edges.reminders.schedule import Rules
from control_api.edges.reminders.store import tasks_with_reminders
from control_api.kinds.tasks.records.store import find_task
from control_api.language.wording.dates_aloud import on_moment
from control_api.requests.spoken import ENGLISH
from control_api.setup.settings import Settings
from shared.reminders import Receipt
from shared.tasks import OPEN

NEXT = 50
"""As many of the reminders to come are looked at."""
MOST_NAMED = 10
_BATCH = 1_000


def check_reminders(settings: Settings) -> list[str]:
    """Look at every workspace, and say of each whose reminders can't all go out. Blocks."""
    found = []
    for path in sorted((settings.data / "workspaces").glob("*.db")):
        try:
            found += [f"workspaces/{path.name}: {said}" for said in _check(settings, path)]
        except sqlite3.Error:
            continue  # what is wrong with a file is for other checks to say
    return found


def find_silent(db: Database, rules: Rules, now: datetime) -> list[str]:
    """Say which reminders of a workspace can't reach anybody, and why."""
    view = View(now=now, zone=rules.zone, language=rules.language)
    receipts = list_receipts(db, view, ["planned"], cursor=None, limit=NEXT).items
    found = list(_ways(db, rules, len(receipts)))
    found += [_blocked(db, each, view) for each in receipts if each.blocked]
    return found + _never(db, view.zone)


def _check(settings: Settings, path: Path) -> list[str]:
    control = open_reader(settings.data / "control.db")
    try:
        rules = rules_of(control, path.stem, settings)
    finally:
        control.close()
    db = open_reader(path)
    try:
        return find_silent(db, rules, real_clock())
    finally:
        db.close()


def _ways(db: Database, rules: Rules, planned: int) -> Iterator[str]:
    if planned and not rules.targets:
        where = "with the page open or in a conversation" if rules.spoken else "with the page open"
        next_ones = "next reminder reaches" if planned == 1 else f"next {planned} reminders reach"
        yield (
            f"The {next_ones} you only {where}. Set an Apprise address to be told elsewhere, too."
        )
    refused = {each.key: refusal_of(each.url) for each in rules.targets}
    for target in rules.targets:
        if refused[target.key]:
            yield f"Nothing is pushed to {target.service}: {refused[target.key]}"
    targets = {each.key: each for each in rules.targets if not refused[each.key]}
    for key, at, error in find_failing(db):
        if key in targets:
            yield (
                f"Pushes to {targets[key].service} don't arrive since {at}: {error} "
                "Correct the address, or see to the service."
            )


def _blocked(db: Database, receipt: Receipt, view: View) -> str:
    task = None if receipt.task_id is None else find_task(db, receipt.task_id)
    waits = [] if task is None else [find_task(db, each) for each in task.depends_on]
    needed = [each.title for each in waits if each and each.status in OPEN]
    return (
        f"The reminder of “{receipt.title}” {_when(receipt, view)} keeps silent until "
        f"“{needed[0] if needed else 'another task'}” is done."
    )


def _never(db: Database, zone: ZoneInfo) -> list[str]:
    found: list[str] = []
    start: int | None = 0
    while start is not None and len(found) < MOST_NAMED:
        tasks, start = tasks_with_reminders(db, start, _BATCH)
        found += [
            f"A reminder of “{task.title}” never comes: the task has no {reminder.anchor} date, "
            "or one beyond the calendar. Give it another, or another reminder."
            for task in tasks
            for reminder in task.reminders
            if occasion_of(task, reminder, zone) is None
        ]
    return found[:MOST_NAMED]


def _when(receipt: Receipt, view: View) -> str:
    at = datetime.fromisoformat(receipt.at).astimezone(view.zone)
    today = view.now.astimezone(view.zone).date()
    return on_moment(at, today, ENGLISH)
