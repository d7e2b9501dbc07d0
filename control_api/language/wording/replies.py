"""What to say about what was done: short, and it says back what was understood."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.answer_replies import say_answer
from control_api.language.wording.bell_replies import say_bells
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
    at_start,
    first_few,
    in_sentence,
    number,
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
        return " ".join([*said, f"And {number(more, self._language)} more."] if more > 0 else said)

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
            case ListTrash() | ListChanges():
                said = say_past(result, self._today, self._language)
            case _:
                said = say_things(result, self._language)
        return " ".join(filter(None, (said, say_freed(result.freed, self._language))))

    def _created(self, task: Task, details: str) -> str:
        title, where = at_start(task.title), f", in {task.project}" if task.project else ""
        if task.due:
            return f"{title}, {self._due(task)}{where}{details}."
        if task.project:
            return f"Added {in_sentence(task.title, self._language)} to {task.project}{details}."
        return f"Added {in_sentence(task.title, self._language)}{details}."

    def _created_together(self, tasks: list[Task]) -> str:
        titles = first_few(
            [in_sentence(task.title, self._language) for task in tasks], self._language
        )
        place = f" to {tasks[0].project}" if tasks[0].project else ""
        when = f", {self._due(tasks[0])}" if tasks[0].due else ""
        return f"Added {titles}{place}{when}."

    def _updated(self, before: Task, after: Task, fields: list[str]) -> str:
        title = in_sentence(before.title, self._language)
        said = []
        if before.title != after.title:
            said.append(f"Renamed {title} to {in_sentence(after.title, self._language)}.")
            title = in_sentence(after.title, self._language)
        if (before.due, before.time_zone) != (after.due, after.time_zone):
            said.append(
                f"Moved {title} to {self._due(after)}."
                if after.due
                else f"{at_start(title)} has no date now."
            )
        if before.project != after.project:
            said.append(
                f"Moved {title} to {after.project}."
                if after.project
                else f"{at_start(title)} is on no list now."
            )
        said += fields
        if not said and as_kept(before) != as_kept(after):
            said.append(f"Changed {title}.")
        if not said:
            when = f", {self._due(after)}" if after.due else ""
            said.append(f"It was so already: {title}{when}.")
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
    title = title_of(result.before or result.after, language)
    said = {
        CompleteTask: f"Done: {title}.",
        CancelTask: f"Cancelled {title}.",
        StartTask: f"Started {title}.",
        ReopenTask: f"{at_start(title)} is open again.",
        DeleteTask: f"Deleted {title}.",
        RestoreTask: f"{at_start(title)} is back.",
    }
    return said.get(type(result.action), "")
