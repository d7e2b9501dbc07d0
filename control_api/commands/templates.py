"""Sentence templates, read from YAML and compiled to regular expressions.

``word [optional] (this|that) {slot} <phrase>``: a slot takes any words, a phrase is a template
with a name, used in many places.
"""

import re
from itertools import count
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from control_api.commands.sentence import Words

_TOKEN = re.compile(
    r"\s*(?:(?P<slot>\{\w+\})|(?P<phrase><\w+>)|(?P<mark>[\[\]()|])|(?P<word>[^\s\[\]()|{}<>]+))"
)
_BETWEEN = r"[\s,;:.!?]+"


class Sentence(msgspec.Struct, frozen=True):
    """One way to say something."""

    reads: str
    """Name of what it means; see `interpret`."""
    confidence: float
    only_known: bool
    """Fits only when it names a task or list that exists."""
    pattern: re.Pattern[str]

    def match(self, words: Words) -> dict[str, Words] | None:
        """The slots, or None when these words are something else."""
        found = self.pattern.fullmatch(" " + words.mask)
        if found is None:
            return None
        return {
            name.partition("__")[0]: words.slice(found.start(name) - 1, found.end(name) - 1).strip()
            for name, value in found.groupdict().items()
            if value is not None
        }


class Language(msgspec.Struct, frozen=True):
    """What can be said in one language."""

    sentences: list[Sentence]
    misheard: list[tuple[re.Pattern[str], str]]
    """Beginnings of sentences that a recogniser takes for something else, and what was said."""
    before: re.Pattern[str]
    """What people say before a command that changes nothing about it."""
    after: re.Pattern[str]
    openers: re.Pattern[str]
    """How commands begin, to tell two of them in one sentence."""
    unfinished: re.Pattern[str]
    """Ends of sentences that something must follow."""
    verbs: frozenset[str]
    """Words that tasks begin with."""
    past: dict[str, str]
    """Irregular verb forms and their plain form."""
    unimportant: frozenset[str]
    """Words that say nothing about which task is meant."""
    musings: frozenset[str]
    """Verbs that make a wish or a thought, but no task."""
    foreign: frozenset[str]
    """What other assistants look after: alarms, music, the house."""


def load(language: str) -> Language:
    """Compile ``sentences/<language>.yaml``. Raises KeyError and ValueError for a broken file."""
    folder = files("control_api.commands") / "sentences"
    data: dict[str, Any] = yaml.safe_load((folder / f"{language}.yaml").read_text("utf-8"))
    words: dict[str, Any] = yaml.safe_load((folder / f"{language}_words.yaml").read_text("utf-8"))
    phrases: dict[str, str] = data["phrases"]

    def compiled(template: str) -> re.Pattern[str]:
        # A slot may stand in several branches, but a regular expression wants different names.
        places = count()
        regex = re.sub(
            r"\(\?P<(\w+)>",
            lambda found: f"(?P<{found[1]}__{next(places)}>",
            to_regex(template, phrases),
        )
        return re.compile(regex, re.IGNORECASE)

    def any_of(lines: str, *, then: str) -> re.Pattern[str]:
        joined = "|".join(to_regex(line, phrases) for line in lines.splitlines())
        return re.compile(f"(?:{joined}){then}", re.IGNORECASE)

    return Language(
        sentences=[
            Sentence(
                group["reads"],
                group["confidence"],
                group.get("only_known", False),
                compiled(said),
            )
            for group in data["sentences"]
            for said in group["said"].splitlines()
        ],
        misheard=[(any_of(heard, then=""), meant) for heard, meant in data["misheard"].items()],
        before=any_of(data["before"], then="+"),
        after=any_of(data["after"], then="+$"),
        openers=any_of(data["openers"], then=""),
        unfinished=any_of(words["unfinished"], then="$"),
        verbs=frozenset(words["verbs"].split()),
        past=dict(pair.split(":") for pair in words["past"].split()),
        unimportant=frozenset(words["unimportant"].split()),
        musings=frozenset(words["musings"].split()),
        foreign=frozenset(words["foreign"].split()),
    )


def to_regex(template: str, phrases: dict[str, str]) -> str:
    """The regular expression of a template; every word takes the space before it along.

    Raises ValueError for a template with unbalanced brackets.
    """
    made: list[str] = []
    open_marks: list[str] = []
    position = 0
    while position < len(template.rstrip()):
        token = _TOKEN.match(template, position)
        if token is None:
            raise ValueError(f"Can't read the template {template!r} from {position} on.")
        position = token.end()
        if token["slot"]:
            made.append(rf"{_BETWEEN}(?P<{token['slot'][1:-1]}>\S(?:.*\S)?)")
        elif token["phrase"]:
            made.append(f"(?:{to_regex(phrases[token['phrase'][1:-1]], phrases)})")
        elif token["word"]:
            made.append(_BETWEEN + re.escape(token["word"]) + r"(?![\w'])")
        else:
            made.append(_bracket(token["mark"], open_marks, template))
    if open_marks:
        raise ValueError(f"A bracket is not closed in the template {template!r}.")
    return "".join(made)


def _bracket(mark: str, open_marks: list[str], template: str) -> str:
    if mark == "|":
        return "|"
    if mark in "[(":
        open_marks.append(mark)
        return "(?:"
    if not open_marks or open_marks.pop() + mark not in {"[]", "()"}:
        raise ValueError(f"The brackets don't match in the template {template!r}.")
    return ")?" if mark == "]" else ")"
