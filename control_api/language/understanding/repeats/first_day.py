"""A sentence with a repeat, read as if it were said of the first day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.repeats.reading import SaidRepeat
from control_api.language.times.parts_of_day import PARTS
from control_api.language.times.said_times import find_times
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.titles import is_foreign
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask, UpdateTask
from shared.problems import InvalidInputError
from shared.tasks import Repeat

Read = Callable[[Words, Scene], CommandPlan | None]
"""Reads a sentence about one day."""

_ONE_DAY = timedelta(days=1)
_LONGEST_BARE_WORDS = 6
_BARE_CONFIDENCE = 0.75


class _Days(msgspec.Struct, frozen=True):
    """Which day the words are read with, and what comes of it."""

    spoken: date
    first: date
    """If the time of day that was said is still to come then."""
    keep_from: date | None
    """A task that has a date from that day on keeps it."""


def makes_tasks(reading: CommandPlan) -> bool:
    """Whether it is carried out, and by nothing but new tasks."""
    return reading.outcome == "planned" and all(
        isinstance(action, CreateTask) for action in reading.actions
    )


def read_on_first_day(said: SaidRepeat, scene: Scene, read: Read) -> CommandPlan | None:
    """The plan with the repeat in it; None when the rest of the words is about something else.

    Raises NoSuchDateError, and InvalidInputError for a repeat that has no date.
    """
    said = _without_recurring(said, scene)
    today = scene.now.date()
    begin = said.first
    if begin is None and not said.names_days:
        begin = _day_said(said, scene)
        if begin is not None:
            reading = read(Words.joined(said.before, said.after), scene)
            return _with_repeat(reading, said, said.repeat(begin), scene, None)
    first = said.first_day(max(begin or today, today))
    days = _Days(
        _day_to_read(said, first, today),
        first,
        None if said.names_days or begin is not None else today,
    )
    repeat = said.repeat(first)
    called = _parts_called(said, scene)
    if len(called) <= 1:
        return _read_part("".join(called), said, repeat, days, scene, read)
    readings = [_read_part(part, said, repeat, days, scene, read) for part in called]
    made = [reading for reading in readings if reading and makes_tasks(reading)]
    if len(made) < len(readings):
        return None
    actions = [action for reading in made for action in reading.actions]
    return msgspec.structs.replace(made[0], actions=actions)


def _parts_called(said: SaidRepeat, scene: Scene) -> list[str]:
    """The parts of the day, unless another time is said: "every dinner at 7:30"."""
    repeats = scene.language.repeats
    if repeats.own_part.search(said.before.mask + said.after.mask):
        return []
    called = [repeats.parts[part] for part in said.core.parts]
    clock = repeats.clock_between.match(said.after.mask)
    if clock is None:
        return called
    return [
        each
        for each in called
        if _is_part_of_day(each, scene) and not _contradicts(each, clock[0], scene)
    ]


def _is_part_of_day(called: str, scene: Scene) -> bool:
    """Whether a time of day may be said along with it: not with "at noon"."""
    return any(when.part for when in find_times(called, scene.now, scene.language))


def _contradicts(part: str, clock: str, scene: Scene) -> bool:
    """Whether no such time of day is in it: "every morning at 7:30 pm"."""
    whens = find_times(clock, scene.now, scene.language)
    if not whens or whens[0].clock is None or whens[0].half_unsure:
        return False
    named = [when.part for when in find_times(part, scene.now, scene.language) if when.part]
    first, last = PARTS[named[0]] if named else ("", "24:00")
    return not first <= f"{whens[0].clock:%H:%M}" < last


def _without_recurring(said: SaidRepeat, scene: Scene) -> SaidRepeat:
    before, after = (_cut_out(words, scene) for words in (said.before, said.after))
    return msgspec.structs.replace(said, before=before, after=after)


def _cut_out(words: Words, scene: Scene) -> Words:
    found = scene.language.repeating.recurring.search(words.mask)
    return words.without(found.start(), found.end()) if found else words


def _day_to_read(said: SaidRepeat, first: date, today: date) -> date:
    """A day to come where there is one: "at nine" then means the morning."""
    if first > today:
        return first
    try:
        return said.first_day(today + _ONE_DAY)
    except InvalidInputError:
        return first


def _read_part(
    part: str, said: SaidRepeat, repeat: Repeat, days: _Days, scene: Scene, read: Read
) -> CommandPlan | None:
    on = f"{scene.language.repeating.on_day}{days.spoken.isoformat()} {part}".rstrip()
    day = Words(on, on)
    sentences = [
        Words.joined(said.before, day, said.after),
        Words.joined(said.before, said.after, day),
    ]
    if scene.language.repeating.said_of.match(said.after.mask):
        sentences.reverse()
    for sentence in sentences:
        reading = _with_repeat(read(sentence, scene), said, repeat, scene, days)
        if reading is not None:
            return reading
    bare = _written_down(said, day, scene)
    reading = read(bare, scene) if bare else None
    if reading is None or not makes_tasks(reading):
        return None
    unsure = msgspec.structs.replace(reading, confidence=_BARE_CONFIDENCE)
    return _with_repeat(unsure, said, repeat, scene, days)


def _written_down(said: SaidRepeat, day: Words, scene: Scene) -> Words | None:
    """The sentence for a thing that only was named: "choir practice every Thursday at 7"."""
    language = scene.language
    clock = language.repeats.clock_between.match(said.after.mask)
    after = said.after.slice(clock.end()) if clock else said.after
    time = said.after.slice(0, clock.end()).strip() if clock else Words("", "")
    what = Words.joined(said.before, after)
    if have := language.repeating.i_have.match(what.mask):
        what = what.slice(have.end())
    if (
        not 1 <= len(what.mask.split()) <= _LONGEST_BARE_WORDS
        or language.repeating.no_task.match(what.mask)
        or is_foreign(what, language)
    ):
        return None
    make_it = Words(language.repeating.make_it, language.repeating.make_it).strip()
    return Words.joined(make_it, what, time, day)


def _with_repeat(
    reading: CommandPlan | None,
    said: SaidRepeat,
    repeat: Repeat,
    scene: Scene,
    days: _Days | None,
) -> CommandPlan | None:
    """The reading with the repeat in its actions; None for one that is about something else."""
    if reading is None or reading.outcome == "clarify":
        return reading
    if reading.outcome != "planned" or (said.core.is_bare and not makes_tasks(reading)):
        return None
    actions: list[Action] = []
    for action in reading.actions:
        if not isinstance(action, CreateTask | UpdateTask) or not isinstance(action.due, str):
            return None
        due = action.due
        if days is not None:
            due = _earliest(due, days, scene.now)
        changed = msgspec.structs.replace(action, due=due, repeat=repeat)
        if isinstance(action, UpdateTask) and days is not None and days.keep_from is not None:
            changed = _keeping_date(action, changed, days.keep_from, scene)
        actions.append(changed)
    return msgspec.structs.replace(reading, actions=actions)


def _keeping_date(
    action: UpdateTask, changed: CreateTask | UpdateTask, day: date, scene: Scene
) -> CreateTask | UpdateTask:
    """What says nothing of a day, such as "repeat it every week", begins with the task's date."""
    own = scene.known.open_by_id.get(action.task_id)
    if own is None or own.due is None or own.due[:10] < day.isoformat():
        return changed
    clock = changed.due[10:] if isinstance(changed.due, str) else ""
    if not clock or clock == own.due[10:]:
        return UpdateTask(action.task_id, repeat=changed.repeat)
    return msgspec.structs.replace(changed, due=own.due[:10] + clock)


def _earliest(due: str, days: _Days, now: datetime) -> str:
    """The same time as of the first day, if it is still to come then.

    Midnight is the end of a day, and so on the next one.
    """
    day = date.fromisoformat(due[:10])
    if not days.spoken <= day <= days.spoken + _ONE_DAY:
        return due
    sooner = (day - (days.spoken - days.first)).isoformat() + due[10:]
    ahead = len(sooner) == len("2026-11-24") or datetime.fromisoformat(sooner) > now.replace(
        tzinfo=None
    )
    return sooner if ahead else due


def _day_said(said: SaidRepeat, scene: Scene) -> date | None:
    """A day that the rest of the sentence names: "on Monday, every week"."""
    for words in (said.before, said.after):
        for when in find_times(words.mask, scene.now, scene.language):
            if when.day is not None and when.day >= scene.now.date():
                return when.day
    return None
