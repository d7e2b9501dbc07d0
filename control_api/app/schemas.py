"""What each kind of database file is: put together from all who keep something in it."""

from functools import partial
from pathlib import Path

from control_api.app.registry import KINDS
from control_api.database.folder import DataFolder, Schemas
from control_api.database.schema import Schema
from control_api.edges.feeds.migrations import migrations as feeds
from control_api.edges.reminders.migrations import migrations as reminders
from control_api.edges.reminders.migrations import preferences as notifications
from control_api.edges.webhooks.migrations import migrations as webhooks
from control_api.engine.migrations import approvals
from control_api.engine.migrations import migrations as commands
from control_api.engine.store import find_unsealed
from control_api.kinds.simple.migrations import migrations as things
from control_api.kinds.tasks.records.event_migrations import migrations as events_of_every_kind
from control_api.kinds.tasks.records.migrations import migrations as tasks
from control_api.kinds.tasks.records.repeat_migrations import migrations as repeats
from control_api.kinds.tasks.search.check import find_wrong_index
from control_api.kinds.tasks.search.migrations import migrations as search
from control_api.log.kinds import Kinds
from control_api.log.migrations import migrations as events
from control_api.log.numbering import count_events, find_gaps
from control_api.log.past import note_restore
from control_api.log.replay import find_damage
from control_api.requests.migrations import migrations as questions
from control_api.requests.migrations import transcripts, turns
from control_api.who.accounts.migrations import migrations as accounts
from control_api.who.rooms.migrations import migrations as rooms
from control_api.who.sharing.migrations import migrations as sharing

CONTROL = Schema(
    steps=(accounts, rooms, notifications, sharing, webhooks, feeds, transcripts),
    table="accounts",
)


def workspace_schema(kinds: Kinds) -> Schema:
    """The schema of each workspace's file, which proves things of these kinds."""
    return Schema(
        steps=(
            *(things, tasks, commands, events, events_of_every_kind),
            *(search, reminders, repeats, approvals, questions, turns),
        ),
        table="events",
        checks={
            "log": partial(find_damage, kinds=kinds),
            "table of commands": find_unsealed,
            "full-text index": find_wrong_index,
        },
        quick_checks=(find_gaps,),
        count_events=count_events,
        note_restore=note_restore,
    )


WORKSPACE = workspace_schema(KINDS)
SCHEMAS = Schemas(CONTROL, WORKSPACE)


def data_folder(path: Path, kinds: Kinds = KINDS) -> DataFolder:
    """All that this program keeps there. Nothing is opened or made."""
    return DataFolder(path, Schemas(CONTROL, workspace_schema(kinds)))
