"""The one place where the commands are put together, and where their errors are told."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from command_line.connection.workspace import WORKSPACE
from command_line.loading import LoadedWhenAsked
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import fail
from shared.client_errors import SaydoProblemError
from shared.version import VERSION

INTERRUPTED = 130
_UNAUTHORIZED = 401


class Honest(TyperGroup):
    """Tells every error in a sentence, and loads a command only when it is asked for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = LoadedWhenAsked()  # type: ignore[assignment] # nothing adds to it

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
