"""The command that shows what becomes of commands while they are handled."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from datetime import datetime

import msgspec

from command_line.connection.api import with_client
from command_line.terminal.options import AsJson
from command_line.terminal.printing import put, quoted, say
from shared.accounts import Me
from shared.client import SaydoClient, SaydoUnreachableError
from shared.progress import ProgressEvent

PAUSE_S = 0.1
COME_BACK_AFTER_S = 1.0
_LONGEST = 120
_VERDICTS = {"allowed": "allowed", "needs_approval": "needs a yes", "refused": "refused"}


def watch(*, as_json: AsJson = False) -> None:
    """Show what is planned, checked, tried and done, as it happens, until Ctrl-C."""

    def show(event: ProgressEvent) -> None:
        if as_json:
            put(msgspec.json.encode(event).decode() + "\n")
        else:
            say(worded(event))

    with_client(lambda client: _follow(client, show), follows=True)


async def _follow(client: SaydoClient, show: Callable[[ProgressEvent], None]) -> None:
    await client.ask("GET", "/api/v1/me", Me)  # says what is wrong, before anything is waited for
    sys.stderr.write("Waiting for what is asked of Saydo; Ctrl-C ends this.\n")
    while True:
        # A stream ends with its token, and with the server.
        with contextlib.suppress(SaydoUnreachableError):
            async for event in client.progress():
                show(event)
        await asyncio.sleep(PAUSE_S)
        await _until_there(client)


async def _until_there(client: SaydoClient) -> None:
    is_told = False
    while True:
        try:
            await client.ask("GET", "/api/v1/me", Me)
        except SaydoUnreachableError:
            if not is_told:
                sys.stderr.write("Saydo is away; trying again.\n")
            is_told = True
            await asyncio.sleep(COME_BACK_AFTER_S)
        else:
            return


def worded(event: ProgressEvent) -> str:
    """One short line: when, which command, how far it is, and what that is about."""
    time = datetime.fromisoformat(event.at).astimezone().strftime("%H:%M:%S")
    stage = event.stage.replace("_", " ")
    said = " ".join(_said(event).split())
    short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return f"{time}  {event.command_id[:8]}  {stage:<11}  {short}".rstrip()


def _said(event: ProgressEvent) -> str:
    match event.stage:
        case "planned":
            count = f"{event.total} step{'' if event.total == 1 else 's'}"
            said = f" of {quoted(event.text)}" if event.text else ""
            return f"{count}{said}, by {event.actor}"
        case "checked":
            verdict = _VERDICTS[event.verdict or "allowed"]
            return f"{verdict}: {event.words}" if event.words else verdict
        case "approved":
            return f"by {event.actor}"
        case "declined":
            return f"by {event.actor}: {event.words}"
        case _:
            place = f"{event.step}/{event.total} " if event.step is not None else ""
            return f"{place}{event.words}"
