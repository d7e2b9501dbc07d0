"""A person's own names, where what was heard only sounds like them: "move is" for "movies"."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound
from shared.actions import CreateTask
from shared.things import Person, SavedFilter, Tag

_MOST_WORDS = 3
_SHORTEST_KEY = 4
"""Shorter ones are alike by chance."""
_NEARLY = 80
"""Of 100: how alike two sounds are that may have been one."""
_MOST = 4


def with_own_names(text: str, known: Known, language: Language) -> list[tuple[str, bool]]:
    """The text with a list, tag, filter or person in place of what sounds so, likeliest first.

    With each, whether it sounds the same; else it is only like it.
    """
    keys = {name: _key(name, language) for name in _names(known)}
    words = text.split()
    heard = [
        (start, end, spoken)
        for length in range(1, _MOST_WORDS + 1)
        for start in range(len(words) - length + 1)
        for end in (start + length,)
        if (spoken := " ".join(words[start:end]).strip(".,;:!?"))
    ]
    same: list[tuple[str, bool]] = []
    near: list[tuple[str, bool]] = []
    for start, end, spoken in heard:
        key = _key(spoken, language)
        if len(key) < _SHORTEST_KEY or any(spoken.casefold() == n.casefold() for n in keys):
            continue
        for name, own in keys.items():
            alike = fuzz.ratio(key, own)
            if alike >= _NEARLY and len(own) >= _SHORTEST_KEY:
                tail = words[end - 1][len(words[end - 1].rstrip(".,;:!?")) :]
                other = " ".join((*words[:start], name + tail, *words[end:]))
                (same if key == own else near).append((other, key == own))
    return [*same, *near][:_MOST]


def is_likelier(other: CommandPlan, heard: CommandPlan, known: Known) -> bool:
    """Whether other words are meant: they can be done, or are about what is there."""
    if other.outcome != "planned" or not other.actions:
        return False
    if heard.outcome != "planned":
        return True
    return _only_new(heard, known) and not _only_new(other, known)


def _only_new(plan: CommandPlan, known: Known) -> bool:
    """Whether it makes tasks, and none of them on a list that there is."""
    return all(
        isinstance(each, CreateTask) and each.project not in known.projects for each in plan.actions
    )


def _names(known: Known) -> Iterator[str]:
    yield from known.projects
    for thing in known.things:
        if isinstance(thing, Person | Tag | SavedFilter):
            yield thing.name


def _key(text: str, language: Language) -> str:
    return sound("".join(letter for letter in text.casefold() if letter.isalnum()), language)
