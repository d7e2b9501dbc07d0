"""What is printed: tables for people, JSON for programs."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Annotated, Any, NoReturn

import msgspec
import typer
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from shared.outcomes import Outcome
from shared.search import Piece

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

WIDE = 100_000
"""Columns of what is no terminal: whatever reads it wants whole lines."""
_QUOTED_AT_MOST = 60
_WHOLE = frozenset({"when", "id", "due", "deleted", "made", "at", "since", "until", "backup"})
"""Columns that are of no use in pieces: times, and what is typed again."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def console() -> Console:
    """Standard output as it is now; it is another one in tests."""
    shown = Console(highlight=False, markup=False, emoji=False)
    return shown if shown.is_terminal else Console(highlight=False, markup=False, width=WIDE)


def clean(text: str) -> str:
    """Without what would move the cursor or colour the terminal: titles come from anywhere."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def filled(text: str) -> str:
    """What was given, with something in it. Raises `BadParameter`."""
    if not text.strip():
        raise typer.BadParameter("It is empty: write something in it.")
    return text


def quoted(text: str) -> str:
    """What somebody wrote, in quotes inside a sentence, no longer than a title."""
    short = " ".join(text.split())
    return f"“{short if len(short) <= _QUOTED_AT_MOST else short[:_QUOTED_AT_MOST] + '…'}”"


def say(text: str) -> None:
    """Print a sentence for a person."""
    console().print(clean(text), soft_wrap=True)


def show(what: RenderableType) -> None:
    """Print something of several columns; without blanks at the ends of lines when piped."""
    screen = console()
    if screen.is_terminal:
        screen.print(what)
        return
    with screen.capture() as drawn:
        screen.print(what)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))


def print_json(answer: Any) -> None:
    """Print an answer of the API as it came."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode() + "\n")


def told(sentence: str, *, as_json: bool, **facts: Any) -> None:
    """Say what was done, or give the facts of it as JSON."""
    if as_json:
        print_json(facts)
    else:
        say(sentence)


def finish(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a command; exit with 1 when it was not done."""
    well = outcome.outcome in {"done", "planned"}
    if as_json:
        print_json(outcome)
    elif well:
        say(outcome.reply)
    if not well:
        fail("" if as_json else outcome.reply or "I do not understand that as a command.")


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what went wrong, and exit."""
    if sentence:
        screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
        screen.print(clean(sentence), soft_wrap=True)
    raise typer.Exit(code)


def grid(headings: Sequence[str]) -> Table:
    """A table without boxes, so that it can be read in a pipe, too."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.show_header = any(headings)
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in _WHOLE)
    return table


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of plain texts; nothing in them is taken for a style."""
    table = grid(headings)
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    show(table)


def show_used(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table without the columns that would be empty."""
    used = [number for number in range(len(headings)) if any(row[number] for row in rows)]
    show_table(
        [headings[number] for number in used], [[row[number] for number in used] for row in rows]
    )


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


def pieces(found: Sequence[Piece], style: str = "") -> Text:
    """A text on one line, with what was searched for in bold."""
    text = Text(style=style)
    for piece in found:
        text.append(" ".join(clean(piece.text).split("\n")), "bold" if piece.found else "")
    return text
