"""The questions, as they stand in ``questions.yaml``."""

import functools
import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import msgspec
import yaml

Part = Literal["facts", "unknown", "own tasks", "honesty", "tools", "plans", "injections"]
PARTS: tuple[Part, ...] = get_args(Part)
WITH_TOOLS: frozenset[Part] = frozenset({"tools", "plans", "injections"})
"""Parts in which a model is shown tools."""

_QUESTIONS = Path(__file__).with_name("questions.yaml")
_NAME_OF_EXAM = 12


class Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A task that is on the list."""

    title: str
    due: date | None = None


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A call that must come."""

    name: str
    """An expression."""
    arguments: dict[str, str] = {}
    """For some of its arguments, the expression that each must hold."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked, and how an answer is told to be right."""

    ask: str
    right: str | None = None
    wrong: str | None = None
    tasks: tuple[Found, ...] = ()
    shown: bool = False
    """Whether the tasks were found before the question."""
    calls: tuple[Wanted, ...] | None = None


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All questions."""

    refusal: str
    parts: dict[Part, tuple[Question, ...]]

    def matches(self, expression: str, text: str) -> bool:
        """Whether an expression of a question holds of a text."""
        whole = expression.replace("{refusal}", self.refusal)
        return re.search(whole, text.replace("\u2019", "'"), re.IGNORECASE) is not None


@functools.cache
def read_paper() -> Paper:
    """Give the questions that ship with Saydo."""
    raw = yaml.safe_load(_QUESTIONS.read_text("utf-8"))
    return msgspec.convert(raw, Paper)


@functools.cache
def name_of_exam() -> str:
    """Tell this exam from one with other questions, whose results say nothing here."""
    return hashlib.sha256(_QUESTIONS.read_bytes()).hexdigest()[:_NAME_OF_EXAM]
