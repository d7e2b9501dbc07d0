"""Which words of a text say what of the tasks that it makes: found by leaving them out.

What a plan lacks without some words, while its titles stay as they are, is what these words say:
in any language, and however they are read.
"""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.answering.literal import (
    AROUND,
    Read,
    Stretch,
    made_by,
    read_without,
    words_in,
)
from control_api.language.understanding.fields.signs import begins_with_sign
from control_api.language.words.language import Language
from shared.actions import CreateTask
from shared.outcomes import Field, Part

_FIELDS: tuple[Field, ...] = get_args(Field)
_FOLLOWS: dict[Field, frozenset[Field]] = {
    "repeat": frozenset({"due", "reminders"}),
    "due": frozenset({"reminders"}),
}
"""What comes of the words of another field, and has none of its own."""
_WORD = re.compile(r"\S+")
_LONGEST_PART = 6
_MOST_READINGS = 24
"""A text that takes more has parts without their words, rather than being slow."""


def with_parts(
    plan: CommandPlan, text: str, literal: Sequence[Stretch], language: Language, read: Read
) -> CommandPlan:
    """The plan with its parts, when all that it does is to make tasks. Raises as `read` does."""
    made = made_by(plan)
    if made is None or plan.is_answer:
        return plan
    search = _Search(text, literal, language, read)
    found = sorted(part for run in search.runs() for part in search.parts_in(run))
    parts = [Part(field, text[start:end].strip(AROUND)) for (start, end), field in found]
    told = {part.field for part in parts}
    told |= {field for each in told for field in _FOLLOWS.get(each, ())}
    parts += [Part(field, "") for field in _said(made) if field not in told]
    return msgspec.structs.replace(plan, parts=parts)


class _Search:
    def __init__(
        self, text: str, literal: Sequence[Stretch], language: Language, read: Read
    ) -> None:
        self._text = text
        self._literal = literal
        self._language = language
        self._read = read
        self._known: dict[tuple[Stretch, ...], list[CreateTask] | None] = {}
        self._made = self._made_without() or []
        self._titles = [task.title for task in self._made]

    def runs(self) -> Iterator[list[Stretch]]:
        """Words next to each other that are in no title; with each sign a new run begins."""
        words = [found.span() for found in _WORD.finditer(self._text)]
        in_titles = words_in(self._titles, [self._text[slice(*word)] for word in words])
        run: list[Stretch] = []
        for at, word in enumerate(words):
            is_free = at not in in_titles and not self._is_literal(word)
            if run and (not is_free or begins_with_sign(self._text[slice(*word)])):
                yield run
                run = []
            if is_free:
                run.append(word)
        if run:
            yield run

    def parts_in(self, run: list[Stretch]) -> Iterator[tuple[Stretch, Field]]:
        """The parts among these words, each with where it stands."""
        said = self._said_by(_from_to(run))
        if said is not None and not said:
            return
        rest = self._without_opener(run)
        if said is not None and len(said) == 1 and rest == run:
            yield _from_to(run), said[0]
            return
        while rest:
            count, field = self._longest(rest)
            if field is not None:
                yield _from_to(rest[:count]), field
            rest = rest[count:]

    def _without_opener(self, run: list[Stretch]) -> list[Stretch]:
        """The words from the first on that says something, where they begin the text."""
        if run[0][0] > 0:
            return run
        saying = (at for at, word in enumerate(run) if self._lost_without(word)[0])
        return run[next(saying, len(run)) :]

    def _longest(self, run: list[Stretch]) -> tuple[int, Field | None]:
        """How many words from the first on say one thing, and what; else one that says nothing."""
        best: tuple[int, Field | None] = (1, None)
        for count in range(1, min(len(run), _LONGEST_PART) + 1):
            stretch = _from_to(run[:count])
            said = self._said_by(stretch)
            if said is not None and len(said) == 1:
                is_more = best[1] is None or self._made_without(stretch) != self._made_without(
                    _from_to(run[: best[0]])
                )
                best = (count, said[0]) if is_more else best
            elif best[1] is not None and set(self._lost_without(stretch)[0]) - {best[1]}:
                break
        return best

    def _said_by(self, stretch: Stretch) -> list[Field] | None:
        """What these words say; None when others go with them."""
        lost, is_clean = self._lost_without(stretch)
        return lost if is_clean else None

    def _lost_without(self, stretch: Stretch) -> tuple[list[Field], bool]:
        """What is not as it was without these words, and whether the titles are."""
        made = self._made_without(stretch)
        if made is None or len(made) != len(self._made):
            return [], False
        lost = [field for field in _FIELDS if _values(made, field) != _values(self._made, field)]
        follows = {field for each in lost for field in _FOLLOWS.get(each, ())}
        is_clean = [task.title for task in made] == self._titles
        return [field for field in lost if field not in follows], is_clean

    def _made_without(self, *stretches: Stretch) -> list[CreateTask] | None:
        if stretches not in self._known:
            if len(self._known) >= _MOST_READINGS:
                return None
            left_out = [*self._literal, *stretches]
            plan = read_without(self._text, left_out, self._language, self._read)
            self._known[stretches] = made_by(plan)
        return self._known[stretches]

    def _is_literal(self, word: Stretch) -> bool:
        return any(word[0] < end and start < word[1] for start, end in self._literal)


def _from_to(words: list[Stretch]) -> Stretch:
    return words[0][0], words[-1][1]


def _said(made: list[CreateTask]) -> list[Field]:
    return [field for field in _FIELDS if any(_values(made, field))]


def _values(made: list[CreateTask], field: Field) -> list[object]:
    return [getattr(task, field) for task in made]
