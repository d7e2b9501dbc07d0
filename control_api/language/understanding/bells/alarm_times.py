"""When an alarm is to ring: the next time that the words can mean, in the morning where one wakes.

Who says "at seven" without a half of the day means the morning, unless it is said of today and that
is over; of hours at which nobody gets up it is the half that comes first.
"""

from datetime import datetime, time, timedelta

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.repeats.reading import SaidRepeat, read_repeat
from control_api.language.times.durations import read_duration
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.understanding.scene import Scene, ask
from control_api.language.wording.dates_aloud import on_day, say_moment
from control_api.language.wording.phrasing import capital
from control_api.language.words.sentence import Words
from shared.problems import InvalidInputError
from shared.tasks import Repeat

_NOON = 12
_ONE_DAY = timedelta(days=1)
_FIRST_TO_WAKE, _FIRST_IN_THE_MORNING = 3, 5
"""From these hours on one is woken, or has an alarm set, in the morning."""


class AlarmTime(msgspec.Struct, frozen=True):
    """A local time, and how it comes again."""

    at: str
    repeat: Repeat | None = None


class SaidWhen(msgspec.Struct, frozen=True):
    """A time as it was said."""

    when: When
    names_hour: bool
    """It says a time of day, and not just a day or a part of it."""


def read_said(words: Words, scene: Scene) -> SaidWhen | None:
    """The time that the words are from end to end. Raises `NoSuchDateError`."""
    when = read_when(words, scene.now, scene.language)
    if when is None:
        return None
    names_hour = when.moment is not None or (
        when.clock is not None and bool(scene.language.bells.hour.search(words.mask))
    )
    return SaidWhen(when, names_hour)


def read_alarm_time(words: Words, scene: Scene, *, wakes: bool) -> AlarmTime | CommandPlan | None:
    """When to ring, or the question to answer with; None when the words are no time.

    `wakes`: it is said that somebody is to be woken. Raises `NoSuchDateError`.
    """
    language = scene.language
    in_a_while = read_duration(language.bells.in_a_while.sub("", words.mask.strip()), language)
    if in_a_while is not None:
        moment = scene.now + timedelta(seconds=in_a_while)
        return AlarmTime(_written(moment.replace(tzinfo=None)))
    repeat = read_repeat(words, scene.now, language)
    if repeat is None:
        if len({day.lower() for day in language.calendar.weekdays.findall(words.mask)}) > 1:
            return ask(language.say("alarm-several-days"), 0.95)
        said = read_said(words, scene)
        return None if said is None else _once(said, scene, wakes=wakes)
    rest = repeat.before.then(repeat.after).strip()
    said = read_said(rest, scene) if rest.mask else None
    if rest.mask and said is None:
        return None
    if said is None or not said.names_hour:
        return ask(language.say("alarm-what-time"), 0.95)
    return _repeated(repeat, said.when, scene, wakes=wakes)


def clocks_of(when: When, *, wakes: bool) -> list[time]:
    """The times of day that may be meant, the likelier first."""
    clock = when.clock or time()
    if not when.half_unsure:
        return [clock]
    morning = clock.replace(hour=clock.hour % _NOON)
    evening = clock.replace(hour=clock.hour % _NOON + _NOON)
    if when.part == "morning":
        return [morning]
    if when.part is not None:
        return [evening]
    first = _FIRST_TO_WAKE if wakes else _FIRST_IN_THE_MORNING
    return [morning, evening] if morning.hour >= first else [evening, morning]


def _once(said: SaidWhen, scene: Scene, *, wakes: bool) -> AlarmTime | CommandPlan:
    when, wall = said.when, scene.now.replace(tzinfo=None)
    if when.moment is not None:
        return AlarmTime(_written(when.moment.replace(tzinfo=None)))
    today = wall.date()
    if not said.names_hour:
        day = when.day or today
        days = on_day(day, today, scene.language)
        return ask(scene.language.say("alarm-what-time-then", days=days), 0.95)
    clocks = clocks_of(when, wakes=wakes)
    if when.day is None:
        return AlarmTime(_written(_next(clocks, when, wall)))
    moments = [datetime.combine(when.day, clock) for clock in clocks]
    ahead = [moment for moment in moments if moment > wall]
    if not ahead:
        over = say_moment(moments[0], today, scene.language)
        return ask(capital(scene.language.say("alarm-over", time=over)), 0.95)
    return AlarmTime(_written(ahead[0]))


def _next(clocks: list[time], when: When, wall: datetime) -> datetime:
    """The next time by the clock; in the morning, where that is what is meant."""
    coming = [_coming(clock, wall) for clock in clocks]
    is_morning = clocks[0].hour < _NOON
    said_half = not when.half_unsure or when.part is not None
    return coming[0] if said_half or is_morning else min(coming)


def _coming(clock: time, wall: datetime) -> datetime:
    moment = datetime.combine(wall.date(), clock)
    return moment if moment > wall else moment + _ONE_DAY


def _repeated(
    said: SaidRepeat, when: When, scene: Scene, *, wakes: bool
) -> AlarmTime | CommandPlan | None:
    wall = scene.now.replace(tzinfo=None)
    parts = said.core.parts
    if parts and when.part is None and parts[0] in scene.language.times.parts:
        when = msgspec.structs.replace(when, part=scene.language.times.parts[parts[0]])
    clock = clocks_of(when, wakes=wakes)[0]
    try:
        for day in (said.first or when.day or wall.date(), wall.date() + _ONE_DAY):
            begin = said.first_day(day)
            at = datetime.combine(begin, clock)
            if at > wall:
                return AlarmTime(_written(at), said.repeat(begin))
    except (InvalidInputError, OverflowError):
        return None
    return None


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
