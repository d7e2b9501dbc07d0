"""What to say about what was undone or done again: how things are now."""

from collections.abc import Callable

from control_api.engine.results import Result
from control_api.language.wording.phrasing import (
    NAMED_AT_MOST,
    first_few,
    in_sentence,
    joined,
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
from shared.voice_settings import VoiceSettings

Due = Callable[[Task], str]
"""Says when a task is due, with its preposition."""


def say_taken_back(result: Result, due: Due, language: Language) -> str:
    """What an undo or redo has changed; of each thing, how it is by now."""
    again = isinstance(result.action, Redo)
    if result.undone:
        said = _say_all(result.undone, due, language)
        return language.say("redone" if again else "undone", said=said)
    if result.undoes is not None:
        return language.say("redone-as-it-was" if again else "undone-as-it-was")
    return language.say("redone-nothing" if again else "undone-nothing")


def _say_all(taken: list[Result], due: Due, language: Language) -> str:
    taken = [each for each in taken if not is_aside(each)] or taken
    if all(isinstance(each.action, ImportThings) for each in taken):
        return say_import_undone(taken, language)
    titles = first_few([title_of(each.after or each.before, language) for each in taken], language)
    if len(taken) > 1 and all(isinstance(each.action, CreateTask) for each in taken):
        return language.say("undone-all-off", titles=titles)
    if len(taken) > 1 and all(map(_is_new_again, taken)):
        return language.say("undone-all-on-again", titles=titles)
    clauses = joined([_say_one(each, due, language) for each in taken[:NAMED_AT_MOST]], language)
    more = len(taken) - NAMED_AT_MOST
    if more > 0:
        clauses = language.say("first-few", names=clauses, more=number(more, language))
    return language.say("undone-clauses", clauses=clauses)


def _say_one(result: Result, due: Due, language: Language) -> str:
    before, after = result.before, result.after
    again = isinstance(result.action, Undo | Redo)
    if before is None and after is None:
        return language.listed([_thing(change, language, again=again) for change in result.also])
    said = title = title_of(before or after, language)
    moved = isinstance(result.action, UpdateTask | SnoozeTask) or _moves_on(result)
    if before and after and moved:
        put_back = _put_back(before, after, due, language)
        return put_back or language.say("undone-to-before", title=title)
    match result.action:
        case CreateTask():
            said = language.say("undone-off", title=title)
        case CompleteTask() | CancelTask() | StartTask() | ReopenTask() if before:
            said = language.say("undone-status", title=title, status=before.status)
        case DeleteTask():
            said = language.say("undone-back", title=title)
        case RestoreTask():
            said = language.say("undone-in-trash", title=title)
        case _ if again:
            said = _done_again(before, after, due, language)
    return said


def _done_again(before: Task | None, after: Task | None, due: Due, language: Language) -> str:
    """What was done first and undone then: the log has no other cause for it than the undo."""
    title = title_of(before or after, language)
    if before is None:
        return language.say("undone-in-trash", title=title)
    if after is None:
        return language.say("undone-on-again", title=title)
    if before.status != after.status:
        return language.say("undone-status", title=title, status=before.status)
    put_back = _put_back(before, after, due, language)
    return put_back or language.say("undone-changed-again", title=title)


def _put_back(before: Task, after: Task, due: Due, language: Language) -> str:
    """What one can say of the change in a few words; nothing when there are none."""
    title = in_sentence(before.title, language)
    if before.title != after.title:
        now = in_sentence(after.title, language)
        return language.say("undone-title", title=now, before=title)
    if before.due != after.due:
        if before.due is None:
            return language.say("undone-no-date", title=title)
        return language.say("undone-due", title=title, due=due(before))
    if before.project != after.project:
        if before.project is None:
            return language.say("undone-no-project", title=title)
        return language.say("undone-project", title=title, project=before.project)
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
    if isinstance(subject, VoiceSettings):
        return language.say("undone-settings")
    if change.before is None:
        said = "undone-thing-gone-again" if again else "undone-thing-gone"
    elif change.after is None:
        said = "undone-thing-back"
    else:
        said = "undone-thing-changed" if again else "undone-thing-to-before"
    return language.say(said, thing=name_of(subject, language))
