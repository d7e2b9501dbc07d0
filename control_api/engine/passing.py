"""What was there only in the middle of a command is not in the log, so nothing of it may stay."""

from sqlite_utils import Database

from control_api.log.entries import find_last
from control_api.log.kinds import Kinds
from shared.events import Kind


def clear_passing(db: Database, kinds: Kinds, passing: list[tuple[Kind, str]]) -> None:
    """Take new things out of the trash for good, and make the others what they were in it."""
    for kind, thing_id in passing:
        kept = kinds.kept[kind]
        last = find_last(db, kinds, kind, thing_id)
        if last is None or last.purged:
            kept.remove(db, thing_id)
        elif last.before is not None:
            kept.save(db, last.before)
            kept.trash(db, thing_id, last.at)
