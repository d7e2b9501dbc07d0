"""Tables as text: what a spreadsheet can hold and give back."""

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from control_api.moving.bundle import bad
from control_api.moving.limits import LONGEST_CELL, MOST_FIELDS, Tally
from control_api.moving.texts import ANY_END, lines_of, text_of

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide ones as well
"""What a spreadsheet would calculate, or what was marked as text because of that."""


def read_table(file: BinaryIO, tally: Tally, name: str = "") -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line it ends on; `name` is that of the file where there are several.

    Raises `InvalidInputError` naming the line, and `TooLargeError` when `tally` has too many.
    """
    lines = lines_of(text_of(file, name), ANY_END)
    first = next(lines, "")
    csv.field_size_limit(LONGEST_CELL)
    every = itertools.chain([first], lines)
    rows = csv.reader(every, delimiter=_separator(first), strict=True)
    place = f"{name}, line" if name else "Line"
    try:
        for row in rows:
            tally.add()
            if len(row) > MOST_FIELDS:
                raise bad(f"{place} {rows.line_num}", f"It has more than {MOST_FIELDS:,} cells.")
            yield rows.line_num, row
    except csv.Error as error:
        raise bad(f"{place} {rows.line_num}", f"It can't be read ({error}).") from error


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The table as spreadsheets like it: with a mark that says UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def from_text(cell: str) -> str:
    """The cell that `as_text` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _separator(first: str) -> str:
    """Spreadsheets of some countries write semicolons."""
    return ";" if first.count(";") > first.count(",") else ","
