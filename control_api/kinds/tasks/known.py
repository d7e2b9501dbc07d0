"""What words may refer to."""

from functools import partial

from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.engine.deed_store import latest_deeds
from control_api.engine.trash_store import find_deleted
from control_api.kinds.settings.kept import settings_of
from control_api.kinds.simple.store import (
    all_bells,
    all_projects,
    latest_comments,
    named_things,
)
from control_api.kinds.tasks.open_tasks import recall_open_tasks
from control_api.kinds.tasks.records.lists import lists_of
from control_api.kinds.tasks.records.store import (
    keep_existing,
    latest_finished_tasks,
    project_names,
)
from control_api.language.understanding.scene import Known, Past
from control_api.log.in_mind import InMind, place_now
from control_api.log.kinds import Kinds

KNOWN_TASKS = 2_000
"""More open tasks than this can't be told apart by their words within the time of a reply."""
KNOWN_FINISHED = 50
"""Who opens a task again by its name finished it not long ago."""
_KNOWN_TRASH = 200
_KNOWN_COMMANDS = 50
_KNOWN_COMMENTS = 50


def _all_lists(db: Database) -> list[str]:
    return lists_of(project_names(db), all_projects(db))


_things = InMind(named_things, {"project", "tag", "person", "filter"})
_bells = InMind(all_bells, {"timer", "alarm"})
_settings = InMind(settings_of, {"settings"})
_lists = InMind(_all_lists, {"task", "project"})
_finished = InMind(
    partial(latest_finished_tasks, limit=KNOWN_FINISHED), {"task", "project", "tag", "person"}
)


def load_known(db: Database, mentioned: list[str]) -> Known:
    """Load the person's tasks and lists; `mentioned` are ids, the latest first.

    What did not change since the last sentence is still in mind.
    """
    now = place_now(db)
    return Known(
        open_tasks=recall_open_tasks(db, KNOWN_TASKS, now),
        finished=_finished.recall(db, now),
        projects=_lists.recall(db, now),
        things=_things.recall(db, now),
        bells=_bells.recall(db, now),
        settings=_settings.recall(db, now),
        mentioned=keep_existing(db, mentioned),
        past=None,
    )


def load_past(db: Database, kinds: Kinds) -> Past:
    """Load what was deleted and done of late."""
    return Past(
        trash=find_deleted(db, kinds, limit=_KNOWN_TRASH),
        deeds=latest_deeds(db, kinds, limit=_KNOWN_COMMANDS),
        comments=latest_comments(db, _KNOWN_COMMENTS),
        seen_at=utc_stamp(),
    )
