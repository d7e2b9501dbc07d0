"""The one place where the commands are put together, and where their errors are told."""

import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from command_line import (
    changing,
    doctor,
    editing,
    entering,
    looking,
    moving,
    reminding,
    safeguarding,
    trash,
)
from command_line.calls import WORKSPACE
from command_line.comments import comments
from command_line.errors import CommandLineError
from command_line.filters import filters
from command_line.people import people
from command_line.projects import projects
from command_line.sharing import workspaces
from command_line.showing import fail
from command_line.tags import tags
from command_line.tokens import tokens
from command_line.users import users
from shared.client import SaydoProblemError
from shared.version import VERSION

INTERRUPTED = 130
_UNAUTHORIZED = 401


class Honest(TyperGroup):
    """Tells every error in a sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was chosen."""
        try:
            return super().invoke(ctx)
        except CommandLineError as error:
            fail(str(error), error.code)
        except SaydoProblemError as error:
            fail(_worded(error))
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except typer.Abort as no:
            if isinstance(no.__context__, KeyboardInterrupt):  # at a question, where it is caught
                raise typer.Exit(INTERRUPTED) from None
            raise
        except BrokenPipeError:  # whoever read it has seen enough; Typer knows what to do
            raise
        except OSError as error:
            fail(f"{error.filename or 'A file'} can't be used ({error.strerror or error}).")
        except UnicodeEncodeError:
            fail("Some of what was given is no text; write it in UTF-8.")


app = typer.Typer(
    cls=Honest,
    help="Say it, and it is done. Tasks are named by their number in the last list, by the "
    "beginning of their id, or by words of their title.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

TASKS = "Tasks"
THINGS = "What there is"
PEOPLE = "Who, and where"
COMMANDS: dict[str, dict[str, Callable[..., None]]] = {
    TASKS: {
        "add": changing.add,
        "say": changing.say_words,
        "list": looking.list_tasks,
        "search": looking.search,
        "show": looking.show_task,
        "done": changing.done,
        "start": changing.start,
        "cancel": changing.cancel,
        "reopen": changing.reopen,
        "edit": editing.edit,
        "comment": changing.comment,
        "delete": changing.delete,
        "reminders": reminding.reminders,
    },
    "Taking back": {
        "undo": changing.undo,
        "redo": changing.redo,
        "commands": looking.commands,
        "history": looking.history,
        "trash": trash.trash,
        "restore": safeguarding.restore,
        "purge": trash.purge,
        "empty-trash": trash.empty_trash,
    },
    "Moving and keeping": {
        "import": moving.import_file,
        "export": moving.export_file,
        "backup": safeguarding.backup,
        "backups": safeguarding.backups,
        "doctor": doctor.doctor,
    },
    PEOPLE: {
        "login": entering.login,
        "logout": entering.logout,
        "join": entering.join,
        "me": entering.me,
        "password": entering.password,
        "notifications": reminding.notifications,
    },
}
GROUPS = {
    "comments": (TASKS, comments),
    "projects": (THINGS, projects),
    "tags": (THINGS, tags),
    "people": (THINGS, people),
    "filters": (THINGS, filters),
    "users": (PEOPLE, users),
    "workspaces": (PEOPLE, workspaces),
    "tokens": (PEOPLE, tokens),
}

for panel, commands in COMMANDS.items():
    for command_name, command in commands.items():
        app.command(command_name, rich_help_panel=panel)(command)
for group_name, (panel, group) in GROUPS.items():
    group.info.no_args_is_help = group.registered_callback is None
    app.add_typer(group, name=group_name, rich_help_panel=panel)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Saydo {VERSION}")
        raise typer.Exit


@app.callback()
def prepare(
    *,
    workspace: Annotated[
        str | None,
        typer.Option(
            "--workspace", "-w", envvar="SAYDO_WORKSPACE", help="Name or id of a shared one."
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Keep what is written to this person alone, and print whatever the terminal can."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    WORKSPACE.set(workspace)


def _worded(error: SaydoProblemError) -> str:
    problem = error.problem
    fields = [f"{name}: {said}" for name, said in problem.fields.items() if said not in str(error)]
    hint = ["Run: saydo login"] if problem.status == _UNAUTHORIZED else []
    return "\n".join([str(error), *fields, *hint])
