"""Plain words of a filter, between its signs: what they say of a task."""

from datetime import datetime
from typing import get_args

from control_api.language.filters.days import NotADayError, read_days
from control_api.language.filters.nodes import (
    Comparison,
    DateField,
    Emptiness,
    Flag,
    HasDate,
    HasFlag,
    HasPriority,
    InProject,
    Lacks,
    Node,
    Relation,
)
from control_api.language.filters.tokens import Source, Token
from control_api.language.words.language import Language
from shared.tasks import Priority

_FLAGS: dict[str, Flag] = {flag: flag for flag in get_args(Flag)} | {
    "to do": "todo",
    "in progress": "started",
    "completed": "done",
    "late": "overdue",
    "waiting": "blocked",
    "repeating": "repeats",
    "recurring": "repeats",
}
_PRIORITIES: dict[str, Priority | None] = {"none": None} | {
    name: name for name in get_args(Priority)
}
_NUMBERED: dict[str, Priority] = {"p1": "urgent", "p2": "high", "p3": "medium", "p4": "low"}
_LACKING: dict[str, Emptiness] = {name: name for name in get_args(Emptiness)} | {
    "due": "date",
    "due date": "date",
    "tags": "tag",
    "label": "tag",
    "labels": "tag",
    "person": "assignee",
    "people": "assignee",
    "assignees": "assignee",
}
_DATES: dict[str, DateField] = {field: field for field in get_args(DateField)} | {
    "starts": "start",
    "updated": "changed",
    "done": "completed",
}
_RELATIONS: dict[str, Relation] = {
    "before": "before",
    "<": "before",
    "by": "by",
    "until": "by",
    "<=": "by",
    "on": "on",
    "in": "on",
    "=": "on",
    "from": "from",
    "since": "from",
    ">=": "from",
    "after": "after",
    ">": "after",
}
_COMPARISONS: dict[str, Comparison] = {sign: sign for sign in get_args(Comparison)}


def read_phrase(phrase: list[Token], source: Source, now: datetime, language: Language) -> Node:
    """What the words of a phrase say together. Raises `InvalidInputError` that points at them."""
    words = [token.text.lower() for token in phrase]
    text = " ".join(words)
    if text in _FLAGS:
        return HasFlag(_FLAGS[text])
    if text in _NUMBERED:
        return HasPriority("=", _NUMBERED[text])
    match words[0]:
        case "no" | "without":
            return _lacks(phrase, words, source)
        case "in":
            return _in_project(phrase, source, language)
        case "priority":
            return _priority(phrase, words, source)
        case _:
            return _date(phrase, words, source, now, language)


def ends_in(phrase: list[Token]) -> bool:
    """Whether the name of a project has yet to follow."""
    return len(phrase) == 1 and phrase[0].text.lower() == "in"


def _lacks(phrase: list[Token], words: list[str], source: Source) -> Lacks:
    field = _LACKING.get(" ".join(words[1:]))
    if field is None:
        fields = ", ".join(get_args(Emptiness))
        raise source.refusal(*_place(phrase), f"A task can be without one of these: {fields}.")
    return Lacks(field)


def _in_project(phrase: list[Token], source: Source, language: Language) -> InProject:
    if ends_in(phrase):
        raise source.refusal(
            *_place(phrase), "Write the name of a project after it, such as in Home."
        )
    name = " ".join(token.text for token in phrase[1:])
    plain = language.names.leading.sub("", name)
    others = (plain, language.names.list_kind.sub("", plain))
    return InProject(name, tuple(each for each in dict.fromkeys(others) if each != name))


def _priority(phrase: list[Token], words: list[str], source: Source) -> HasPriority:
    rest = words[1:]
    comparison = _COMPARISONS.get(rest[0]) if rest else None
    name = " ".join(rest if comparison is None else rest[1:])
    if name not in _PRIORITIES:
        raise source.refusal(
            *_place(phrase),
            "Write low, medium, high, urgent or none after it, such as priority >= high.",
        )
    return HasPriority(comparison or "=", _PRIORITIES[name])


def _date(
    phrase: list[Token], words: list[str], source: Source, now: datetime, language: Language
) -> HasDate:
    field = _DATES.get(words[0])
    rest = words if field is None else words[1:]
    relation = _relation(rest)
    days = " ".join(rest if relation is None else rest[1:])
    if not days:
        raise source.refusal(*_place(phrase), f"Write a day after it, such as {words[0]} today.")
    try:
        read_days(days, now, language)
    except NotADayError as error:
        sentence = str(error)
        if field is None and relation is None:
            sentence = "A filter does not know this. To search for words, write them in quotes."
        raise source.refusal(*_place(phrase), sentence) from error
    return HasDate(field or "due", relation or "on", days)


def _relation(words: list[str]) -> Relation | None:
    """The first word, if it says how days are compared; "in 3 days" is a day as a whole."""
    if not words or (words[0] == "in" and words[1:2] and words[1].isdigit()):
        return None
    return _RELATIONS.get(words[0])


def _place(phrase: list[Token]) -> tuple[int, int]:
    return phrase[0].start, phrase[-1].start + len(phrase[-1].text)
