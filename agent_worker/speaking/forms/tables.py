"""The words that signs and short forms stand for, as `words.yaml` has them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("words.yaml")
_WORDS: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))

SMALL_NUMBERS: list[str] = _WORDS["small_numbers"]
"""From 0 to 19."""
TENS: list[str] = _WORDS["tens"]
"""From 20 on."""
ORDINALS: Mapping[str, str] = _WORDS["ordinals"]
"""Those that don't just end in "th", by how many."""
CURRENCIES: Mapping[str, list[str]] = _WORDS["currencies"]
SIZES: Mapping[str, str] = _WORDS["sizes"]
UNITS: Mapping[str, list[str]] = _WORDS["units"]
FRACTIONS: Mapping[str, str] = _WORDS["fractions"]
MONTHS: Mapping[str, str] = _WORDS["months"]
BEFORE_NAMES: Mapping[str, str] = _WORDS["before_names"]
STREETS: Mapping[str, str] = _WORDS["streets"]
ANYWHERE: Mapping[str, str] = _WORDS["anywhere"]
SIGNS: Mapping[str, str] = _WORDS["signs"]

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""As it is written: with commas between thousands, and a point."""


def one_of(texts: Iterable[str]) -> str:
    """A pattern of any of the texts, the longest first."""
    return "|".join(re.escape(each) for each in sorted(texts, key=len, reverse=True))
