"""What to say about what was undone or done again: how things are now."""

from collections.abc import Callable

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import on_day
from control_api.language.wording.phrasing import (
    NAMED_AT_MOST,
    first_few,
    in_sentence,
    number,
    title_of,
)
from control_api.language.wording.repeat_replies import is_aside
from control_api.language.wording.thing_replies import name_of, say_import_undone
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    RestoreTask,
    SkipOccurrence,
    SnoozeTask,
    StartTask,
    Undo,
    UpdateTask,
)
from shared.moving import ImportThings
from shared.tasks import Task

_STATUS = {
    "todo": "open",
    "in_progress": "in progress",
    "completed": "done",
    "cancelled": "cancelled",
}

Due = Callable[[Task], str]
"""Says when a task is due."""


def say_taken_back(result: Result, due: Due, language: Language) -> str:
    """What an undo or redo has changed; of each thing, how it is by now."""
    again = isinstance(result.action, Redo)
    if not result.undone and result.undoes is not None:
        return f"{'Redone' if again else 'Undone'}, but all is as it was."
    if not result.undone:
        return f"There is nothing to {'do again' if again else 'undo'}."
    return f"{'Redone' if again else 'Undone'}: {_say_all(result.undone, due, language)}"


def _say_all(taken: list[Result], due: Due, language: Language) -> str:
    taken = [each for each in taken if not is_aside(each)] or taken
    if all(isinstance(each.action, ImportThings) for each in taken):
        return say_import_undone(taken, language)
    titles = first_few([title_of(each.after or each.before, language) for each in taken], language)
    if len(taken) > 1 and all(isinstance(each.action, CreateTask) for each in taken):
        return f"{titles} are off the list."
    if len(taken) > 1 and all(map(_is_new_again, taken)):
        return f"{titles} are on the list again."
    said = [_say_one(each, due, language) for each in taken[:NAMED_AT_MOST]]
    more = len(taken) - NAMED_AT_MOST
    return f"{', and '.join([*said, f'{number(more, language)} more'] if more > 0 else said)}."


def _say_one(result: Result, due: Due, language: Language) -> str:
    before, after = result.before, result.after
    again = isinstance(result.action, Undo | Redo)
    if before is None and after is None:
        return language.listed([_thing(change, language, again=again) for change in result.also])
    said = title = title_of(before or after, language)
    moved = isinstance(result.action, UpdateTask | SnoozeTask) or _moves_on(result)
    if before and after and moved:
        return _put_back(before, after, due, language) or f"{title} is as it was"
    match result.action:
        case CreateTask():
            said = f"{title} is off the list"
        case CompleteTask() | CancelTask() | StartTask() | ReopenTask() if before:
            said = f"{title} is {_STATUS[before.status]} again"
        case DeleteTask():
            said = f"{title} is back"
        case RestoreTask():
            said = f"{title} is in the trash again"
        case _ if again:
            said = _done_again(before, after, due, language)
    return said


def _done_again(before: Task | None, after: Task | None, due: Due, language: Language) -> str:
    """What was done first and undone then: the log has no other cause for it than the undo."""
    title = title_of(before or after, language)
    if before is None:
        return f"{title} is in the trash again"
    if after is None:
        return f"{title} is on the list again"
    if before.status != after.status:
        return f"{title} is {_STATUS[before.status]} again"
    return _put_back(before, after, due, language) or f"{title} is changed again"


def _put_back(before: Task, after: Task, due: Due, language: Language) -> str:
    """What one can say of the change in a few words; nothing when there are none."""
    title = in_sentence(before.title, language)
    if before.title != after.title:
        return f"{in_sentence(after.title, language)} is {title} again"
    if before.due != after.due:
        when = f"is {on_day(due(before))} again" if before.due else "has no date again"
        return f"{title} {when}"
    if before.project != after.project:
        where = f"in {before.project}" if before.project else "on no list"
        return f"{title} is {where} again"
    return ""


def _is_new_again(result: Result) -> bool:
    is_undo = isinstance(result.action, Undo | Redo)
    return is_undo and result.before is not None and result.after is None


def _moves_on(result: Result) -> bool:
    """Whether a tick or skip brought the next time of a repeating task."""
    due = [task.due for task in (result.before, result.after) if task is not None]
    return isinstance(result.action, CompleteTask | SkipOccurrence) and len(set(due)) > 1


def _thing(change: Change, language: Language, *, again: bool) -> str:
    subject = change.subject
    if isinstance(subject, Task):
        return in_sentence(subject.title, language)
    if change.before is None:
        return f"{name_of(subject)} is gone{' again' if again else ''}"
    if change.after is None:
        return f"{name_of(subject)} is back"
    return f"{name_of(subject)} is {'changed again' if again else 'as it was'}"
