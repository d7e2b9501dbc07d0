"""What to say about tasks that come again: how often, when first and next, and what is special."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import at_clock, on_day, on_due, say_due
from control_api.language.wording.phrasing import at_start, capital, in_sentence
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.language import Language
from control_api.time.due_times import local_due
from control_api.time.rule import Rule, parse_rule
from control_api.time.schedule import upcoming
from shared.actions import CatchUpTask, CompleteTask, CreateTask, SkipOccurrence, UpdateTask
from shared.tasks import Repeat, Task
from shared.things import Occurrence

_LAST_SHORT_DAY = 28
_FEBRUARY = 2


def say_repeating(result: Result, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """One or two sentences; nothing where it is the same as for every other task.

    `now` is aware, in `zone`.
    """
    before, after = result.before, result.after
    if after is None or after.due is None:
        return ""
    title = in_sentence(after.title, language)
    due = say_due(after.due, after.time_zone, now, zone, language)
    said = ""
    match result.action:
        case CreateTask() if after.repeat is not None:
            said = _made(after, after.repeat, after.due, now, zone, language)
        case UpdateTask() if before is not None and _rule(before) != _rule(after):
            said = capital(language.say("repeat-ended", title=title))
            if after.repeat is not None:
                said = _made(after, after.repeat, after.due, now, zone, language)
        case UpdateTask() if before is not None and _is_moved_once(before, after):
            said = language.say("repeat-moved-once", title=title, due=due)
        case CompleteTask() if after.repeat is not None and after.status == "completed":
            said = language.say("repeat-done-last", title=title)
        case CompleteTask() if after.repeat is not None:
            said = language.say("repeat-done", title=title, due=due)
        case SkipOccurrence():
            said = language.say("repeat-skipped", title=title, due=due)
        case CatchUpTask():
            said = capital(language.say("repeat-caught-up", title=title, due=due))
    return said


def say_next(task: Task, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """How often a task comes, and when next; nothing for one that does not repeat.

    `now` is aware, in `zone`.
    """
    if task.repeat is None or task.due is None:
        return ""
    due = on_due(task.due, task.time_zone, now, zone, language)
    title, often = at_start(task.title), say_repeat(task.repeat, language)
    return language.say("repeat-next", title=title, often=often, on_due=due)


def is_aside(undone: Result) -> bool:
    """Whether it goes along with something that is said anyway."""
    if isinstance(undone.action, CatchUpTask):
        return True
    own = undone.before is not None or undone.after is not None
    return not own and all(isinstance(change.subject, Occurrence) for change in undone.also)


def _made(
    task: Task, repeat: Repeat, due: str, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    days, clock = [], ""
    for each in upcoming(repeat, due, task.time_zone, n=2):
        moment = local_due(each, task.time_zone, zone)
        if isinstance(moment, datetime):
            clock = clock or at_clock(moment, language)
            moment = moment.date()
        days.append(on_day(moment, now.date(), language))
    title, often, first = at_start(task.title), say_repeat(repeat, language), days[0]
    if clock:
        often = language.say("repeat-at-clock", often=often, at_clock=clock)
    is_fixed = repeat.basis != "completion"
    if is_fixed and len(days) > 1:
        first = language.say("repeat-first-days", first=days[0], second=days[1])
    if task.project:
        said = language.say(
            "repeat-made-in", title=title, often=often, project=task.project, days=first
        )
    else:
        said = language.say("repeat-made", title=title, often=often, days=first)
    special = _special(repeat) if is_fixed else None
    return f"{said} {language.say(special)}" if special else said


def _special(repeat: Repeat) -> str | None:
    """The message of what happens in months that don't have the day."""
    rule = parse_rule(repeat.rule)
    is_late = any(day > _LAST_SHORT_DAY for day in rule.by_month_day)
    if rule.by_day or not is_late or rule.by_month not in {(), (_FEBRUARY,)}:
        return None
    clamps = repeat.month_end == "clamp"
    if rule.by_month:
        return "repeat-short-februaries-last-day" if clamps else "repeat-short-februaries-left-out"
    return "repeat-short-months-last-day" if clamps else "repeat-short-months-left-out"


def _rule(task: Task) -> tuple[Rule, str] | None:
    return None if task.repeat is None else (parse_rule(task.repeat.rule), task.repeat.basis)


def _is_moved_once(before: Task, after: Task) -> bool:
    moved = before.due != after.due and before.title == after.title
    return moved and after.repeat is not None and after.repeat.moved_from is not None
