"""Sentences sampled from templates: the grammar's own, and those of what stands in its slots."""

import random
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from control_api.language.learned.meaning import NOTHING, TAGS
from control_api.language.words.templates import TOKEN
from training.examples import Example, Span

_TAKEN = 0.4
"""How often an optional part is said."""
_POLITE = 0.35
_MOST_ATTEMPTS = 20
_LONGEST = 28
"""Words."""

SLOTS: dict[str, tuple[str, ...]] = {
    "what": ("chores", "chores", "events", "goods"),
    "task": ("chores", "events", "events", "goods"),
    "nothing": ("events",),
    "project": ("lists", "lists", "projects"),
    "origin": ("lists",),
    "out_of": ("lists", "projects"),
    "target": ("lists", "projects"),
    "title": ("chores", "events", "projects"),
    "when": ("times",),
    "length": ("lengths",),
    "delay": ("lengths",),
    "label": ("labels",),
    "bell": ("bells",),
    "place": ("places",),
    "zone_name": ("places",),
    "person": ("people",),
    "people": ("people",),
    "text": ("notes",),
    "tags": ("tags",),
    "tag": ("tags",),
    "unit": ("units",),
}
"""What may stand in a slot, by what it is called in the grammar."""
_ASKED_OF = frozenset({"list", "list_project", "ask_for_person", "ask_have_then", "alarm_list"})
"""Intents whose times are asked about: "what is on this week", not "every Monday"."""
_WITHIN = {"person": "people", "place": "places", "event": "events", "chore": "chores"}
"""What stands in values, where it is called otherwise there."""


class Sampler:
    """Says sentences of templates at random; the same for the same seed."""

    def __init__(self, phrases: Mapping[str, str], seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing secret
        self._phrases = dict(phrases)
        self._values: dict[str, list[str]] = {
            name: lines.splitlines() for name, lines in _read("values.yaml").items()
        }
        manners: dict[str, Any] = _read("manners.yaml")
        self._before, self._after = manners["before"], manners["after"]
        self._idle: list[str] = manners["idle"].splitlines()

    def sentence(self, intent: str, template: str) -> Example | None:
        """One way to say it; None where the template holds what nothing can be said for."""
        for _ in range(_MOST_ATTEMPTS):
            said = self._say(template, intent)
            if said is None:
                return None
            if 0 < len(said.text.split()) <= _LONGEST:
                return self._politely(msgspec.structs.replace(said, intents=[intent]))
        return None

    def idle(self) -> Example:
        """Words that ask for nothing."""
        while True:
            said = self._say(self._random.choice(self._idle), NOTHING)
            if said is not None:
                return msgspec.structs.replace(said, intents=[NOTHING], spans=[])

    def _politely(self, said: Example) -> Example:
        if self._random.random() > _POLITE:
            return said
        before = after = ""
        if self._random.random() < 0.8:  # noqa: PLR2004
            before = self._random.choice(self._before) + " "
        if not before or self._random.random() < 0.25:  # noqa: PLR2004
            after = " " + self._random.choice(self._after)
        moved = [
            (start + len(before), end + len(before), tag) for start, end, tag in said.spans or []
        ]
        return msgspec.structs.replace(said, text=f"{before}{said.text}{after}", spans=moved)

    def _say(self, template: str, intent: str) -> Example | None:
        tokens = list(TOKEN.finditer(template.strip()))
        tokens.reverse()
        pieces: list[tuple[str, str | None]] = []
        if not self._alternatives(tokens, intent, pieces):
            return None
        text, spans = "", list[Span]()
        for words, tag in pieces:
            if not words:
                continue
            glued = not text or words.startswith((",", "'"))
            text += words if glued else f" {words}"
            if tag is not None:
                spans.append((len(text) - len(words), len(text), tag))
        return Example(text, [intent], spans)

    def _alternatives(
        self, tokens: list[Any], intent: str, pieces: list[tuple[str, str | None]]
    ) -> bool:
        """Read up to the bracket that closes; say one of the branches."""
        branches: list[list[tuple[str, str | None]]] = [[]]
        fits = [True]
        while tokens and tokens[-1]["mark"] not in {"]", ")"}:
            token = tokens.pop()
            if token["mark"] == "|":
                branches.append([])
                fits.append(True)
                continue
            if not self._element(token, tokens, intent, branches[-1]):
                fits[-1] = False
        possible = [branch for branch, fit in zip(branches, fits, strict=True) if fit]
        if not possible:
            return False
        pieces += self._random.choice(possible)
        return True

    def _element(
        self,
        token: Any,
        tokens: list[Any],
        intent: str,
        pieces: list[tuple[str, str | None]],
    ) -> bool:
        if token["slot"]:
            return self._slot(token["slot"][1:-1], intent, pieces)
        if token["phrase"]:
            inner = list(TOKEN.finditer(self._phrases[token["phrase"][1:-1]].strip()))
            inner.reverse()
            return self._alternatives(inner, intent, pieces)
        if token["word"]:
            pieces.append((token["word"], None))
            return True
        inside: list[tuple[str, str | None]] = []
        fits = self._alternatives(tokens, intent, inside)
        tokens.pop()
        if token["mark"] == "[":
            if fits and self._random.random() < _TAKEN:
                pieces += inside
            return True
        pieces += inside
        return fits

    def _slot(self, name: str, intent: str, pieces: list[tuple[str, str | None]]) -> bool:
        if intent in {"", NOTHING}:
            pieces.append((self._value(_WITHIN.get(name, name)), None))
            return True
        kinds = SLOTS.get(name)
        if kinds is None:
            return False
        kind = self._random.choice(kinds)
        if kind == "times" and intent in _ASKED_OF:
            kind = "asked_times"
        pieces.append((self._value(kind), TAGS.get(name)))
        if name == "what" and self._random.random() < 0.4:  # noqa: PLR2004
            pieces.append((self._value("times"), "when"))
        return True

    def _value(self, kind: str) -> str:
        said = self._say(self._random.choice(self._values[kind]), "")
        return said.text if said else kind


def _read(name: str) -> Any:
    return yaml.safe_load(files("training.sentences").joinpath(name).read_text("utf-8"))
