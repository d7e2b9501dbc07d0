"""Sentence templates, read from YAML and compiled to regular expressions.

``word [optional] (this|that) {slot} <phrase>``: a slot takes any words, a phrase is a template
with a name, used in many places.
"""

import functools
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import count
from typing import Any

import msgspec
import yaml

from control_api.language.words.sentence import Slots, Words

_TOKEN = re.compile(
    r"\s*(?:(?P<slot>\{\w+\})|(?P<phrase><\w+>)|(?P<mark>[\[\]()|])|(?P<word>[^\s\[\]()|{}<>]+))"
)
# A list's name is short, and holds none of the words that tie a sentence together.
NO_LIST_NAME = re.compile(
    r"^(?:the|my|a|an|our|this|that|new|another|its|to|of|last|first|available|specific|same)$"
    r"|\b(?:what|my|on|from|to my|to the|i|me|in|is|are|remove|lists?)\b|(?:\S+\s+){4}",
    re.IGNORECASE,
)
# What is between words is taken whole, and no slot begins or ends with it: else a row of dots could
# be shared out between them in more ways than there is time for.
_BETWEEN = r"[\s,;:.!?]++"
_EDGE = r"[^\s,;:.!?]"
_AFTER_A_WORD = r"(?<![\s,;:.!?])"
_TAKES_MUCH = rf"{_EDGE}(?:.*{_EDGE})?"
_TAKES_LITTLE = rf"{_EDGE}(?:.*?{_EDGE})??"


class Sentence(msgspec.Struct, frozen=True):
    """One way to say something."""

    reads: str
    """Name of what it means; see `interpret`."""
    confidence: float
    only_known: bool
    """Fits only when it names a task or list that exists."""
    expressions: tuple[str, ...]
    """The earlier slot takes all it can; then, where there are several, as little as it can."""

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The expressions, compiled when they are first wanted: all of them take half a second."""
        return tuple(map(_compiled, self.expressions))

    def matches(self, words: Words) -> Iterator[Slots]:
        """The slots, in each way to cut the words; none when they are something else."""
        for pattern in map(_compiled, self.expressions):
            found = pattern.fullmatch(" " + words.mask)
            if found is None:
                return
            slots = _slots(found, words)
            if _is_list_name(slots.get("project")):
                yield slots


@functools.cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _slots(found: re.Match[str], words: Words) -> Slots:
    return {
        name.partition("__")[0]: words.slice(found.start(name) - 1, found.end(name) - 1).strip()
        for name, value in found.groupdict().items()
        if value is not None
    }


def _is_list_name(words: Words | None) -> bool:
    return words is None or not NO_LIST_NAME.search(words.mask)


class Language(msgspec.Struct, frozen=True):
    """What can be said in one language."""

    sentences: list[Sentence]
    misheard: list[tuple[re.Pattern[str], str]]
    """What a recogniser makes of commands, and what was said."""
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
    same_errand: list[frozenset[str]]
    """Verbs that tell of one errand."""
    settling: frozenset[str]
    """Verbs that settle a task which only names a thing."""
    unimportant: frozenset[str]
    """Words that say nothing about which task is meant."""
    musings: frozenset[str]
    """Verbs that make a wish or a thought, but no task."""
    lists: frozenset[str]
    """What lists are commonly called."""
    foreign: frozenset[str]
    """What other assistants look after: alarms, music, the house."""


def load(language: str) -> Language:
    """Read ``languages/<language>/``. Raises KeyError and ValueError for a broken file."""
    folder = files("control_api.language") / "languages" / language
    data: dict[str, Any] = yaml.safe_load((folder / "sentences.yaml").read_text("utf-8"))
    words: dict[str, Any] = yaml.safe_load((folder / "words.yaml").read_text("utf-8"))
    phrases: dict[str, str] = data["phrases"]

    def expressions(template: str) -> tuple[str, ...]:
        # A slot may stand in several branches, but a regular expression wants different names.
        places = count()
        regex = re.sub(
            r"\(\?P<(\w+)>",
            lambda found: f"(?P<{found[1]}__{next(places)}>",
            to_regex(template, phrases),
        )
        lazy = regex.replace(f"{_TAKES_MUCH})", f"{_TAKES_LITTLE})")
        return (regex,) if template.count("{") == 1 else tuple(dict.fromkeys([regex, lazy]))

    def any_of(lines: str, *, then: str) -> re.Pattern[str]:
        joined = "|".join(to_regex(line, phrases) for line in lines.splitlines())
        return re.compile(f"{_AFTER_A_WORD}(?:{joined}){then}", re.IGNORECASE)

    return Language(
        sentences=[
            Sentence(
                group["reads"],
                group["confidence"],
                group.get("only_known", False),
                expressions(said),
            )
            for group in data["sentences"]
            for said in group["said"].splitlines()
        ],
        misheard=[
            (any_of(heard, then=end), meant)
            for part, end in (("misheard", "$"), ("misheard_beginnings", ""))
            for heard, meant in data[part].items()
        ],
        before=any_of(data["before"], then="++"),
        after=any_of(data["after"], then="++$"),
        openers=any_of(data["openers"], then=""),
        unfinished=any_of(words["unfinished"], then="$"),
        verbs=frozenset(words["verbs"].split()),
        past=dict(pair.split(":") for pair in words["past"].split()),
        same_errand=[frozenset(line.split()) for line in words["same_errand"].splitlines()],
        settling=frozenset(words["settling"].split()),
        unimportant=frozenset(words["unimportant"].split()),
        musings=frozenset(words["musings"].split()),
        lists=frozenset(words["lists"].split()),
        foreign=frozenset(words["foreign"].split()),
    )


def to_regex(template: str, phrases: dict[str, str]) -> str:
    """The regular expression of a template; every word takes the space before it along.

    Raises ValueError for a template that can't be read.
    """
    tokens = list(_TOKEN.finditer(template.strip()))
    if "".join(token[0] for token in tokens) != template.strip():
        raise ValueError(f"There is something unreadable in the template {template!r}.")
    tokens.reverse()
    made = _alternatives(tokens, phrases)
    if tokens:
        raise ValueError(f"A bracket is closed too often in the template {template!r}.")
    return made


def _alternatives(tokens: list[re.Match[str]], phrases: dict[str, str]) -> str:
    """Regular expression of `tokens`, the last one first, up to the bracket that closes them."""
    branches = [""]
    while tokens and tokens[-1]["mark"] not in {"]", ")"}:
        token = tokens.pop()
        if token["mark"] == "|":
            branches.append("")
            continue
        branches[-1] += _element(token, tokens, phrases)
    # A slot after a short branch would swallow the rest of a longer one, so the longest goes first.
    return "|".join(sorted(branches, key=len, reverse=True))


def _element(token: re.Match[str], tokens: list[re.Match[str]], phrases: dict[str, str]) -> str:
    if token["slot"]:
        # What may follow a slot is not part of it: before an optional part it takes little.
        lazy = bool(tokens) and tokens[-1]["mark"] == "["
        taken = _TAKES_LITTLE if lazy else _TAKES_MUCH
        return f"{_BETWEEN}(?P<{token['slot'][1:-1]}>{taken})"
    if token["phrase"]:
        return f"(?:{to_regex(phrases[token['phrase'][1:-1]], phrases)})"
    if token["word"]:
        return _BETWEEN + re.escape(token["word"]) + r"(?![\w'])"
    inner = _alternatives(tokens, phrases)
    if not tokens or token["mark"] + tokens.pop()["mark"] not in {"[]", "()"}:
        raise ValueError(f"The brackets don't match around {token.string!r}.")
    return f"(?:{inner}){'?' if token['mark'] == '[' else ''}"
