"""The one place where the commands are put together, and where their errors are told."""

import os
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from command_line import changing, keeping, looking, moving, trash
from command_line.errors import CommandLineError
from command_line.showing import fail
from shared.client import SaydoProblemError, SaydoUnreachableError

UNREACHABLE = 3
"""Exit code; 1 is for everything else that was not done, 2 for what can't be read."""


class Honest(TyperGroup):
    """Tells every error in a sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was chosen."""
        try:
            return super().invoke(ctx)
        except (CommandLineError, SaydoProblemError) as error:
            fail(str(error))
        except SaydoUnreachableError:
            fail("Saydo does not answer. Start it with make run, or run: saydo login", UNREACHABLE)


app = typer.Typer(
    cls=Honest,
    help="Say it, and it is done. Tasks are named by their number in the last list, by the "
    "beginning of their id, or by words of their title.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "add": changing.add,
    "say": changing.say_words,
    "list": looking.list_tasks,
    "search": looking.search,
    "show": looking.show,
    "done": changing.done,
    "start": changing.start,
    "cancel": changing.cancel,
    "reopen": changing.reopen,
    "edit": changing.edit,
    "delete": changing.delete,
    "undo": changing.undo,
    "redo": changing.redo,
    "commands": looking.commands,
    "history": looking.history,
    "projects": looking.projects,
    "tags": looking.tags,
    "people": looking.people,
    "filters": looking.filters,
    "trash": trash.trash,
    "restore": trash.restore,
    "purge": trash.purge,
    "empty-trash": trash.empty_trash,
    "import": moving.import_file,
    "export": moving.export_file,
    "backup": moving.backup,
    "backups": moving.backups,
    "doctor": keeping.doctor,
    "login": keeping.login,
    "logout": keeping.logout,
}
for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(keeping.tokens, name="tokens")


@app.callback()
def prepare() -> None:
    """Keep what is written to this person alone."""
    os.umask(0o077)
