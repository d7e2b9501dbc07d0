"""The question before what takes in many at once: a whole list, all tasks that are so."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import first_few, how_many
from control_api.language.wording.quoting import in_quotes, quoted
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.tasks import Task
from shared.things import Person, Project, Tag, Thing


def question_of_all(
    results: list[Result],
    changes: list[Change],
    language: Language,
    *,
    now: datetime,
    zone: ZoneInfo,
) -> str:
    """What would become of all of them; nothing when that is asked as of others."""
    gone = [c.before for c in changes if isinstance(c.before, Project) and c.after is None]
    if len(gone) == 1:
        return _list_gone(gone[0], results, changes, language)
    if len(changes) == 1:
        return _one_gone(changes[0], results, language)
    return _moved_together(changes, language, now, zone)


def _list_gone(
    gone: Project, results: list[Result], changes: list[Change], language: Language
) -> str:
    along = [
        quoted(c.before, language)
        for c in changes
        if isinstance(c.before, Task) and c.after is None
    ]
    if len(along) + 1 != len(changes):
        return ""
    name = in_quotes(gone.name, language)
    if along:
        tasks, names = how_many(len(along), language), first_few(along, language)
        return language.say("question-list-and-tasks", list=name, tasks=tasks, names=names)
    held = sum(result.reach for result in results)
    if not held:
        return language.say("question-list-empty", list=name)
    tasks = how_many(held, language)
    return language.say("question-list-alone", list=name, count=held, tasks=tasks)


def _one_gone(change: Change, results: list[Result], language: Language) -> str:
    """What a tag or a person is taken off."""
    held = sum(result.reach for result in results)
    gone = change.before
    if change.after is not None or not held or not isinstance(gone, Tag | Person):
        return ""
    tasks = how_many(held, language)
    if isinstance(gone, Tag):
        return language.say("question-tag", tag=quoted(gone, language), tasks=tasks)
    return language.say("question-person", name=quoted(gone, language), count=held, tasks=tasks)


def _moved_together(
    changes: list[Change], language: Language, now: datetime, zone: ZoneInfo
) -> str:
    """Tasks that are all to go to one place or day."""
    # A list that is made for them is no other thing to be asked about.
    changes = [c for c in changes if c.before is not None or not isinstance(c.after, Project)]
    afters = [change.after for change in changes if _is_moved(change.before, change.after)]
    tasks = [after for after in afters if isinstance(after, Task)]
    if len(tasks) != len(changes):
        return ""
    count = how_many(len(tasks), language)
    names = first_few([quoted(task, language) for task in tasks], language)
    is_filed = all(_project(change.before) != _project(change.after) for change in changes)
    if is_filed and len({task.project for task in tasks}) == 1:
        if not tasks[0].project:
            return language.say("question-all-off-lists", tasks=count, names=names)
        to = in_quotes(tasks[0].project, language)
        return language.say("question-all-to-list", tasks=count, list=to, names=names)
    due = _one_day(tasks)
    if due is None:
        return language.say("question-all-moved", tasks=count, names=names)
    if not due:
        return language.say("question-all-off-dates", tasks=count, names=names)
    day = say_due(due, tasks[0].time_zone, now, zone, language)
    return language.say("question-all-to-day", tasks=count, due=day, names=names)


def _one_day(tasks: list[Task]) -> str | None:
    """When all of them are due, or only the day; empty for at no time, None for at several."""
    if len({(task.due, task.time_zone) for task in tasks}) == 1:
        return tasks[0].due or ""
    days = {(task.due or "")[:10] for task in tasks}
    return days.pop() if len(days) == 1 else None


def _is_moved(before: Task | Thing | None, after: Task | Thing | None) -> bool:
    return (
        isinstance(before, Task)
        and isinstance(after, Task)
        and before.status == after.status
        and (before.due, before.project_id) != (after.due, after.project_id)
    )


def _project(subject: Task | Thing | None) -> str | None:
    return subject.project_id if isinstance(subject, Task) else None
