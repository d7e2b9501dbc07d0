"""The command about how one is reminded."""

from typing import Annotated

import msgspec
import typer

from command_line.connection.api import ask
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json
from command_line.terminal.tables import show_table
from shared.reminders import Notifications


def notifications(
    *,
    push: Annotated[
        list[str] | None,
        typer.Option(help="Apprise address to be told at, besides those before; several are fine."),
    ] = None,
    no_push: Annotated[bool, typer.Option("--no-push", help="None of those before.")] = False,
    at_due: Annotated[
        bool | None,
        typer.Option("--at-due/--no-at-due", help="Of what has a time, and no other reminder."),
    ] = None,
    spoken: Annotated[
        bool | None, typer.Option("--spoken/--no-spoken", help="Aloud, in a conversation.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show or set how you want to be reminded."""
    now = ask("GET", "me/notifications", Notifications)
    addresses = [*([] if no_push else now.push), *(push or [])]
    wanted = msgspec.structs.replace(
        now,
        push=list(dict.fromkeys(addresses)),
        remind_at_due=now.remind_at_due if at_due is None else at_due,
        spoken=now.spoken if spoken is None else spoken,
    )
    if wanted != now:
        now = ask("PUT", "me/notifications", Notifications, body=wanted)
    if as_json:
        print_json(now)
        return
    rows = [
        ("pushed to", ", ".join(now.push) or "nobody; set one with --push"),
        ("at the time due", "yes" if now.remind_at_due else "no"),
        ("said aloud", "yes" if now.spoken else "no"),
    ]
    show_table(("", ""), rows)
