"""Tables as text: what a spreadsheet can hold and give back."""

import csv
import io
import re
from collections.abc import Iterable

from control_api.moving.bundle import bad

LONGEST_CELL = 1_000_000
"""Characters."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide ones as well
"""What a spreadsheet would calculate, or what was marked as text because of that."""


def read_table(data: bytes, name: str = "The file") -> list[tuple[int, list[str]]]:
    """The rows, each with the line it ends on. Raises `InvalidInputError` naming the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise bad(f"{name}, line {line}", "It is not UTF-8. Save the table as UTF-8.") from error
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    table = []
    try:
        table += [(rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise bad(f"{name}, line {rows.line_num}", f"It can't be read ({error}).") from error
    return table


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


def _separator(text: str) -> str:
    """Spreadsheets of some countries write semicolons."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","
