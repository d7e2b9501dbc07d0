"""What to say about tasks that come again: how often, when first and next, and what is special."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import at_clock, on_day, on_due, say_due
from control_api.language.wording.phrasing import at_start, in_sentence
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
            said = f"{at_start(title)} does not repeat any more."
            if after.repeat is not None:
                said = _made(after, after.repeat, after.due, now, zone, language)
        case UpdateTask() if before is not None and _is_moved_once(before, after):
            said = f"Moved {title} to {due}, this time only."
        case CompleteTask() if after.repeat is not None:
            over = after.status == "completed"
            said = f"Done: {title}. {'That was the last time.' if over else f'Next: {due}.'}"
        case SkipOccurrence():
            said = f"Skipped {title} this time. Next: {due}."
        case CatchUpTask():
            said = f"{at_start(title)} is due {due}."
    return said


def say_next(task: Task, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """How often a task comes, and when next; nothing for one that does not repeat.

    `now` is aware, in `zone`.
    """
    if task.repeat is None or task.due is None:
        return ""
    due = on_due(task.due, task.time_zone, now, zone, language)
    return f"{at_start(task.title)}, {say_repeat(task.repeat, language)}: next {due}."


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
            clock = clock or f" {at_clock(moment, language)}"
            moment = moment.date()
        days.append(on_day(moment, now.date(), language))
    where = f", in {task.project}" if task.project else ""
    how_often = f"{at_start(task.title)}, {say_repeat(repeat, language)}{clock}{where}"
    if repeat.basis == "completion":
        return f"{how_often}: first {days[0]}."
    return f"{how_often}: first {', then '.join(days)}.{_special(repeat)}"


def _special(repeat: Repeat) -> str:
    """What happens in months that don't have the day."""
    rule = parse_rule(repeat.rule)
    if rule.by_day or not any(day > _LAST_SHORT_DAY for day in rule.by_month_day):
        return ""
    if rule.by_month == (_FEBRUARY,):
        clamped = " In other years it's February 28."
        return clamped if repeat.month_end == "clamp" else " Other years are left out."
    if rule.by_month:
        return ""
    if repeat.month_end == "clamp":
        return " In shorter months it's the last day."
    return " Shorter months are left out."


def _rule(task: Task) -> tuple[Rule, str] | None:
    return None if task.repeat is None else (parse_rule(task.repeat.rule), task.repeat.basis)


def _is_moved_once(before: Task, after: Task) -> bool:
    moved = before.due != after.due and before.title == after.title
    return moved and after.repeat is not None and after.repeat.moved_from is not None
