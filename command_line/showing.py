"""What is printed: tables for people, JSON for programs."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NoReturn

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from shared.outcomes import Outcome
from shared.search import Piece
from shared.tasks import Task

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

_MARKS = {"todo": "·", "in_progress": "▶", "completed": "✓", "cancelled": "✗"}
_PRIORITY = {"urgent": "bold red", "high": "red", "medium": "yellow", "low": "dim"}
_TITLE_LEAST = 20


def console() -> Console:
    """Standard output as it is now; it is another one in tests."""
    return Console(highlight=False)


def say(text: str) -> None:
    """Print a sentence for a person."""
    console().print(escape(text), soft_wrap=True)


def print_json(answer: Any) -> None:
    """Print an answer of the API as it came."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode() + "\n")


def finish(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a command; exit with 1 when it was not done."""
    if as_json:
        print_json(outcome)
    elif outcome.outcome in {"done", "planned"}:
        say(outcome.reply)
    if outcome.outcome not in {"done", "planned"}:
        fail("" if as_json else outcome.reply or "That is no command that I understand.")


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what went wrong, and exit."""
    if sentence:
        Console(stderr=True, highlight=False).print(escape(sentence), soft_wrap=True)
    raise typer.Exit(code)


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of plain texts; nothing in them is taken for a style."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


def show_tasks(tasks: Sequence[Task], *, numbered: bool = True) -> None:
    """Print tasks with the numbers that they can be referred to by."""
    if not tasks:
        say("There are no tasks.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", justify="right", style="dim")
    table.add_column("")
    table.add_column("task", min_width=_TITLE_LEAST, overflow="fold")
    for heading in ("due", "project", "tags"):
        table.add_column(heading)
    for number, task in enumerate(tasks, 1):
        title = escape(task.title)
        if task.priority is not None:
            title = f"[{_PRIORITY[task.priority]}]{title}[/]"
        table.add_row(
            str(number) if numbered else "",
            "⏳" if task.blocked else _MARKS[task.status],
            title,
            escape(when(task.due, task.time_zone)),
            escape(task.project or ""),
            escape(" ".join(f"#{tag}" for tag in task.tags)),
        )
    console().print(table)


def when(time: str | None, time_zone: str | None) -> str:
    """A due date as one writes it."""
    if time is None:
        return ""
    text = time.replace("T", " ").removesuffix(":00") if "T" in time else time
    return f"{text} {time_zone}" if time_zone else text


def pieces(found: Sequence[Piece]) -> str:
    """A text with what was searched for in bold, as Rich reads it."""
    return "".join(f"[bold]{escape(p.text)}[/]" if p.found else escape(p.text) for p in found)
