"""What is typed with a sign, in every language the same: ``#tag @person /project p1``.

A name is one word, or the longest that the person has: "/Home office" is one list where there is
one of that name.
"""

import re
from collections.abc import Iterator

import msgspec
from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.creating import project_named
from control_api.language.understanding.fields.assigning import people_named
from control_api.language.understanding.fields.tagging import tags_named
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask
from shared.tasks import Priority
from shared.things import Person, Project, Tag

PRIORITIES: dict[str, Priority] = {"p1": "urgent", "p2": "high", "p3": "medium", "p4": "low"}
SIGNS = {"#": "tags", "@": "assignees", "/": "project"}
"""The field of a task that a name belongs to, by the sign in front of it."""

_END = r"(?=[\s,;.!?]|$)"
_SIGN = re.compile(r"(?<!\S)(?P<sign>[#@/])(?=\w)")
_NAME = re.compile(rf"(?:[^\W\d_]|\d(?=\d*[^\W\d_]))[\w'-]*{_END}")
_PRIORITY = re.compile(rf"(?<!\S)p[1-4]{_END}")


class Signed(msgspec.Struct, frozen=True):
    """What was typed with a sign: where it stands in the words, and what it says of the task."""

    start: int
    end: int
    field: str
    value: str

    def on(self, task: CreateTask) -> CreateTask:
        """The task with it."""
        match self.field:
            case "priority":
                return structs.replace(task, priority=msgspec.convert(self.value, Priority))
            case "project":
                return structs.replace(task, project=self.value)
            case "tags":
                return structs.replace(task, tags=list(dict.fromkeys([*task.tags, self.value])))
            case _:
                people = list(dict.fromkeys([*task.assignees, self.value]))
                return structs.replace(task, assignees=people)


def signed_in(words: Words, scene: Scene) -> list[Signed]:
    """All of it, in the order in which it was typed."""
    found = [*_names(words, scene), *_priorities(words)]
    return sorted(found, key=lambda each: each.start)


def without_signs(words: Words, signed: list[Signed]) -> Words:
    """The words that are left."""
    for each in reversed(signed):
        words = words.without(each.start, each.end)
    return words.strip()


def with_signs(reading: CommandPlan, signed: list[Signed]) -> CommandPlan:
    """The reading, each of whose tasks has what was typed."""
    actions: list[Action] = []
    for action in reading.actions:
        task = action
        if isinstance(task, CreateTask):
            for each in signed:
                task = each.on(task)
        actions.append(task)
    return structs.replace(reading, actions=actions)


def _names(words: Words, scene: Scene) -> Iterator[Signed]:
    for found in _SIGN.finditer(words.mask):
        field, start = SIGNS[found["sign"]], found.end()
        length = _length_of_known(words, start, field, scene)
        if not length:
            name = _NAME.match(words.mask, start)
            length = 0 if name is None else len(name[0])
        value = _meant(words.slice(start, start + length), field, scene) if length else None
        if value is not None:
            yield Signed(found.start(), start + length, field, value)


def _length_of_known(words: Words, start: int, field: str, scene: Scene) -> int:
    """Of the longest name that the person has of that kind, and that stands there; else 0."""
    kind = {"tags": Tag, "assignees": Person, "project": Project}[field]
    named = (thing for thing in scene.known.things if isinstance(thing, Project | Tag | Person))
    names = [thing.name for thing in named if isinstance(thing, kind)]
    if field == "project":
        names += scene.known.projects
    rest = words.mask[start:].casefold()
    fitting = (name for name in names if re.match(re.escape(name.casefold()) + _END, rest))
    return max(map(len, fitting), default=0)


def _meant(name: Words, field: str, scene: Scene) -> str | None:
    match field:
        case "project":
            return project_named(name, scene)
        case "tags":
            named = tags_named(name, scene)
        case _:
            people = people_named(name, scene, surely=True)
            named = people if isinstance(people, list) else None
    return named[0] if named else None


def _priorities(words: Words) -> Iterator[Signed]:
    for found in _PRIORITY.finditer(words.mask):
        yield Signed(found.start(), found.end(), "priority", PRIORITIES[found[0]])


def begins_with_sign(word: str) -> bool:
    """Whether a word as it is typed has a sign in front of it, or is one."""
    return (_SIGN.match(word) or _PRIORITY.match(word)) is not None
