"""The command about reminders: what is to come, and what became of each."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from command_line.connection.api import with_client
from command_line.terminal.options import AsJson, Limit
from command_line.terminal.printing import moment, print_json, say
from command_line.terminal.tables import show_table
from shared.accounts import Me
from shared.client import SaydoClient
from shared.reminders import Receipt, ReceiptPage


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
