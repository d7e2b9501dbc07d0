"""What was there only in the middle of a command is not in the log, so nothing of it may stay."""

from sqlite_utils import Database

from control_api.kinds.tasks.records.store import remove_task, save_task, trash_task
from control_api.kinds.things.store import remove_thing, save_thing, trash_thing
from control_api.log.entries import find_last
from shared.events import Kind
from shared.tasks import Task


def settle(db: Database, passing: list[tuple[Kind, str]]) -> None:
    """Take new things out of the trash for good, and make the others what they were in it."""
    for kind, thing_id in passing:
        last = find_last(db, kind, thing_id)
        if last is None or last.purged:
            remove = remove_task if kind == "task" else remove_thing
            remove(db, thing_id)
        elif isinstance(last.before, Task):
            save_task(db, last.before)
            trash_task(db, thing_id, last.at)
        elif last.before is not None:
            save_thing(db, last.before)
            trash_thing(db, thing_id, last.at)
