"""What to say about timers and alarms: what was set, what is left, what rings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.bell_words import (
    bare_name,
    bell_name,
    counted,
    say_left,
    say_length,
    say_when,
    say_when_it_rings,
)
from control_api.language.wording.dates_aloud import at_clock, say_clock, say_day
from control_api.language.wording.phrasing import at_start, first_few, how_many
from control_api.language.words.language import Language
from control_api.log.changes import Change
from control_api.time.due_times import local
from control_api.time.rings import next_ring, ringing_since, seconds_left
from shared.bell_actions import (
    CreateAlarm,
    CreateTimer,
    DeleteAlarm,
    DeleteTimer,
    ListBells,
    SnoozeBell,
    StopBell,
    UpdateAlarm,
    UpdateTimer,
)
from shared.bells import Alarm, Bell, Timer

_LATE_S = 120


def say_bells(result: Result, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What became of timers and alarms, or which there are. `now` is aware, in `zone`."""
    voice = _Voice(now, zone, language)
    changes, said = result.also, ""
    match result.action:
        case ListBells() as asked:
            found = [each for each in result.things if isinstance(each, Timer | Alarm)]
            said = voice.listed(asked, found)
        case CreateTimer() | CreateAlarm():
            said = " ".join(voice.set(change.after) for change in changes)
        case UpdateTimer() | UpdateAlarm():
            said = " ".join(map(voice.changed, changes))
        case DeleteTimer() | DeleteAlarm():
            said = " ".join(f"Cancelled {voice.name(change.before)}." for change in changes)
        case SnoozeBell() as put_off:
            said = f"Snoozed for {how_many(put_off.minutes, language, 'minute')}."
        case StopBell():
            said = " ".join(map(voice.stopped, changes))
        case _:
            pass
    return said


class _Voice:
    def __init__(self, now: datetime, zone: ZoneInfo, language: Language) -> None:
        self._now = now
        self._zone = zone
        self._language = language

    def name(self, bell: object) -> str:
        return bell_name(bell, self._language) if isinstance(bell, Timer | Alarm) else "it"

    def set(self, bell: object) -> str:
        if isinstance(bell, Timer):
            what = f"{at_start(bell.label)} timer" if bell.label else "Timer"
            return f"{what} set for {say_length(bell.seconds, self._language)}."
        if isinstance(bell, Alarm):
            what = f"{at_start(bell.label)} alarm" if bell.label else "Alarm"
            return f"{what} set for {self._when(bell)}."
        return ""

    def changed(self, change: Change) -> str:
        before, after = change.before, change.after
        if isinstance(before, Timer) and isinstance(after, Timer):
            return self._timer_changed(before, after)
        if isinstance(before, Alarm) and isinstance(after, Alarm):
            return self._alarm_changed(before, after)
        return ""

    def stopped(self, change: Change) -> str:
        if isinstance(change.after, Alarm):
            return f"Alarm off. It rings again {self._rings(change.after)}."
        if isinstance(change.before, Alarm):
            return "Alarm off."
        return f"Stopped {self.name(change.before)}."

    def listed(self, asked: ListBells, bells: list[Bell]) -> str:
        if not bells:
            return self._none(asked)
        if len(bells) == 1:
            return self._one(bells[0])
        kinds = {bell.KIND for bell in bells}
        if len(kinds) > 1:
            parts = [self._several([b for b in bells if kind == b.KIND]) for kind in sorted(kinds)]
            return f"You have {' and '.join(parts)}."
        return f"You have {self._several(bells)}."

    def _several(self, bells: list[Bell]) -> str:
        named = first_few([self._item(bell) for bell in bells], self._language)
        return f"{counted(len(bells), bells[0].KIND, self._language)}: {named}"

    def _item(self, bell: Bell) -> str:
        name = bare_name(bell, self._language)
        if isinstance(bell, Alarm):
            return f"{bell.label} {self._rings(bell)}" if bell.label else self._rings(bell)
        if bell.ends_at is None:
            return f"{name}, paused with {self._left(bell)} left"
        if ringing_since(bell, self._zone, self._now):
            return f"{name}, which is done"
        return f"{name} with {self._left(bell)} left"

    def _one(self, bell: Bell) -> str:
        name = at_start(bell_name(bell, self._language))
        rings = ringing_since(bell, self._zone, self._now)
        if isinstance(bell, Timer):
            if rings:
                return f"{name} is done."
            paused = ", and is paused" if bell.ends_at is None else ""
            return f"{name} has {self._left(bell)} left{paused}."
        if rings and next_ring(bell, self._zone, self._now) is None:
            return f"{name} is ringing."
        what = f"{name} is" if bell.label else "Your alarm is"
        return f"{what} set for {self._when(bell)}."

    def _timer_changed(self, before: Timer, after: Timer) -> str:
        name = self.name(after)
        if before.ends_at is not None and after.ends_at is None:
            return f"Paused {name} with {self._left(after)} left."
        if before.ends_at is None and after.ends_at is not None:
            return f"{at_start(name)} goes on, with {self._left(after)} left."
        if before.label != after.label:
            return f"It's {name} now."
        if before == after:
            state = "is paused" if after.ends_at is None else "is running"
            return f"{at_start(name)} {state} already, with {self._left(after)} left."
        return f"{at_start(name)} has {self._left(after)} left now."

    def _alarm_changed(self, before: Alarm, after: Alarm) -> str:
        if before == after:
            return f"It was so already: {self.name(after)}, {self._when(after)}."
        if before.label != after.label:
            return f"It's {self.name(after)} now."
        name = f"the {after.label} alarm" if after.label else "the alarm"
        return f"Moved {name} to {self._when(after)}."

    def _left(self, timer: Timer) -> str:
        return say_left(seconds_left(timer, self._now), self._language)

    def _when(self, alarm: Alarm) -> str:
        return say_when(alarm, self._now, self._zone, self._language)

    def _rings(self, alarm: Alarm) -> str:
        return say_when_it_rings(alarm, self._now, self._zone, self._language)

    def _none(self, asked: ListBells) -> str:
        if asked.day is not None:
            day = datetime.fromisoformat(asked.day).date()
            said = say_day(day, local(self._now, self._zone).date(), self._language)
            return f"No alarm is set for {said}."
        if asked.kind == "timer":
            return "No timer is running."
        return "No alarm is set." if asked.kind == "alarm" else "No timer or alarm is set."


def say_ringing(bell: Bell, at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What is said when it rings; both times are aware."""
    shown = local(at, zone)
    is_late = (now - at).total_seconds() > _LATE_S
    if isinstance(bell, Timer):
        name = bell_name(bell, language)
        return (
            f"{at_start(name)} was done {at_clock(shown, language)}."
            if is_late
            else f"{at_start(name)} is done."
        )
    about = f": {bell.label}" if bell.label else ""
    if is_late:
        return f"The alarm for {say_clock(shown, language)} is late{about}."
    return f"It's {say_clock(shown, language)}{about}."


def say_missed(bell: Bell, at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What is said of what rang, or should have, when nobody was there for long."""
    shown, today = local(at, zone), local(now, zone).date()
    day = "" if shown.date() == today else f"{say_day(shown.date(), today, language)} "
    did = "was done" if isinstance(bell, Timer) else "was set for"
    when = at_clock(shown, language) if isinstance(bell, Timer) else say_clock(shown, language)
    name = bell_name(bell, language) if isinstance(bell, Timer) or bell.label else "an alarm"
    return f"You missed {name}. It {did} {day}{when}."
