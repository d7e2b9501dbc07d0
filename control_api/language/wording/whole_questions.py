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
    along = [quoted(c.before) for c in changes if isinstance(c.before, Task) and c.after is None]
    if len(along) + 1 != len(changes):
        return ""
    if along:
        count = how_many(len(along), language)
        named = first_few(along, language)
        return f"That would delete the list {in_quotes(gone.name)} and {count}: {named}. Shall I?"
    held = sum(result.reach for result in results)
    stays = "It has no open tasks."
    if held:
        verb, they = ("stays", "it is") if held == 1 else ("stay", "they are")
        stays = f"Its {how_many(held, language)} {verb}, but {they} on no list then."
    return f"Delete the list {in_quotes(gone.name)}? {stays}"


def _one_gone(change: Change, results: list[Result], language: Language) -> str:
    """What a tag or a person is taken off."""
    held = sum(result.reach for result in results)
    gone = change.before
    if change.after is not None or not held or not isinstance(gone, Tag | Person):
        return ""
    count = how_many(held, language)
    if isinstance(gone, Tag):
        return f"Delete the tag {quoted(gone)}? That takes it off {count}."
    return f"Delete {quoted(gone)}? Then {count} {'is' if held == 1 else 'are'} nobody's."


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
    count = f"{how_many(len(tasks), language)}"
    named = first_few([quoted(task) for task in tasks], language)
    is_filed = all(_project(change.before) != _project(change.after) for change in changes)
    if is_filed and len({task.project for task in tasks}) == 1:
        to = f"to {in_quotes(tasks[0].project)}" if tasks[0].project else "off their lists"
    elif {task.due for task in tasks} == {None}:
        return f"That would take the date off {count}: {named}. Shall I?"
    elif len({(task.due, task.time_zone) for task in tasks}) == 1 and tasks[0].due:
        to = f"to {say_due(tasks[0].due, tasks[0].time_zone, now, zone, language)}"
    elif len({task.due and task.due[:10] for task in tasks}) == 1 and tasks[0].due:
        to = f"to {say_due(tasks[0].due[:10], None, now, zone, language)}"
    else:
        to = ""
    return f"That would move {count}{f' {to}' if to else ''}: {named}. Shall I?"


def _is_moved(before: Task | Thing | None, after: Task | Thing | None) -> bool:
    return (
        isinstance(before, Task)
        and isinstance(after, Task)
        and before.status == after.status
        and (before.due, before.project_id) != (after.due, after.project_id)
    )


def _project(subject: Task | Thing | None) -> str | None:
    return subject.project_id if isinstance(subject, Task) else None
