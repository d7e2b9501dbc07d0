"""From the text of a filter to what it says.

A filter is conditions joined by "or" and "and", "and" binding more, with parentheses and "not":
what the conditions are is in `phrases` and in the signs before names. These words are the same for
everybody; only days may be said as people say them in their own language.
"""

from datetime import datetime

from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.unread import OverrunError
from control_api.language.filters.days import is_plain
from control_api.language.filters.nodes import (
    All,
    AnyOf,
    HasDate,
    HasTag,
    HasText,
    InProject,
    IsAssigned,
    Node,
    Not,
)
from control_api.language.filters.phrases import ends_in, read_phrase
from control_api.language.filters.tokens import Kind, Source, Token, tokens
from control_api.language.words.language import Language
from shared.problems import InvalidInputError

LONGEST_FILTER = 2_000
"""Characters."""
_MOST_CONDITIONS = 50
_DEEPEST = 20
_MOST_SAID_DAYS = 8
"""Days in words of the language; each takes a few milliseconds to read."""

_NAMED: dict[str, type[HasTag | IsAssigned | InProject]] = {
    "#": HasTag,
    "@": IsAssigned,
    "/": InProject,
}


def read_filter(text: str, now: datetime, language: Language, *, field: str = "filter") -> Node:
    """What a filter says. `now` is aware, in the person's zone: its words must mean days then.

    Blocks while a reader of time words is asked. Raises `InvalidInputError` for `field` that points
    at the place in the text, and `UnavailableError`.
    """
    source = Source(text, field)
    if not text.strip():
        raise source.refusal(0, 0, "Write a filter, such as due today & #work.")
    if len(text) > LONGEST_FILTER:
        raise source.refusal(
            LONGEST_FILTER, len(text), f"A filter has {LONGEST_FILTER} characters at most."
        )
    try:
        with allowance(text):
            return _Reader(source, now, language).whole()
    except OverrunError as error:
        raise source.refusal(0, len(text), str(error)) from error


class _Reader:
    """Reads one filter, token by token."""

    def __init__(self, source: Source, now: datetime, language: Language) -> None:
        self._source = source
        self._now = now
        self._language = language
        self._tokens = tokens(source)
        self._next = 0
        self._depth = 0
        self._conditions = 0
        self._said_days = 0

    def whole(self) -> Node:
        node = self._any_of()
        if self._kind == "end":
            return node
        raise self._refusal("There is no parenthesis that this one closes.")

    @property
    def _kind(self) -> Kind:
        return self._tokens[self._next].kind

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _any_of(self) -> Node:
        parts = [self._all()]
        while self._kind == "or":
            self._take()
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Node:
        parts = [self._part()]
        while self._kind not in {"or", ")", "end"}:
            if self._kind == "and":
                self._take()
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._refusal(f"Nest {_DEEPEST} levels at most.")
        match self._kind:
            case "not":
                self._take()
                node: Node = Not(self._part())
            case "(":
                node = self._parenthesis()
            case _:
                node = self._condition()
        self._depth -= 1
        return node

    def _parenthesis(self) -> Node:
        opening = self._take()
        node = self._any_of()
        if self._kind != ")":
            raise self._source.refusal(
                opening.start, opening.start + 1, "This parenthesis is not closed."
            )
        self._take()
        return node

    def _condition(self) -> Node:
        self._conditions += 1
        if self._conditions > _MOST_CONDITIONS:
            raise self._refusal(f"A filter has {_MOST_CONDITIONS} conditions at most.")
        match self._kind:
            case "quoted":
                return HasText(self._take().text)
            case "name":
                name = self._take().text
                return _NAMED[name[0]](name[1:])
            case "word" | "comparison":
                return self._phrase()
            case _:
                raise self._refusal("A condition is missing here, such as today, #work or p1.")

    def _phrase(self) -> Node:
        phrase = [self._take()]
        while self._kind in {"word", "comparison"}:
            phrase.append(self._take())
        if ends_in(phrase) and self._kind == "quoted":
            return InProject(self._take().text)
        node = read_phrase(phrase, self._source, self._now, self._language)
        if isinstance(node, HasDate) and not is_plain(node.words):
            self._said_days += 1
            if self._said_days > _MOST_SAID_DAYS:
                start = phrase[0].start
                raise self._source.refusal(
                    start,
                    start + len(phrase[0].text),
                    f"Only {_MOST_SAID_DAYS} days can be in such words; write 2026-11-24.",
                )
        return node

    def _refusal(self, sentence: str) -> InvalidInputError:
        token = self._tokens[self._next]
        return self._source.refusal(token.start, token.start + max(1, len(token.text)), sentence)
