"""Where each command is. One is loaded when it is asked for: all of them take a while."""

import importlib
from collections.abc import Iterator, Mapping
from typing import Any

import typer

TASKS = "Tasks"
THINGS = "What there is"
PEOPLE = "Who, and where"
PLACES: dict[str, dict[str, str]] = {
    TASKS: {
        "add": "changing.add",
        "say": "changing.say_words",
        "list": "looking.list_tasks",
        "search": "looking.search",
        "show": "looking.show_task",
        "done": "changing.done",
        "start": "changing.start",
        "cancel": "changing.cancel",
        "reopen": "changing.reopen",
        "edit": "editing.edit",
        "comment": "changing.comment",
        "delete": "changing.delete",
        "reminders": "reminding.reminders",
        "comments": "comments.comments",
    },
    "Taking back": {
        "undo": "changing.undo",
        "redo": "changing.redo",
        "commands": "looking.commands",
        "history": "looking.history",
        "trash": "trash.trash",
        "restore": "safeguarding.restore",
        "purge": "trash.purge",
        "empty-trash": "trash.empty_trash",
    },
    "Moving and keeping": {
        "import": "moving.import_file",
        "export": "moving.export_file",
        "backup": "safeguarding.backup",
        "backups": "safeguarding.backups",
        "doctor": "doctor.doctor",
    },
    PEOPLE: {
        "login": "entering.login",
        "logout": "entering.logout",
        "join": "entering.join",
        "me": "entering.me",
        "password": "entering.password",
        "notifications": "reminding.notifications",
        "users": "users.users",
        "workspaces": "sharing.workspaces",
        "tokens": "tokens.tokens",
    },
    THINGS: {
        "projects": "projects.projects",
        "tags": "tags.tags",
        "people": "people.people",
        "filters": "filters.filters",
    },
}
"""Panel of the help, name, and the function or group in a module of this package."""


class LoadedWhenAsked(Mapping[str, Any]):
    """The commands by their names, as Typer wants them."""

    def __init__(self) -> None:
        self._panels = {name: panel for panel, commands in PLACES.items() for name in commands}
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            panel = self._panels[name]
            self._loaded[name] = _load(name, panel, PLACES[panel][name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._panels)

    def __len__(self) -> int:
        return len(self._panels)

    def __contains__(self, name: object) -> bool:
        return name in self._panels


def _load(name: str, panel: str, place: str) -> Any:
    module, _, attribute = place.partition(".")
    found = getattr(importlib.import_module(f"command_line.{module}"), attribute)
    holder = typer.Typer()
    # With this Typer makes a group even of one command.
    holder.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        found.info.no_args_is_help = found.registered_callback is None
        holder.add_typer(found, name=name, rich_help_panel=panel)
    else:
        holder.command(name, rich_help_panel=panel)(found)
    group: Any = typer.main.get_command(holder)
    return group.commands[name]
