"""What is printed in columns and colours; apart from the rest, since Rich takes time to load."""

from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from command_line.terminal.printing import clean, put
from shared.search import Piece

WIDE = 100_000
"""Columns of what is no terminal: whatever reads it wants whole lines."""
_WHOLE = frozenset({"when", "id", "due", "deleted", "made", "at", "since", "until", "backup"})
"""Columns that are of no use in pieces: times, and what is typed again."""


def console() -> Console:
    """Standard output as it is now; it is another one in tests."""
    shown = Console(highlight=False, markup=False, emoji=False)
    return shown if shown.is_terminal else Console(highlight=False, markup=False, width=WIDE)


def show(what: RenderableType) -> None:
    """Print something of several columns; without blanks at the ends of lines when piped."""
    screen = console()
    if screen.is_terminal:
        screen.print(what)
        return
    with screen.capture() as drawn:
        screen.print(what)
    put("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))


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


def pieces(found: Sequence[Piece], style: str = "") -> Text:
    """A text on one line, with what was searched for in bold."""
    text = Text(style=style)
    for piece in found:
        text.append(" ".join(clean(piece.text).split("\n")), "bold" if piece.found else "")
    return text
