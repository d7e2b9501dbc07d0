"""Commands about reminders: what is to come, what became of each, and how one is told."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
import typer

from command_line.commands.tasks.listing import Limit
from command_line.connection.api import ask, with_client
from command_line.terminal.printing import AsJson, moment, print_json, say
from command_line.terminal.tables import show_table
from shared.accounts import Me
from shared.client import SaydoClient
from shared.reminders import Notifications, Receipt, ReceiptPage


def reminders(
    *,
    past: Annotated[bool, typer.Option("--past", help="What became of those before.")] = False,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """List the reminders to come, or with --past their receipts: delivered, heard, missed."""
    states = ["due", "delivered", "heard", "missed"] if past else ["planned"]

    async def look(client: SaydoClient) -> tuple[ReceiptPage, Me]:
        query = {"state": states, "limit": limit}
        return (
            await client.ask("GET", "/api/v1/reminders", ReceiptPage, query=query),
            await client.ask("GET", "/api/v1/me", Me),
        )

    page, me = with_client(look)
    if as_json:
        print_json(page)
    elif not page.items:
        say("There were no reminders yet." if past else "There are no reminders to come.")
    else:
        headings = ("at", "task", "state", "how")
        show_table(headings, [_row(each, ZoneInfo(me.time_zone)) for each in page.items])
    if page.next_cursor is not None and not as_json:
        say(f"There are more than these {limit}; give --limit.")


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


def _row(receipt: Receipt, zone: ZoneInfo) -> tuple[str, ...]:
    """Its ways with what came of each, and who heard it."""
    state = "planned, waits for another task" if receipt.blocked else receipt.state
    ways = [
        " ".join(filter(None, (each.way, each.to, each.state, _clock(each.at, zone), each.error)))
        for each in receipt.deliveries
    ]
    if receipt.heard_at is not None:
        ways.append(f"heard by {receipt.heard_by} {_clock(receipt.heard_at, zone)}")
    return moment(receipt.at, zone), receipt.title, state, "; ".join(ways)


def _clock(stamp: str, zone: ZoneInfo) -> str:
    return datetime.fromisoformat(stamp).astimezone(zone).strftime("%H:%M")
