"""Records of foreign JSON, read field by field: what is of the wrong kind is named."""

from typing import Any

import msgspec

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import MOST_FIELDS

LONGEST_NUMBER = 1 << 53


class Record:
    """One object of a file."""

    def __init__(self, fields: Any, where: str) -> None:
        """`where` names the record in errors. Raises `InvalidInputError` for what is no object."""
        if not isinstance(fields, dict):
            raise bad(where, "It is no record: there must be { and } around it.")
        if len(fields) > MOST_FIELDS:
            raise bad(where, f"It has more than {MOST_FIELDS:,} fields.")
        self.fields: dict[str, Any] = fields
        self.where = where

    def text(self, name: str) -> str:
        """A text; a number is taken as its digits, and what is missing is empty."""
        value = self.fields.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise self.wrong(name, "a text")

    def number(self, name: str) -> float | None:
        """A number, also one that is written as a text."""
        value = self.fields.get(name)
        if value is None or value == "":
            return None
        try:
            found = None if isinstance(value, bool) else float(value)
        except (TypeError, ValueError, OverflowError):
            found = None
        if found is None or not -LONGEST_NUMBER < found < LONGEST_NUMBER:
            raise self.wrong(name, "a number")
        return found

    def whole(self, name: str) -> int | None:
        """A whole number."""
        found = self.number(name)
        return None if found is None else int(found)

    def flag(self, name: str) -> bool:
        """Whether it is so; what is missing is not."""
        value = self.fields.get(name)
        if value in (None, 0, 1) or isinstance(value, bool):
            return bool(value)
        raise self.wrong(name, "true or false")

    def items(self, name: str) -> list[Any]:
        """A list; what is missing is empty."""
        value = self.fields.get(name)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        raise self.wrong(name, "a list")

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        found = self.items(name)
        if all(isinstance(each, str) for each in found):
            return found
        raise self.wrong(name, "a list of texts")

    def records(self, name: str, kind: str = "") -> list["Record"]:
        """A list of records."""
        return [
            Record(each, f"{self.where}, {kind or name} {number}".removeprefix(", "))
            for number, each in enumerate(self.items(name), 1)
        ]

    def record(self, name: str) -> "Record | None":
        """A record within this one."""
        value = self.fields.get(name)
        return None if value is None else Record(value, f"{self.where}, {name}".removeprefix(", "))

    def wrong(self, name: str, wanted: str) -> Exception:
        """Make the error for a field that is of another kind."""
        return bad(self.where or "The file", f"{name} must be {wanted}.")


def read_record(text: str | bytes, where: str) -> Record:
    """The object that one record is written as. Raises `InvalidInputError`."""
    return Record(decode(text, where), where)


def decode(text: str | bytes, where: str) -> Any:
    """Whatever a piece of JSON says. Raises `InvalidInputError` that names the place."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise bad(where, f"It is no good JSON ({error}).") from error
