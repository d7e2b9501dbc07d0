"""The actions that are about commands, the trash and the log, and so about no kind."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from control_api.engine.deed_store import list_changes, list_trash
from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.engine.trash import empty_trash, purge_thing, restore_thing
from control_api.engine.undo import redo_command, undo_command
from control_api.log.kinds import Kinds
from shared.actions import Action, Redo, Undo
from shared.outcomes import DecidedBy
from shared.problems import InvalidInputError
from shared.thing_actions import EmptyTrash, ListChanges, ListTrash, PurgeThing, RestoreThing

ALONE = (Undo, Redo, PurgeThing, EmptyTrash)
"""What can't be taken back together with other actions of its command."""
OWN_ACTIONS: dict[type[Any], Callable[[Database, Kinds, Any, Moment], Result]] = {
    Undo: undo_command,
    Redo: redo_command,
    RestoreThing: lambda db, kinds, action, _: restore_thing(db, kinds, action),
    PurgeThing: lambda db, kinds, action, _: purge_thing(db, kinds, action),
    EmptyTrash: lambda db, kinds, action, _: empty_trash(db, kinds, action),
    ListTrash: list_trash,
    ListChanges: list_changes,
}
"""Each raises as its function says; the caller rolls back."""


def check_allowed_together(actions: list[Action], decided_by: DecidedBy) -> None:
    """Raise `InvalidInputError` for what one command can't hold."""
    if len(actions) > 1 and any(isinstance(each, ALONE) for each in actions):
        raise InvalidInputError(
            "Undo, redo and deleting for good come alone: send them by themselves."
        )
    # By the time of a yes others may have been undone last.
    redoes = any(isinstance(each, Redo) and each.count > 1 for each in actions)
    if decided_by == "model" and redoes:
        raise InvalidInputError("Do one command again at a time.")
