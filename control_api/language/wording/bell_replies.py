"""What to say about timers and alarms: what was set, what is left, what rings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.bell_words import (
    bare_name,
    bell_name,
    say_left,
    say_length,
    say_when,
    say_when_it_rings,
)
from control_api.language.wording.dates_aloud import at_clock, say_clock, say_day, say_moment
from control_api.language.wording.phrasing import at_start, capital, first_few, how_many
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
            said = " ".join(map(voice.cancelled, changes))
        case SnoozeBell() as put_off:
            length = how_many(put_off.minutes, language, "minute")
            said = language.say("bell-snoozed", length=length)
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

    def set(self, bell: object) -> str:
        if isinstance(bell, Timer):
            length, label = say_length(bell.seconds, self._language), at_start(bell.label)
            if not bell.label:
                return self._language.say("timer-set", length=length)
            return self._language.say("timer-set-named", label=label, length=length)
        if isinstance(bell, Alarm):
            when, label = self._when(bell), at_start(bell.label)
            if not bell.label:
                return self._language.say("alarm-set", when=when)
            return self._language.say("alarm-set-named", label=label, when=when)
        return ""

    def changed(self, change: Change) -> str:
        before, after = change.before, change.after
        if isinstance(before, Timer) and isinstance(after, Timer):
            return self._timer_changed(before, after)
        if isinstance(before, Alarm) and isinstance(after, Alarm):
            return self._alarm_changed(before, after)
        return ""

    def cancelled(self, change: Change) -> str:
        before = change.before
        if not isinstance(before, Timer | Alarm):
            return ""
        return self._language.say("bell-cancelled", bell=self._name(before))

    def stopped(self, change: Change) -> str:
        before, after = change.before, change.after
        if isinstance(after, Alarm):
            return self._language.say("alarm-off-until", rings=self._rings(after))
        if isinstance(before, Timer):
            return self._language.say("bell-stopped", bell=self._name(before))
        return self._language.say("alarm-off")

    def listed(self, asked: ListBells, bells: list[Bell]) -> str:
        if not bells:
            return self._none(asked)
        if len(bells) == 1:
            return capital(self._one(bells[0]))
        timers = [bell for bell in bells if isinstance(bell, Timer)]
        alarms = [bell for bell in bells if isinstance(bell, Alarm)]
        if timers and alarms:
            return self._language.say(
                "bells-there-both", alarms=self._alarms(alarms), timers=self._timers(timers)
            )
        named = self._timers(timers) if timers else self._alarms(alarms)
        return self._language.say("bells-there", bells=named)

    def _timers(self, timers: list[Timer]) -> str:
        named = first_few([self._timer_item(timer) for timer in timers], self._language)
        count = how_many(len(timers), self._language, "timer")
        return self._language.say("bells-of-a-kind", count=count, bells=named)

    def _alarms(self, alarms: list[Alarm]) -> str:
        named = first_few([self._alarm_item(alarm) for alarm in alarms], self._language)
        count = how_many(len(alarms), self._language, "alarm")
        return self._language.say("bells-of-a-kind", count=count, bells=named)

    def _timer_item(self, timer: Timer) -> str:
        name = bare_name(timer, self._language)
        if timer.ends_at is None:
            return self._language.say("timer-item-paused", timer=name, left=self._left(timer))
        if ringing_since(timer, self._zone, self._now):
            return self._language.say("timer-item-done", timer=name)
        return self._language.say("timer-item", timer=name, left=self._left(timer))

    def _alarm_item(self, alarm: Alarm) -> str:
        rings = self._rings(alarm)
        if not alarm.label:
            return rings
        return self._language.say("alarm-item-named", label=alarm.label, rings=rings)

    def _one(self, bell: Bell) -> str:
        name = self._name(bell)
        rings = ringing_since(bell, self._zone, self._now)
        if isinstance(bell, Timer):
            if rings:
                return self._language.say("timer-done", timer=name)
            said = "timer-left-paused" if bell.ends_at is None else "timer-left"
            return self._language.say(said, timer=name, left=self._left(bell))
        if rings and next_ring(bell, self._zone, self._now) is None:
            return self._language.say("alarm-is-ringing", alarm=name)
        if not bell.label:
            return self._language.say("alarm-is-set", when=self._when(bell))
        return self._language.say("alarm-is-set-named", alarm=name, when=self._when(bell))

    def _timer_changed(self, before: Timer, after: Timer) -> str:
        name, left = self._name(after), self._left(after)
        if before.ends_at is not None and after.ends_at is None:
            said = "timer-paused"
        elif before.ends_at is None and after.ends_at is not None:
            said = "timer-resumed"
        elif before.label != after.label:
            return self._language.say("bell-renamed", bell=name)
        elif before == after:
            said = "timer-paused-already" if after.ends_at is None else "timer-running-already"
        else:
            said = "timer-left-now"
        return capital(self._language.say(said, timer=name, left=left))

    def _alarm_changed(self, before: Alarm, after: Alarm) -> str:
        name, when = self._name(after), self._when(after)
        if before == after:
            return self._language.say("alarm-so-already", alarm=name, when=when)
        if before.label != after.label:
            return self._language.say("bell-renamed", bell=name)
        if not after.label:
            return self._language.say("alarm-moved", when=when)
        return self._language.say("alarm-moved-named", label=after.label, when=when)

    def _name(self, bell: Bell) -> str:
        return bell_name(bell, self._language)

    def _left(self, timer: Timer) -> str:
        return say_left(seconds_left(timer, self._now), self._language)

    def _when(self, alarm: Alarm) -> str:
        return say_when(alarm, self._now, self._zone, self._language)

    def _rings(self, alarm: Alarm) -> str:
        return say_when_it_rings(alarm, self._now, self._zone, self._language)

    def _none(self, asked: ListBells) -> str:
        if asked.day is not None:
            today = local(self._now, self._zone).date()
            day = say_day(datetime.fromisoformat(asked.day).date(), today, self._language)
            return self._language.say("alarm-none-on", day=day)
        if asked.kind == "timer":
            return self._language.say("timer-none")
        return self._language.say("alarm-none" if asked.kind == "alarm" else "bell-none")


def say_ringing(bell: Bell, at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What is said when it rings; both times are aware."""
    shown = local(at, zone)
    is_late = (now - at).total_seconds() > _LATE_S
    if isinstance(bell, Timer):
        timer = bell_name(bell, language)
        if is_late:
            then = at_clock(shown, language)
            return capital(language.say("timer-was-done", timer=timer, at_clock=then))
        return capital(language.say("timer-done", timer=timer))
    clock = say_clock(shown, language)
    if bell.label:
        said = "alarm-late-named" if is_late else "alarm-rings-named"
        return language.say(said, clock=clock, label=bell.label)
    return language.say("alarm-late" if is_late else "alarm-rings", clock=clock)


def say_missed(bell: Bell, at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What is said of what rang, or should have, when nobody was there for long."""
    shown, today = local(at, zone), local(now, zone).date()
    is_today, name = shown.date() == today, bell_name(bell, language)
    if isinstance(bell, Timer):
        if is_today:
            then = at_clock(shown, language)
            return language.say("timer-missed", timer=name, at_clock=then)
        moment = say_moment(shown, today, language)
        return language.say("timer-missed-then", timer=name, moment=moment)
    day, clock = say_day(shown.date(), today, language), say_clock(shown, language)
    if bell.label and is_today:
        return language.say("alarm-missed-named", alarm=name, clock=clock)
    if bell.label:
        return language.say("alarm-missed-named-then", alarm=name, day=day, clock=clock)
    if is_today:
        return language.say("alarm-missed", clock=clock)
    return language.say("alarm-missed-then", day=day, clock=clock)
