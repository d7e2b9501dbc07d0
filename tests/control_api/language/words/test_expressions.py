"""Regular expressions of the language data mean the same on every Python that Saydo runs on."""

import re
from pathlib import Path

import pytest

from scripts.machine.places import ROOT

LANGUAGES = sorted((ROOT / "control_api" / "language" / "languages").rglob("*.yaml"))
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+")


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python 3.11.2, which Debian 12 has, matches such groups wrong; an atomic group is right."""
    assert not POSSESSIVE_GROUP.findall(path.read_text("utf-8"))


def test_an_atomic_group_gives_nothing_back() -> None:
    assert re.fullmatch(r"(?>(?:a|ab)*)c", "aac")
    assert not re.fullmatch(r"(?>(?:a|ab)*)abc", "aabc")
