"""The command that tells why something was done."""

from typing import Annotated, Any

import msgspec
import typer

from command_line.commands.history.undo import command_id_like
from command_line.connection.api import ask
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import moment, print_json
from command_line.terminal.tables import show_table
from shared.outcomes import CommandPage
from shared.why import EvaluationCase, Why


def why(
    command: Annotated[
        str | None,
        typer.Argument(help="Beginning of the id of a command; the last one when left out."),
    ] = None,
    *,
    case: Annotated[
        bool, typer.Option("--case", help="Print it as a case for `saydo eval` instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell why a command did what it did: what was heard, who read it so, what it changed."""
    which = _last() if command is None else command_id_like(command)
    if case:
        found = ask("GET", f"commands/{which}/case", EvaluationCase)
        if as_json:
            print_json(found)
        else:
            typer.echo("\n".join(found.lines))
        return
    told = ask("GET", f"commands/{which}/why", Why)
    if as_json:
        print_json(told)
        return
    typer.echo(told.sentence)
    show_table(("what", "how it was"), _rows(told))


def _last() -> str:
    page = ask("GET", "commands", CommandPage, query={"limit": 1})
    if not page.items:
        raise CommandLineError("Nothing was asked yet.")
    return page.items[0].id


def _rows(told: Why) -> list[tuple[str, str]]:
    rows = [("when", f"{moment(told.at)}, {told.source}, {told.actor}")]
    if told.words is not None:
        rows.append(("heard", told.words.heard))
        rows.append(("not taken", ", ".join(told.words.others)))
    taken = ", ".join(str(action.__struct_config__.tag) for action in told.actions)
    rows.append(("taken for", taken or told.outcome))
    rows.append(("read by", f"{told.reader or 'nobody'}, {told.confidence:.0%} sure"))
    rows += [("changed", f"{event.type}: {_called(event)}") for event in told.changes]
    if told.took is not None:
        took = msgspec.structs.asdict(told.took).items()
        stages = [f"{name.replace('_', ' ')} {ms:.0f}" for name, ms in took if ms is not None]
        rows.append(("milliseconds", ", ".join(stages)))
    return [(name, value) for name, value in rows if value]


def _called(event: Any) -> str:
    thing = event.after or event.before
    names = (getattr(thing, field, None) for field in ("title", "name", "label", "text"))
    return next((name for name in names if isinstance(name, str)), "")
