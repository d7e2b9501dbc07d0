"""Cases of an evaluation, JSON lines: what was said, in which state, and what must come of it.

A line with ``home`` says what a person has, when and where they speak; each line with ``say`` is a
case, in the home that it names by ``in``, else in an empty one. docs/evaluation.md tells of all.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from shared.actions import Action
from shared.languages import LanguageName
from shared.outcomes import OutcomeKind
from shared.problems import InvalidInputError

Partial = dict[str, Any]
"""Some fields of something that is stored; what is not named is not looked at."""


class Home(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person has, and when and where they speak."""

    home: str = ""
    now: str = "2026-11-21T10:00:00"
    """ISO, local to the time zone."""
    time_zone: str = "Europe/Berlin"
    language: LanguageName = "en"
    given: list[Action | str] = []
    """Actions and sentences that are run first."""


class Then(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must come of it. What is not named must be as it was before."""

    tasks: list[Partial] = []
    """All tasks that are new or changed, as they are afterwards."""
    gone: list[str] = []
    """The titles of all that are deleted."""
    things: list[Partial] | None = None
    """All projects, tags, people and saved filters that are new or changed, with ``kind``; None
    when they don't matter, as those that tasks bring with them."""
    gone_things: list[str] = []
    outcome: OutcomeKind | list[OutcomeKind] | None = None
    """Of the last sentence; ``done`` where something must change."""
    reply: str = ""
    """A regular expression that is found in the last reply, whatever its capitals."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One case."""

    kind: str
    say: str | list[str]
    """One sentence, or several in one conversation."""
    then: Then
    home: str = msgspec.field(default="", name="in")
    given: list[Action | str] = []
    """Run first, after what the home has."""
    now: str | None = None
    """As that of a home; the clock's when it is empty, for what was done is done by the clock."""
    time_zone: str | None = None

    @property
    def sentences(self) -> list[str]:
        """What is said, in order."""
        return [self.say] if isinstance(self.say, str) else self.say


class Placed(msgspec.Struct, frozen=True):
    """A case and the home it is in."""

    case: Case
    home: Home

    @property
    def now(self) -> str | None:
        """ISO, local to `time_zone`; None for the clock's."""
        return self.home.now if self.case.now is None else self.case.now or None

    @property
    def time_zone(self) -> str:
        """IANA name."""
        return self.case.time_zone or self.home.time_zone

    @property
    def language(self) -> LanguageName:
        """What is spoken."""
        return self.home.language

    @property
    def given(self) -> list[Action | str]:
        """All that is run first."""
        return [*self.home.given, *self.case.given]


def read_cases(paths: Iterable[Path]) -> list[Placed]:
    """The cases of some files, whose homes are for all of them.

    Raises `OSError`, and `InvalidInputError` that names the line that can't be read.
    """
    homes = {"": Home()}
    cases: list[tuple[str, Case]] = []
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("//"):
                continue
            place = f"{path.name}, line {number}"
            read = _read_line(line, place)
            if isinstance(read, Home):
                homes[read.home] = read
            else:
                cases.append((place, read))
    for place, case in cases:
        if case.home not in homes:
            raise InvalidInputError(f"{place}: there is no home called {case.home}.")
    return [Placed(case, homes[case.home]) for _, case in cases]


def _read_line(line: str, place: str) -> Home | Case:
    try:
        found = json.loads(line)
        kind: type[Home | Case] = Home if isinstance(found, dict) and "home" in found else Case
        read = msgspec.convert(found, kind)
        if read.time_zone is not None:
            ZoneInfo(read.time_zone)
    except (ValueError, ZoneInfoNotFoundError, msgspec.ValidationError) as error:
        raise InvalidInputError(f"{place}: {error}") from error
    return read
