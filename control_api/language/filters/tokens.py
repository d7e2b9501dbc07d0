"""The words and signs of a filter, with their places."""

import re
from typing import Literal

import msgspec

from control_api.input.fields import invalid
from shared.problems import InvalidInputError

Kind = Literal["word", "quoted", "name", "comparison", "and", "or", "not", "(", ")", "end"]

_TOKEN = re.compile(
    r"""
    (?P<quoted>"(?:[^"\\]|\\.)*")
    | (?P<name>[#@/](?:"(?:[^"\\]|\\.)*"|[^\s&|()!"<>=\#@]+))
    | (?P<comparison>[<>!]=|[<>=])
    | (?P<sign>&&?|\|\|?|[!()])
    | (?P<word>[^\s&|()!"<>=\#@]+)
    """,
    re.VERBOSE,
)
_SIGNS: dict[str, Kind] = {
    "&": "and",
    "&&": "and",
    "and": "and",
    "|": "or",
    "||": "or",
    "or": "or",
    "!": "not",
    "not": "not",
    "(": "(",
    ")": ")",
}
# One character each, so that places stay what they are.
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "„": '"', "\u2018": "'", "\u2019": "'"})
_SHOWN = 40


class Token(msgspec.Struct, frozen=True):
    """A word or sign."""

    kind: Kind
    text: str
    """Without quotes."""
    start: int
    """Its place in the filter."""


class Source(msgspec.Struct, frozen=True):
    """A filter as it was written, to point at places in it."""

    text: str
    field: str
    """What the request calls it."""

    def refusal(self, start: int, end: int, sentence: str) -> InvalidInputError:
        """Make the error that points at a part of the filter."""
        part = self.text[start:end].strip()
        shown = part if len(part) <= _SHOWN else f"{part[:_SHOWN]}…"
        place = f"At character {start + 1}, “{shown}”: " if part else "At the end: "
        return invalid(self.field, place + sentence)


def tokens(source: Source) -> list[Token]:
    """Cut a filter into words and signs; the last one is its end. Raises `InvalidInputError`."""
    text = source.text.translate(_TYPOGRAPHY)
    found: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        match = _TOKEN.match(text, place)
        if match is None:
            raise _sign_refusal(source, place)
        found.append(_token(match, source))
        place = match.end()
    return [*found, Token("end", "", len(text))]


def _token(match: re.Match[str], source: Source) -> Token:
    text, start = match[0], match.start()
    match match.lastgroup:
        case "quoted":
            return Token("quoted", _unquoted(text, source, start), start)
        case "name":
            name = text[1:]
            if name.startswith('"'):
                name = _unquoted(name, source, start)
            return Token("name", text[0] + name, start)
        case "comparison":
            return Token("comparison", text, start)
        case _:
            return Token(_SIGNS.get(text.lower(), "word"), text, start)


def _unquoted(text: str, source: Source, start: int) -> str:
    inner = re.sub(r"\\(.)", r"\1", text[1:-1]).strip()
    if not inner:
        raise source.refusal(start, start + len(text), "Write something between the quotes.")
    return inner


def _sign_refusal(source: Source, place: int) -> InvalidInputError:
    if source.text[place] in {"#", "@"}:
        sentence = "Write a name right after this sign, such as #work or @Sarah."
    else:
        sentence = "These quotes are not closed."
    return source.refusal(place, len(source.text), sentence)
