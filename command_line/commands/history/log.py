"""Commands that tell what was asked and done, and what happened to a task."""

from typing import Any

from command_line.connection.api import ask
from command_line.lookup.tasks import OneTask, pick
from command_line.terminal.options import AsJson, Limit
from command_line.terminal.printing import moment, print_json
from command_line.terminal.tables import show_table
from shared.events import EventPage
from shared.outcomes import CommandPage


def history(task: OneTask, *, limit: Limit = 50, as_json: AsJson = False) -> None:
    """Show everything that happened to a task, the newest first."""
    found = ask("GET", f"tasks/{pick(task).id}/history", EventPage, query={"limit": limit})
    if as_json:
        print_json(found)
        return
    show_table(
        ("when", "what", "how", "who", "changed"),
        [
            (moment(event.at), event.type, event.source, event.actor, _changed(event))
            for event in found.items
        ],
    )


def commands(*, limit: Limit = 20, as_json: AsJson = False) -> None:
    """List what was asked and done, the newest first; undo takes their ids."""
    found = ask("GET", "commands", CommandPage, query={"limit": limit})
    if as_json:
        print_json(found)
        return
    show_table(
        ("when", "id", "what", "undo"),
        [
            (
                moment(each.at),
                each.id[:8],
                each.reply or each.text or "",
                "undone" if each.undone else "can be" if each.can_undo else "",
            )
            for each in found.items
        ],
    )


def _changed(event: Any) -> str:
    """The names of the fields that are not as before."""
    if event.before is None or event.after is None:
        return ""
    fields = [name for name in event.after.__struct_fields__ if name != "updated_at"]
    return ", ".join(
        name for name in fields if getattr(event.before, name) != getattr(event.after, name)
    )
