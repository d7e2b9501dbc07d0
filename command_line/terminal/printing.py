"""What is printed: sentences for people, JSON for programs. Tables are in `tables`."""

import re
import sys
from datetime import datetime, tzinfo
from typing import Any, NoReturn

import msgspec
import typer

from shared.outcomes import Outcome

_QUOTED_AT_MOST = 60
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Without what would move the cursor or colour the terminal: titles come from anywhere."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def quoted(text: str) -> str:
    """What somebody wrote, in quotes inside a sentence, no longer than a title."""
    short = " ".join(text.split())
    return f"“{short if len(short) <= _QUOTED_AT_MOST else short[:_QUOTED_AT_MOST] + '…'}”"


def put(text: str) -> None:
    """Print now: where nobody reads any more, that is noticed while somebody can deal with it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say(text: str) -> None:
    """Print a sentence for a person."""
    put(f"{clean(text)}\n")


def print_json(answer: Any) -> None:
    """Print an answer of the API as it came."""
    put(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode() + "\n")


def told(sentence: str, *, as_json: bool, **facts: Any) -> None:
    """Say what was done, or give the facts of it as JSON."""
    if as_json:
        print_json(facts)
    else:
        say(sentence)


def finish(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a command; exit with 1 when it was not done."""
    well = outcome.outcome in {"done", "planned", "answered"}
    if as_json:
        print_json(outcome)
    elif well:
        say(outcome.reply)
    if not well:
        fail("" if as_json else outcome.reply or "I do not understand that as a command.")


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what went wrong, and exit."""
    if sentence:
        sys.stderr.write(f"{clean(sentence)}\n")
    raise typer.Exit(code)


def when(time: str | None, time_zone: str | None = None) -> str:
    """A due date as one writes it."""
    if time is None:
        return ""
    text = time.replace("T", " ")
    # The seconds, where they say nothing.
    text = text[:-3] if text.count(":") == 2 and text.endswith(":00") else text  # noqa: PLR2004
    return f"{text} {time_zone}" if time_zone else text


def moment(stamp: str, zone: tzinfo | None = None) -> str:
    """A time of the log on this machine's clock, or in a zone, to the minute."""
    return datetime.fromisoformat(stamp).astimezone(zone).strftime("%Y-%m-%d %H:%M")
