"""What to say about what was done: short, and it says back what was understood."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.answer_replies import say_answer
from control_api.language.wording.bell_replies import say_bells
from control_api.language.wording.conversation.settings_replies import say_conversation
from control_api.language.wording.dates_aloud import on_due, say_due
from control_api.language.wording.deed_replies import say_past
from control_api.language.wording.field_replies import (
    FieldVoice,
    say_new,
    without_neighbours,
)
from control_api.language.wording.list_replies import View, say_further
from control_api.language.wording.phrasing import (
    NAMED_AT_MOST,
    capital,
    first_few,
    in_a_row,
    in_sentence,
    number,
    sentence_on,
    title_of,
)
from control_api.language.wording.repeat_replies import say_repeating
from control_api.language.wording.thing_replies import say_freed, say_things
from control_api.language.wording.undo_replies import say_taken_back
from control_api.language.words.language import Language
from control_api.log.changes import as_kept
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    Redo,
    ReopenTask,
    RestoreTask,
    StartTask,
    TaskAction,
    Undo,
    UpdateTask,
)
from shared.bell_actions import BellAction
from shared.tasks import Task
from shared.thing_actions import ListChanges, ListTrash
from shared.voice_settings import ChangeSettings, EndConversation

_STATUS_CHANGES: dict[type, str] = {
    CompleteTask: "status-complete",
    CancelTask: "status-cancel",
    StartTask: "status-start",
    ReopenTask: "status-reopen",
    DeleteTask: "status-delete",
    RestoreTask: "status-restore",
}


class Voice:
    """Words results as seen from one moment and place."""

    def __init__(self, language: Language, now: datetime, zone: ZoneInfo) -> None:
        """`now` is aware."""
        self._language = language
        self._now = now.astimezone(zone)
        self._zone = zone
        self._today = self._now.date()
        self._fields = FieldVoice(language, self._now, zone)

    def say(self, results: list[Result]) -> str:
        """One or two sentences for everything that one command did."""
        results = without_neighbours(results)
        created = [r.after for r in results if isinstance(r.action, CreateTask) and r.after]
        alike = len({t.due for t in created}) == 1 and not any(t.repeat for t in created)
        alike = alike and not any(map(self._fields.say_details, results))
        if len(created) > 1 and len(created) == len(results) and alike:
            return self._created_together(created)
        said = [said for said in map(self._say_one, results[:NAMED_AT_MOST]) if said]
        more = len(results) - NAMED_AT_MOST
        if more > 0:
            said.append(self._language.say("results-more", more=number(more, self._language)))
        return " ".join(said)

    def _say_one(self, result: Result) -> str:
        before, after = result.before, result.after
        said = say_repeating(result, self._now, self._zone, self._language)
        match result.action:
            case _ if said:
                pass
            case action if isinstance(action, BellAction):
                said = say_bells(result, self._now, self._zone, self._language)
            case ListTasks() as asked:
                view = View(self._language, self._now, self._zone)
                total = max(result.total, len(result.tasks))
                say = say_further if asked.after else say_answer
                said = say(asked, result.tasks, total, view)
            case Undo() | Redo():
                said = say_taken_back(result, self._on_due, self._language)
            case CreateTask() if after:
                said = self._created(after, self._fields.say_details(result))
                said = " ".join(filter(None, (said, say_new(result, self._language))))
            case UpdateTask() if before and after:
                said = self._updated(before, after, self._fields.say_changes(result))
            case action if isinstance(action, TaskAction):
                said = self._fields.say_status(result) or _status_changed(result, self._language)
            case ChangeSettings() | EndConversation():
                said = say_conversation(result, self._language)
            case ListTrash() | ListChanges():
                said = say_past(result, self._today, self._language)
            case _:
                said = say_things(result, self._language)
        return " ".join(filter(None, (said, say_freed(result.freed, self._language))))

    def _created(self, task: Task, details: list[str]) -> str:
        project, due = task.project or "", self._due(task) if task.due else ""
        said, with_details = "created", "created-details"
        if due:
            said, with_details = "created-due", "created-due-details"
            if project:
                details = [self._language.say("created-with-in", project=project), *details]
        elif project:
            said, with_details = "created-in", "created-in-details"
        return sentence_on(
            task.title,
            with_details if details else said,
            self._language,
            project=project,
            due=due,
            details=in_a_row(details, self._language),
        )

    def _created_together(self, tasks: list[Task]) -> str:
        titles = [in_sentence(task.title, self._language) for task in tasks]
        named = first_few(titles, self._language)
        project, due = tasks[0].project or "", self._due(tasks[0]) if tasks[0].due else ""
        said = "created-several"
        if project:
            said = "created-several-in-due" if due else "created-several-in"
        elif due:
            said = "created-several-due"
        return self._language.say(said, titles=named, project=project, due=due)

    def _updated(self, before: Task, after: Task, fields: list[str]) -> str:
        say, title = self._language.say, in_sentence(after.title, self._language)
        said = []
        if before.title != after.title:
            old = in_sentence(before.title, self._language)
            said.append(say("updated-title", before=old, title=title))
        if (before.due, before.time_zone) != (after.due, after.time_zone):
            said.append(
                say("updated-due", title=title, due=self._due(after))
                if after.due
                else capital(say("updated-no-date", title=title))
            )
        if before.project != after.project:
            said.append(
                say("updated-project", title=title, project=after.project)
                if after.project
                else capital(say("updated-no-project", title=title))
            )
        said += fields
        if not said and as_kept(before) != as_kept(after):
            said.append(say("updated", title=title))
        if not said and after.due:
            said.append(say("updated-so-already-due", title=title, due=self._due(after)))
        elif not said:
            said.append(say("updated-so-already", title=title))
        return " ".join(said)

    def _due(self, task: Task) -> str:
        return say_due(task.due or "", task.time_zone, self._now, self._zone, self._language)

    def _on_due(self, task: Task) -> str:
        return on_due(task.due or "", task.time_zone, self._now, self._zone, self._language)


def word_results(
    results: list[Result], language: Language, *, now: datetime, zone: ZoneInfo
) -> str:
    """What to say about `results`; `now` is aware.

    A plan and its execution are worded alike, so that speech made for the one serves for the other.
    """
    return Voice(language, now, zone).say(results)


def _status_changed(result: Result, language: Language) -> str:
    said = _STATUS_CHANGES.get(type(result.action))
    if said is None:
        return ""
    title = title_of(result.before or result.after, language)
    return capital(language.say(said, title=title))
