"""What words may refer to."""

from sqlite_utils import Database

from control_api.kinds.simple.store import named_things
from control_api.kinds.tasks.finished_tasks import recall_finished_tasks
from control_api.kinds.tasks.open_tasks import recall_open_tasks
from control_api.kinds.tasks.records.store import keep_existing, project_names
from control_api.language.understanding.scene import Known
from shared.things import Project

KNOWN_TASKS = 2_000
"""More open tasks than this can't be told apart by their words within the time of a reply."""
KNOWN_FINISHED = 50
"""Who opens a task again by its name finished it not long ago."""


def load_known(db: Database, mentioned: list[str]) -> Known:
    """Load the person's tasks and what surrounds them; `mentioned` are ids, the latest first."""
    things = named_things(db)
    named = [each.name for each in things if isinstance(each, Project) and not each.archived]
    return Known(
        open_tasks=recall_open_tasks(db, KNOWN_TASKS),
        finished=recall_finished_tasks(db, KNOWN_FINISHED),
        projects=[*dict.fromkeys([*project_names(db), *named])],
        things=things,
        mentioned=keep_existing(db, mentioned),
    )
