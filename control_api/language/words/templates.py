"""Sentence templates, read from YAML and compiled to regular expressions.

``word [optional] (this|that) {slot} <phrase>``: a slot takes any words, a phrase is a template
with a name, used in many places. ``{slot~end}``: words that end so.
"""

import functools
import re
from collections.abc import Iterator
from itertools import count

import msgspec

from control_api.language.words.late_patterns import compile_late
from control_api.language.words.needed_words import Needed
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.spelling import loosely

TOKEN = re.compile(
    r"\s*(?:(?P<slot>\{\w+(?:~['\w]+)?\})|(?P<phrase><\w+>)|(?P<mark>[\[\]()|])|(?P<word>[^\s\[\]()|{}<>]+))"
)
"""One piece of a template, with the space before it."""
_SLOT = re.compile(r"\(\?P<([a-z]\w*?)__\d+>")
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
    no_list_name: re.Pattern[str]
    """What a list is not called."""
    no_task_name: re.Pattern[str]
    """What stands for no task: "Sarah a", where Sarah did something herself."""
    expressions: tuple[str, ...]
    """The earlier slot takes all it can; then, where there are several, as little as it can."""
    needed: Needed = ()
    """See `needed_words`."""

    @property
    def slots(self) -> frozenset[str]:
        """What stands in it, by name."""
        return frozenset(_SLOT.findall(self.expressions[0]))

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The expressions, compiled when they are first wanted: all of them take seconds."""
        return tuple(map(_compiled, self.expressions))

    def compile(self) -> None:
        """Compile the expressions before they are wanted."""
        for expression in self.expressions:
            _compiled(expression)

    def matches(self, words: Words) -> Iterator[Slots]:
        """The slots, in each way to cut the words; none when they are something else."""
        for pattern in map(_compiled, self.expressions):
            found = pattern.fullmatch(" " + words.mask)
            if found is None:
                return
            slots = _slots(found, words)
            if not _is_named(slots.get("project"), self.no_list_name) and not _is_named(
                slots.get("task"), self.no_task_name
            ):
                yield slots


def _is_named(words: Words | None, names: re.Pattern[str]) -> bool:
    return words is not None and names.search(words.mask) is not None


@functools.cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _slots(found: re.Match[str], words: Words) -> Slots:
    return {
        name.partition("__")[0]: words.slice(found.start(name) - 1, found.end(name) - 1).strip()
        for name, value in found.groupdict().items()
        if value is not None
    }


def expressions_of(template: str, phrases: dict[str, str]) -> tuple[str, ...]:
    """What a sentence is matched against, see `Sentence.expressions`. Raises as `to_regex`."""
    # A slot may stand in several branches, but a regular expression wants different names.
    places = count()
    regex = re.sub(
        r"\(\?P<(\w+)>",
        lambda found: f"(?P<{found[1]}__{next(places)}>",
        to_regex(template, phrases),
    )
    lazy = regex.replace(f"{_TAKES_MUCH})", f"{_TAKES_LITTLE})")
    return (regex,) if regex.count("(?P<") == 1 else tuple(dict.fromkeys([regex, lazy]))


def pattern_of_any(
    lines: str, phrases: dict[str, str], *, then: str = "", in_a_row: bool = False
) -> re.Pattern[str]:
    """The templates of some lines, one of which is found with `then` after it; or all in a row."""
    joined = "|".join(to_regex(line, phrases) for line in lines.splitlines())
    any_of = f"(?>(?:{joined})+)" if in_a_row else f"(?:{joined})"
    return compile_late(f"{_AFTER_A_WORD}{any_of}{then}", re.IGNORECASE)


def to_regex(template: str, phrases: dict[str, str]) -> str:
    """The regular expression of a template; every word takes the space before it along.

    Raises ValueError for a template that can't be read.
    """
    tokens = list(TOKEN.finditer(template.strip()))
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


def _begins_optionally(token: re.Match[str], phrases: dict[str, str]) -> bool:
    if token["phrase"]:
        return phrases[token["phrase"][1:-1]].startswith("[")
    return token["mark"] == "["


def _element(token: re.Match[str], tokens: list[re.Match[str]], phrases: dict[str, str]) -> str:
    if token["slot"]:
        # What may follow a slot is not part of it: before an optional part it takes little.
        lazy = bool(tokens) and _begins_optionally(tokens[-1], phrases)
        taken = _TAKES_LITTLE if lazy else _TAKES_MUCH
        name, _, end = token["slot"][1:-1].partition("~")
        ends = rf"(?<={re.escape(end)})(?!\w)" if end else ""
        return f"{_BETWEEN}(?P<{name}>{taken}{ends})"
    if token["phrase"]:
        return f"(?:{to_regex(phrases[token['phrase'][1:-1]], phrases)})"
    if token["word"]:
        return _BETWEEN + loosely(re.escape(token["word"])) + r"(?![\w'])"
    inner = _alternatives(tokens, phrases)
    if not tokens or token["mark"] + tokens.pop()["mark"] not in {"[]", "()"}:
        raise ValueError(f"The brackets don't match around {token.string!r}.")
    return f"(?:{inner}){'?' if token['mark'] == '[' else ''}"
