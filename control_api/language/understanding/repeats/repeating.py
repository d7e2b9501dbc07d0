"""Sentences that make a task come again: read as if said of the first day, then with the rule."""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.repeats.reading import SaidRepeat, read_repeat
from control_api.language.repeats.several import one_time_each
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.understanding.repeats.first_day import (
    Read,
    makes_tasks,
    read_on_first_day,
)
from control_api.language.understanding.repeats.unclear import (
    ask_how_often,
    ask_what_is_left,
    ask_which_times,
    what_follows,
    what_is_left,
)
from control_api.language.understanding.scene import Scene, ask
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask
from shared.problems import InvalidInputError

MOST_AT_ONCE = 4
"""Tasks that are made of several times in one sentence."""


def read_repeating(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """A task that is made to repeat; None when the words say nothing of the kind.

    `read` reads a sentence about one day.
    """
    if scene.language.repeating.moves.search(words.mask):
        return None  # from one day to another
    each = one_time_each(words, scene.language)
    if each and (together := _all_of(each, scene, read)):
        return together
    return _read_one(words, scene, read, times_a_day=1)


def ask_for_fewer(language: Language) -> CommandPlan:
    """What is said of one task at more times than anybody means."""
    return ask(language.say("repeat-too-many", most=MOST_AT_ONCE))


def _all_of(sentences: list[Words], scene: Scene, read: Read) -> CommandPlan | None:
    """As many tasks as there are times; None when they are no times of one task."""
    readings = []
    for sentence in sentences[: MOST_AT_ONCE + 1]:
        again = _read_one(sentence, scene, read, times_a_day=len(sentences))
        readings.append(again or read(sentence, scene))
    made = [reading for reading in readings if reading and makes_tasks(reading)]
    actions = [action for reading in made for action in reading.actions]
    titles = {action.title for action in actions if isinstance(action, CreateTask)}
    if len(made) < len(readings) or len(titles) > 1:
        return None
    if len(sentences) > MOST_AT_ONCE:
        return ask_for_fewer(scene.language)
    if len({action.due for action in actions if isinstance(action, CreateTask)}) < len(actions):
        return None
    return msgspec.structs.replace(
        made[0], actions=actions, confidence=min(reading.confidence for reading in made)
    )


def _read_one(words: Words, scene: Scene, read: Read, *, times_a_day: int) -> CommandPlan | None:
    language = scene.language
    said = read_repeat(words, scene.now, language)
    if said is None:
        return ask_how_often(words, scene, read)
    reading = _changed(said, scene, read) or _planned(said, scene, read)
    if reading is None:
        return _asked_for_less(said, scene, read)
    if reading.outcome != "planned":
        return reading
    if not said.is_decided(times_a_day):
        return ask_which_times(words, said, reading, language)
    left = what_is_left(said, reading, scene)
    if left is not None:
        unclear = ask_how_often(words, scene, read, besides=True)
        return unclear or ask_what_is_left(said, left, language)
    return reading


def _asked_for_less(said: SaidRepeat, scene: Scene, read: Read) -> CommandPlan | None:
    """A question about what follows, where the words make sense without that."""
    left = what_follows(said, scene.language)
    if left is None:
        return None
    after = said.after.slice(0, said.after.text.rfind(left))
    less = _planned(msgspec.structs.replace(said, after=after), scene, read)
    return ask_what_is_left(said, left, scene.language) if less else None


def _changed(said: SaidRepeat, scene: Scene, read: Read) -> CommandPlan | None:
    """Another repeat for a task that there is: "make the trash every Monday"."""
    language = scene.language
    before = said.before.strip()
    change_it = Words(language.repeating.change_it, language.repeating.change_it).strip()
    for pattern in language.repeating.changes:
        found = pattern.fullmatch(before.mask)
        if found is None:
            continue
        task = before.slice(found.start("task"), found.end("task"))
        changed = msgspec.structs.replace(
            said,
            before=change_it.then(task),
            core=msgspec.structs.replace(said.core, is_bare=False),
        )
        reading = _planned(changed, scene, read)
        if reading is not None and reading.outcome == "planned" and not makes_tasks(reading):
            return reading
    return None


def _planned(said: SaidRepeat, scene: Scene, read: Read) -> CommandPlan | None:
    try:
        return read_on_first_day(said, scene, read)
    except (NoSuchDateError, OverflowError):
        return None
    except InvalidInputError:
        return ask(scene.language.say("repeat-never"))
