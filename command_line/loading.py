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
        "add": "tasks.add.add",
        "say": "tasks.add.say_words",
        "list": "tasks.listing.list_tasks",
        "search": "tasks.listing.search",
        "show": "tasks.show.show_task",
        "done": "tasks.status.done",
        "start": "tasks.status.start",
        "cancel": "tasks.status.cancel",
        "reopen": "tasks.status.reopen",
        "edit": "tasks.edit.edit",
        "comment": "kinds.comments.comment",
        "delete": "tasks.status.delete",
        "reminders": "tasks.reminders.reminders",
        "comments": "kinds.comments.comments",
    },
    "Timers and alarms": {
        "timer": "kinds.bells.timer",
        "alarm": "kinds.bells.alarm",
        "timers": "kinds.bells.timers",
        "alarms": "kinds.bells.alarms",
        "silence": "kinds.bells.silence",
        "snooze": "kinds.bells.snooze",
    },
    "Taking back": {
        "undo": "history.undo.undo",
        "redo": "history.undo.redo",
        "commands": "history.log.commands",
        "why": "history.why.why",
        "history": "history.log.history",
        "watch": "history.watch.watch",
        "trash": "history.trash.trash",
        "restore": "data.backups.restore",
        "purge": "history.trash.purge",
        "empty-trash": "history.trash.empty_trash",
    },
    "Moving and keeping": {
        "import": "data.exchange.import_file",
        "export": "data.exchange.export_file",
        "backup": "data.backups.backup",
        "backups": "data.backups.backups",
        "doctor": "data.doctor.doctor",
        "eval": "data.evaluation.evaluate",
        "models": "data.models.models",
        "spending": "data.spending.spending",
    },
    PEOPLE: {
        "login": "accounts.login.login",
        "logout": "accounts.login.logout",
        "join": "accounts.login.join",
        "me": "accounts.me.me",
        "password": "accounts.me.password",
        "settings": "accounts.settings.settings",
        "notifications": "accounts.notifications.notifications",
        "users": "accounts.users.users",
        "workspaces": "accounts.workspaces.workspaces",
        "tokens": "accounts.tokens.tokens",
    },
    THINGS: {
        "projects": "kinds.projects.projects",
        "tags": "kinds.tags.tags",
        "people": "kinds.people.people",
        "filters": "kinds.filters.filters",
    },
}
"""Panel of the help, name, and the function or group in a module of `command_line.loading`."""


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
    module, _, attribute = place.rpartition(".")
    found = getattr(importlib.import_module(f"command_line.commands.{module}"), attribute)
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
