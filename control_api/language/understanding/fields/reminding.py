"""When to speak up about a task: before it, at a time of its own, again in a while."""

from datetime import UTC, date, datetime, time, timedelta

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import check_ahead, read_when
from control_api.language.times.said_times import find_times
from control_api.language.understanding.fields.lengths import read_minutes, with_delay
from control_api.language.understanding.fields.meant import (
    IT,
    Changes,
    OfOne,
    Prepare,
    as_plan,
    find_meant,
    on_task,
    split_named,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import fitting_tasks
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots, Words
from control_api.time.due_times import local_due
from shared.actions import CreateTask, SnoozeTask, UpdateTask
from shared.tasks import Anchor, Reminder, Task

_DAY_MIN = 24 * 60
_MORNING = time(9)
"""When to speak up on a day of which no time was said."""
_EVENING = time(20)
_MORNING_MIN = 9 * 60
_SNOOZE_MIN = 10
_LONGEST_MIN = 366 * _DAY_MIN
Times = list[tuple[Anchor, str, str | None]]
"""What a reminder can go before: the anchor, the local time and its zone."""


def remind_before(task: Task, slots: Slots, scene: Scene) -> Changes:
    """So long before it is due, else before its deadline or its start."""
    minutes = read_minutes(slots["delay"], scene)
    return None if not minutes else _remind(task, minutes, slots, scene)


def remind_day_before(task: Task, slots: Slots, scene: Scene) -> Changes:
    """On "the day before", which is as good as "a day before"."""
    return _remind(task, _DAY_MIN, slots, scene)


def remind_evening_before(task: Task, slots: Slots, scene: Scene) -> Changes:
    """In the evening of the day before it is due, else before its deadline or its start."""
    for _, at, zone in _times_said(task, slots, scene):
        begins = _moment_of(local_due(at, zone, scene.zone), scene)
        evening = datetime.combine(begins.date() - timedelta(days=1), _EVENING)
        if evening.replace(tzinfo=scene.zone) > scene.now:
            return _with(
                task, Reminder(at=evening.isoformat(timespec="seconds"), time_zone=scene.zone.key)
            )
    return _remind(task, _DAY_MIN, slots, scene)


def _before(change: OfOne, prepare: Prepare = lambda slots, _: slots) -> Intent:
    """Before the task that is named, or before the deadline of it or of the one mentioned last."""

    def of_its_task(slots: Slots, scene: Scene) -> Slots | None:
        prepared = prepare(slots, scene)
        if prepared is None or "task" not in prepared:
            return prepared
        said = prepared["task"]
        found = scene.language.fields.deadline_of.fullmatch(said.mask)
        if found is None or _has_task(said, scene):
            return prepared
        owner = next((name for name, words in found.groupdict().items() if words), None)
        rest = {name: words for name, words in prepared.items() if name != "task"}
        return {**rest, "task": said.slice(*found.span(owner))} if owner else rest

    return _unless_a_day(on_task(change, of_its_task, is_named_behind=True))


def _has_task(words: Words, scene: Scene) -> bool:
    return bool(fitting_tasks(words.text, scene.known.open_tasks, scene.language, strict=True))


def _unless_a_day(intent: Intent) -> Intent:
    """Not for "two days before Christmas to call Anna": that is when to remind of a new one."""

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        said = slots["task"].mask if "task" in slots else ""
        first = next(iter(find_times(said, scene.now, scene.language)), None)
        begins = first is not None and first.start == 0
        if first and begins and scene.language.phrases.no_time.match(said[first.end :].strip()):
            return None
        return intent.read(slots, scene, confidence)

    return msgspec.structs.replace(intent, read=read)


def remind_then(task: Task, slots: Slots, scene: Scene) -> Changes:
    """When its time has come."""
    return _remind(task, 0, slots, scene)


def remind_at(task: Task, slots: Slots, scene: Scene) -> Changes:
    """At a time that is not its own."""
    at = _moment(slots["when"], scene)
    if at is None:
        return None
    written = at.replace(tzinfo=None).isoformat(timespec="seconds")
    return _with(task, Reminder(at=written, time_zone=scene.zone.key))


def remind_at_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """With nothing between the task and the time."""
    named = split_named(slots["task_and_text"], scene)
    if named is None or not named[1].text:
        return None
    return as_plan(remind_at(named[0], {"when": named[1]}, scene), confidence)


def remind_of(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Of a task that is there: on the day that is said, which becomes its own where it has none."""
    if "when" in slots:
        task, when = find_meant(slots["task"], scene, only_known=True), slots["when"]
    else:
        task, when = split_named(slots["task_and_text"], scene) or (None, IT)
    if not isinstance(task, Task):
        return None
    if not when.text:
        title = in_sentence(task.title, scene.language)
        return ask(scene.language.say("remind-unsaid", title=title))
    return as_plan(_of(task, when, scene), confidence)


def _of(task: Task, when: Words, scene: Scene) -> Changes:
    if _times(task):
        return remind_at(task, {"when": when}, scene)
    said = read_when(when, scene.now, scene.language)
    if said is None:
        return None
    check_ahead(when, said, scene.now, scene.language)
    due = due_of(said, scene.now, scene.zone)
    return [UpdateTask(task.id, due=due.due, time_zone=due.time_zone)]


def remind_never(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Not any more. What only speaks up when its time of day has come loses that, on a yes."""
    del slots
    if task.reminders:
        return [UpdateTask(task.id, reminders=[])]
    title = at_start(task.title)
    if task.due is None or "T" not in task.due:
        return refuse(scene.language.say("reminders-none", task=title))
    all_day = UpdateTask(task.id, due=task.due.partition("T")[0], time_zone=None)
    asks = Question(wants="yes", actions=[all_day])
    return ask(scene.language.say("reminder-at-due-only", task=title), asks=asks)


def snooze(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Again in a while; in ten minutes when nothing is said."""
    minutes = read_minutes(slots["delay"], scene) if "delay" in slots else _SNOOZE_MIN
    return None if not minutes else [SnoozeTask(task.id, minutes)]


def snooze_until(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Again at a time, or in the morning of a day."""
    at = _moment(slots["when"], scene)
    if at is None:
        return None
    minutes = -(-int((at.astimezone(UTC) - scene.now.astimezone(UTC)).total_seconds()) // 60)
    if not 1 <= minutes <= _LONGEST_MIN:
        return ask(scene.language.say("remind-again-unsaid"))
    return [SnoozeTask(task.id, minutes)]


def anchored(task: Task | CreateTask, minutes: int, scene: Scene) -> Reminder | None:
    """The reminder so long before one of the task's times; None when it has none that will do.

    Of a day without a time, the one comes in the morning: so many days before.
    """
    return _anchored(_times(task), minutes, scene)


def _anchored(times: Times, minutes: int, scene: Scene) -> Reminder | None:
    for anchor, at, zone in times:
        if "T" in at:
            day_min = 0
        elif minutes % _DAY_MIN:
            return None
        else:
            day_min = _MORNING_MIN
        before = minutes - day_min
        begins = local_due(at, zone, scene.zone)
        moment = _moment_of(begins, scene)
        if before < 0 or moment - timedelta(minutes=before) <= scene.now:
            return None
        return Reminder(before_min=before, anchor=anchor)
    return None


def _remind(task: Task, minutes: int, slots: Slots, scene: Scene) -> Changes:
    language, title = scene.language, at_start(task.title)
    times = _times_said(task, slots, scene)
    at = next((at for _, at, _ in times), None)
    if at is None:
        return ask(language.say("remind-without-date", task=title))
    reminder = _anchored(times, minutes, scene)
    if reminder is not None:
        return _with(task, reminder)
    if "T" in at or (minutes % _DAY_MIN == 0 and minutes):
        return ask(language.say("remind-too-late", title=in_sentence(task.title, language)))
    return ask(language.say("remind-without-clock", task=title))


def with_own(task: Task | CreateTask, reminder: Reminder) -> list[Reminder]:
    """The task's reminders and another one."""
    own = task.reminders
    if not own and task.due is not None and "T" in task.due:
        own = [Reminder(before_min=0)]  # the one that it has anyway, and would lose
    return [*(each for each in own if each != reminder), reminder]


def _with(task: Task, reminder: Reminder) -> Changes:
    return [UpdateTask(task.id, reminders=with_own(task, reminder))]


def _times_said(task: Task, slots: Slots, scene: Scene) -> Times:
    """Its deadline where that was said and it has one, else all."""
    is_deadline = scene.language.fields.deadline.search(slots["said"].mask)
    times = _times(task)
    return [each for each in times if is_deadline and each[0] == "deadline"] or times


def _times(task: Task | CreateTask) -> Times:
    """What a reminder can go before, the likeliest first."""
    times: list[tuple[Anchor, str | None, str | None]] = [
        ("due", task.due, task.time_zone),
        ("deadline", task.deadline, task.deadline_time_zone),
        ("start", task.start, task.start_time_zone),
    ]
    return [(anchor, at, zone) for anchor, at, zone in times if at is not None]


def _moment_of(begins: date | datetime, scene: Scene) -> datetime:
    if isinstance(begins, datetime):
        return begins.replace(tzinfo=scene.zone)
    return datetime.combine(begins, time(), scene.zone)


def _moment(words: Words, scene: Scene) -> datetime | None:
    """The time that the words are, aware; of a day its morning. Raises NoSuchDateError."""
    when = read_when(words, scene.now, scene.language)
    if when is None:
        return None
    check_ahead(words, when, scene.now, scene.language)
    due = due_of(when, scene.now, scene.zone)
    if due.due is None:
        return None
    moment = local_due(due.due, due.time_zone, scene.zone)
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=scene.zone)
    return datetime.combine(moment, _MORNING, scene.zone)


INTENTS = {
    "remind_before": _before(remind_before, with_delay),
    "remind_day_before": _before(remind_day_before),
    "remind_evening_before": _before(remind_evening_before),
    "remind_then": _before(remind_then),
    "remind_at": on_task(remind_at),
    "remind_of": Intent(remind_of, remind_of),
    "remind_at_bare": Intent(remind_at_bare),
    "remind_never": on_task(remind_never),
    "snooze": on_task(snooze, with_delay),
    "snooze_until": on_task(snooze_until),
}
