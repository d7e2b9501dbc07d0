"""What is said of a task while it is made: "with high priority, tagged money, for Anna to do"."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import structs

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.fields.assigning import people_named
from control_api.language.understanding.fields.dates import read_date
from control_api.language.understanding.fields.lengths import read_minutes
from control_api.language.understanding.fields.reminding import anchored, with_own
from control_api.language.understanding.fields.tagging import tags_named
from control_api.language.understanding.names import find_project, list_name
from control_api.language.understanding.scene import Scene, ask
from control_api.language.understanding.titles import as_title
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask

Read = Callable[[Words], CommandPlan | None]
Found = dict[str, Any]
"""Values of a new task, by field."""
Patterns = list[tuple[str, re.Pattern[str]]]

_MOST_DETAILS = 8
_REMIND_MIN = "remind_min"
"""Becomes a reminder once it is known when the task is due."""


def with_details(
    reading: CommandPlan | None, words: Words, scene: Scene, read: Read
) -> CommandPlan | None:
    """The reading, or a better one of words that make a task and say more of it than its title.

    Raises as `read` does, which reads the words without all that.
    """
    if reading is not None and not only_makes(reading) and not _asks_what_it_was(reading):
        return reading
    found: Found = {}
    rest = _take(words, scene, found)
    if rest == words:
        return reading
    plain = read(rest)
    if plain is None and scene.language.fields.in_front.match(words.mask):
        plain = read(added(rest, scene))
    makes = reading is None or only_makes(reading)
    if makes and plain is not None and plain.asks and plain.asks.wants == "title":
        return _asking_before(plain, plain.asks, words, rest) or reading
    if plain is None or not only_makes(plain) or _is_without_title(plain, scene):
        return reading
    made = [_with(action, found, scene) for action in plain.actions]
    question = next((each for each in made if isinstance(each, CommandPlan)), None)
    if question is not None:
        return question
    actions: list[Action] = [each for each in made if not isinstance(each, CommandPlan)]
    return structs.replace(plain, actions=actions)


def _asking_before(
    plain: CommandPlan, asks: Question, words: Words, rest: Words
) -> CommandPlan | None:
    """What is to be done is asked for, and what was said of it at the end stays said."""
    sentence = asks.sentence or f"{rest.text} {asks.then}" * bool(asks.then)
    if not sentence or not words.text.startswith(rest.text):
        return None
    said_of_it = words.text[len(rest.text) :]
    complete = structs.replace(asks, sentence=sentence + said_of_it, then="")
    return structs.replace(plain, asks=complete)


def added(words: Words, scene: Scene) -> Words:
    """The words as they ask for a task: "urgent: call the bank"."""
    return Words(scene.language.fields.add, scene.language.fields.add).then(words)


def only_makes(reading: CommandPlan) -> bool:
    """Whether nothing is done but to make tasks."""
    return reading.outcome == "planned" and all(
        isinstance(action, CreateTask) for action in reading.actions
    )


def begins_a_detail(words: Words, before: int, after: int, language: Language) -> bool:
    """Whether what stands behind a joint says more of the task before it: "..., it takes an hour".

    The joint is between the two places.
    """
    found = (each.search(words.mask, before) for each in language.fields.details.values())
    return any(each is not None and each.start() <= after for each in found)


def _asks_what_it_was(reading: CommandPlan) -> bool:
    """Whether something was not understood, which may be a detail: "every Monday, urgent"."""
    return reading.outcome == "clarify" and not reading.options and not reading.actions


def _is_without_title(plain: CommandPlan, scene: Scene) -> bool:
    titles = [action.title for action in plain.actions if isinstance(action, CreateTask)]
    return any(map(scene.language.fields.no_title.fullmatch, titles))


def _take(words: Words, scene: Scene, found: Found) -> Words:
    """The words without what was said of the task, which is noted in `found`."""
    fields = scene.language.fields
    patterns: Patterns = [
        *fields.details.items(),
        ("priority", fields.adjective),
        ("priority", fields.in_front),
    ]
    for _ in range(_MOST_DETAILS):
        shorter = _take_one(words, patterns, scene, found)
        if shorter is None:
            break
        words = shorter
        # Names somebody only where something else was said of the task already.
        patterns = [*patterns, ("doer", fields.for_somebody)]
    return words


def _take_one(words: Words, patterns: Patterns, scene: Scene, found: Found) -> Words | None:
    for name, pattern in patterns:
        for place in pattern.finditer(words.mask):
            noted = _READ[name](words.slice(*place.span("said")).strip(), scene)
            if noted is not None:
                for field, value in noted.items():
                    earlier = found.get(field)
                    found[field] = [*earlier, *value] if isinstance(earlier, list) else value
                cut = place.span("cut" if "cut" in pattern.groupindex else 0)
                return words.without(*cut).strip()
    return None


def _priority(said: Words, scene: Scene) -> Found | None:
    priority = scene.language.fields.priority_in(said.mask)
    return None if priority is None else {"priority": priority}


def _tags(said: Words, scene: Scene) -> Found | None:
    tags = tags_named(said, scene)
    return {"tags": tags} if tags else None


def _assigned(said: Words, scene: Scene, *, surely: bool = True) -> Found | None:
    people = people_named(said, scene, surely=surely)
    return {"assignees": people} if isinstance(people, list) else None


def _takes(said: Words, scene: Scene) -> Found | None:
    minutes = read_minutes(said, scene)
    return {"duration_min": minutes} if minutes else None


def _remind(said: Words, scene: Scene) -> Found | None:
    minutes = read_minutes(said, scene)
    return {_REMIND_MIN: minutes} if minutes else None


def _start(said: Words, scene: Scene) -> Found | None:
    at = read_date(said, scene)
    if at is None or at.due is None:
        return None
    return {"start": at.due, "start_time_zone": at.time_zone}


def _project(said: Words, scene: Scene, *, by_name: bool = True) -> Found | None:
    """The list that there is; by its bare name it must be written as it is, or with a capital."""
    name = find_project(said.text, scene.known.projects, scene.language)
    if name is None:
        return None
    is_named = list_name(said.text, scene.language).casefold() == name.casefold()
    if by_name and not (is_named and said.text[:1] == name[:1]):
        return None
    return {"project": name}


def _deadline(said: Words, scene: Scene) -> Found | None:
    at = read_date(said, scene)
    if at is None or at.due is None:
        return None
    return {"deadline": at.due, "deadline_time_zone": at.time_zone}


def _notes(said: Words, scene: Scene) -> Found | None:
    return {"notes": as_title(said.text, scene.language)}


_READ: dict[str, Callable[[Words, Scene], Found | None]] = {
    "priority": _priority,
    "priority_first": _priority,
    "tags": _tags,
    "assigned": _assigned,
    "doer": partial(_assigned, surely=False),
    "takes": _takes,
    "length": _takes,
    "remind": _remind,
    "deadline": _deadline,
    "notes": _notes,
    "start": _start,
    "project": _project,
    "project_first": partial(_project, by_name=False),
    "doer_first": partial(_assigned, surely=False),
}


def _with(action: Action, found: Found, scene: Scene) -> CreateTask | CommandPlan:
    if not isinstance(action, CreateTask):
        raise TypeError("Only what makes a task has details.")
    fields = {name: value for name, value in found.items() if name != _REMIND_MIN}
    made = structs.replace(action, **fields)
    if _REMIND_MIN not in found:
        return made
    reminder = anchored(made, found[_REMIND_MIN], scene)
    if reminder is None:
        title = in_sentence(made.title, scene.language)
        return ask(scene.language.say("time-unsaid", title=title))
    return structs.replace(made, reminders=with_own(made, reminder))
