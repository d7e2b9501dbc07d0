"""Filters and tasks as Hypothesis makes them."""

from itertools import product, starmap
from typing import get_args

from hypothesis import strategies as st

from control_api.language.filters.nodes import (
    All,
    AnyOf,
    Comparison,
    DateField,
    Emptiness,
    Flag,
    HasDate,
    HasFlag,
    HasPriority,
    HasTag,
    HasText,
    InProject,
    IsAssigned,
    Lacks,
    Node,
    Not,
    Relation,
)
from shared.tasks import Priority

DAYS = ("today", "tomorrow", "yesterday", "2026-11-24", "in 3 days", "last 7 days", "this week")
WORDS = ("milk", "oats", "buy milk", "call", "the bank", "milk oats", "nothing")
NAMES = ("work", "home", "Deep work", "Zoë", 'a "b" \\c', "#1")
CONDITIONS: tuple[Node, ...] = (
    *map(HasFlag, get_args(Flag)),
    *map(Lacks, get_args(Emptiness)),
    *(kind(name) for kind in (HasTag, IsAssigned, InProject) for name in NAMES),
    *starmap(HasPriority, product(get_args(Comparison), (None, *get_args(Priority)))),
    *starmap(HasDate, product(get_args(DateField), get_args(Relation), DAYS)),
    *map(HasText, WORDS),
)
"""Every single condition on what the tests' tasks have."""


def nodes() -> st.SearchStrategy[Node]:
    """Any filter of up to eight conditions: so many days may be in words."""
    return st.recursive(st.sampled_from(CONDITIONS), _joined, max_leaves=8)


def _joined(part: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(part, min_size=2, max_size=3).map(tuple)
    return st.one_of(part.map(Not), parts.map(All), parts.map(AnyOf))
