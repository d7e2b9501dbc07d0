"""What the words of a conversation may refer to."""

from sqlite_utils import Database

from control_api.engine.store import recent_mentions
from control_api.kinds.tasks.records.store import keep_existing, project_names
from control_api.language.understanding.scene import Known
from control_api.requests.open_tasks import recall_open_tasks

KNOWN_TASKS = 2_000
"""More open tasks than this can't be told apart by their words within the time of a reply."""


def load_known(db: Database, conversation: str) -> Known:
    """Load the person's open tasks, projects, and what was mentioned last."""
    return Known(
        open_tasks=recall_open_tasks(db, KNOWN_TASKS),
        projects=project_names(db),
        mentioned=keep_existing(db, recent_mentions(db, conversation)),
    )
