"""Sentences about alarms."""

from datetime import datetime, timedelta

from control_api.engine.plan import CommandPlan
from control_api.language.times.durations import read_duration
from control_api.language.understanding.bells.alarm_times import (
    AlarmTime,
    clocks_of,
    read_alarm_time,
    read_said,
)
from control_api.language.understanding.bells.which import (
    bare,
    ended,
    find_bell,
    fitting_bells,
    live_bells,
    names_nothing,
    rings_then,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, ask, plan
from control_api.language.words.sentence import Slots, Words
from control_api.time.due_times import local
from control_api.time.rings import next_ring
from shared.bell_actions import CreateAlarm, ListBells, UpdateAlarm
from shared.bells import Alarm

_LONGEST_LABEL_WORDS = 10
_SAYS_SET = 0.9
"""Below this confidence no word says that something is to be set."""


def set_one(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """An alarm is set; one without a time is asked about. Raises `NoSuchDateError`."""
    language = scene.language
    said = slots["said"].mask
    if language.bells.on_a_list.search(said):
        return None  # "add an alarm to my list"
    is_loose = confidence < _SAYS_SET and language.bells.begins_otherwise.match(said)
    label = bare(slots["label"], language) if "label" in slots else ""
    is_name = len(label.split()) <= _LONGEST_LABEL_WORDS
    if is_loose or not is_name or language.bells.no_label.search(label):
        return None
    when = slots.get("when") or slots.get("length")
    if when is None:
        # In "to call Sarah at seven" there is a time.
        return None if language.bells.hour.search(label) else ask(language.say("alarm-when"), 0.95)
    time = _time(when, slots, scene)
    if time is None or isinstance(time, CommandPlan):
        return time
    return plan(CreateAlarm(at=time.at, label=label, repeat=time.repeat), confidence)


def list_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which are set, or when one of them rings. Raises `NoSuchDateError`."""
    alarms = [bell for bell in live_bells(scene, "alarm") if isinstance(bell, Alarm)]
    if "when" in slots:
        return _set_for(slots["when"], alarms, scene, confidence)
    said = slots.get("bell")
    if said is None or not alarms or names_nothing(said, scene.language):
        return plan(ListBells(kind="alarm"), confidence)
    if not bare(said, scene.language):
        return plan(ListBells(kind="alarm"), confidence)
    found = find_bell(said, scene, "alarm")
    return (
        found if isinstance(found, CommandPlan) else plan(ListBells(bell_id=found.id), confidence)
    )


def cancel(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """An alarm is off: for good, or, when it rings, until its next turn."""
    said = slots.get("bell") or slots.get("when")
    if said is not None and "bell" in slots and "when" in slots:
        said = slots["bell"].then(slots["when"])
    found = find_bell(said, scene, "alarm")
    return found if isinstance(found, CommandPlan) else plan(ended(found, scene), confidence)


def cancel_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them, or all that are called so or ring on that day."""
    alarms = live_bells(scene, "alarm")
    said = slots.get("when") or slots.get("bell")
    if not alarms:
        found = find_bell(None, scene, "alarm")
        return found if isinstance(found, CommandPlan) else None
    if said is not None:
        fitting = fitting_bells(said, alarms, scene)
        if not fitting:
            found = find_bell(said, scene, "alarm")
            return found if isinstance(found, CommandPlan) else None
        alarms = fitting
    actions = [ended(alarm, scene) for alarm in alarms]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def move(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It rings at another time from now on. Raises `NoSuchDateError`."""
    if not _is_of_alarm(slots, scene):
        return None
    found = find_bell(slots.get("bell"), scene, "alarm")
    moved = _moved(found, slots["when"], scene) if isinstance(found, Alarm) else found
    if not isinstance(found, Alarm) or not isinstance(moved, AlarmTime):
        return moved if isinstance(moved, CommandPlan) else None
    if moved.repeat is None:
        return plan(UpdateAlarm(found.id, at=moved.at), confidence)
    return plan(UpdateAlarm(found.id, at=moved.at, repeat=moved.repeat), confidence)


def shift(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It rings so much later, or earlier."""
    seconds = read_duration(slots["length"].text, scene.language)
    if seconds is None:
        return None
    found = find_bell(slots.get("bell"), scene, "alarm")
    if isinstance(found, CommandPlan):
        return found
    if not isinstance(found, Alarm):
        return None
    by = timedelta(seconds=seconds)
    if scene.language.bells.earlier.search(slots["said"].mask):
        by = -by
    at = datetime.fromisoformat(found.at) + by
    return plan(UpdateAlarm(found.id, at=at.isoformat(timespec="seconds")), confidence)


def _is_of_alarm(slots: Slots, scene: Scene) -> bool:
    """Whether an alarm is to be moved, and to a time: not a task, and not "set an alarm"."""
    names_alarm = "bell" in slots or scene.language.bells.alarm.search(slots["said"].mask)
    if not names_alarm and not _is_mentioned(scene):
        return False  # "move it to eight", said of a task
    if scene.language.bells.sets.search(slots["said"].mask) and not _is_known(slots, scene):
        return False
    return read_alarm_time(slots["when"], scene, wakes=True) is not None


def _is_known(slots: Slots, scene: Scene) -> bool:
    """Whether it is an alarm that is set: in "set a gym alarm" it need not be."""
    alarms = live_bells(scene, "alarm")
    said = slots.get("bell")
    if said is None:
        return bool(alarms)
    return not scene.language.bells.another.match(said.mask) and bool(
        fitting_bells(said, alarms, scene)
    )


def _time(when: Words, slots: Slots, scene: Scene) -> AlarmTime | CommandPlan | None:
    wakes = bool(scene.language.bells.wakes.search(slots["said"].mask))
    return read_alarm_time(when, scene, wakes=wakes)


def _moved(alarm: Alarm, when: Words, scene: Scene) -> AlarmTime | CommandPlan | None:
    """The time anew; a time of day alone keeps the day, and a day alone the time of day."""
    said = read_said(when, scene)
    shown = _shown(alarm, scene)
    if said is None or said.when.moment is not None:
        return read_alarm_time(when, scene, wakes=True)
    if not said.names_hour and said.when.day is not None and said.when.part is None:
        moment = datetime.combine(said.when.day, shown.time())
        return AlarmTime(moment.isoformat(timespec="seconds"))
    if said.names_hour and said.when.day is None:
        clock = clocks_of(said.when, wakes=True)[0]
        moment = datetime.combine(shown.date(), clock)
        if moment > scene.now.replace(tzinfo=None):
            return AlarmTime(moment.isoformat(timespec="seconds"))
    return read_alarm_time(when, scene, wakes=True)


def _set_for(
    said: Words, alarms: list[Alarm], scene: Scene, confidence: float
) -> CommandPlan | None:
    """Whether one is set for a day or a time."""
    time = read_said(said, scene)
    if time is None:
        named = fitting_bells(said, [*alarms], scene)
        one = ListBells(bell_id=named[0].id) if len(named) == 1 else ListBells(kind="alarm")
        return plan(one, confidence)
    day = time.when.day
    if not time.names_hour and time.when.part is None and day is not None:
        return plan(ListBells(kind="alarm", day=day.isoformat()), confidence)
    fitting = [alarm for alarm in alarms if rings_then(alarm, time, scene)]
    if len(fitting) == 1:
        return plan(ListBells(bell_id=fitting[0].id), confidence)
    if fitting and day is not None:
        return plan(ListBells(kind="alarm", day=day.isoformat()), confidence)
    return plan(ListBells(kind="alarm"), confidence)


def _shown(alarm: Alarm, scene: Scene) -> datetime:
    at = next_ring(alarm, scene.zone, scene.now)
    return datetime.fromisoformat(alarm.at) if at is None else local(at, scene.zone)


def _is_mentioned(scene: Scene) -> bool:
    mentioned = scene.known.mentioned[:1]
    return any(bell.id in mentioned for bell in live_bells(scene, "alarm"))


def unsaid(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A time that is none: asked about rather than made a name."""
    del slots
    return ask(scene.language.say("alarm-when"), confidence)


INTENTS = {
    "alarm_unsaid": Intent(unsaid),
    "alarm_set": Intent(set_one),
    "alarm_list": Intent(list_all),
    "alarm_cancel": Intent(cancel),
    "alarms_cancel": Intent(cancel_all),
    "alarm_move": Intent(move),
    "alarm_shift": Intent(shift),
}
