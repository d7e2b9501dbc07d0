"""What to say about the fields of a task besides title, date and list: how they are now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import on_due, say_due
from control_api.language.wording.lengths_aloud import in_minutes, say_minutes
from control_api.language.wording.phrasing import first_few, in_sentence, sentence_on
from control_api.language.words.language import Language
from shared.actions import ReopenTask, SnoozeTask, UpdateTask
from shared.tasks import Reminder, Task
from shared.things import Person, Tag

_LONGEST_QUOTE = 200
"""Characters of a note that are said back."""
_HOUR_MIN = 60
_HALF_DAY_MIN = 12 * 60


class FieldVoice:
    """Words the fields of tasks as seen from one moment and place."""

    def __init__(self, language: Language, now: datetime, zone: ZoneInfo) -> None:
        """`now` is aware."""
        self._language = language
        self._now = now
        self._zone = zone

    def say_changes(self, result: Result) -> list[str]:
        """A sentence for each field that was changed."""
        before, after = result.before, result.after
        if before is None or after is None:
            return []
        said = [
            self._priority(before, after),
            *self._tags(before, after),
            self._people(before, after),
            self._notes(before, after),
            self._part(before, after, result.related),
            *self._waits(before, after, result.related),
            *self._dates(before, after),
            self._takes(before, after),
            *self._reminders(before, after),
            self._place(before, after),
            say_new(result, self._language),
        ]
        return [each for each in said if each]

    def say_status(self, result: Result) -> str:
        """What was paused or snoozed; nothing of other changes."""
        before, after = result.before, result.after
        if before is None or after is None:
            return ""
        match result.action:
            case ReopenTask() if before.status == "in_progress":
                return self._of(after, "status-on-hold")
            case SnoozeTask() as snoozed:
                return self._of(after, "status-snoozed", when=self._in_a_while(snoozed.minutes))
            case _:
                return ""

    def say_details(self, result: Result) -> list[str]:
        """What a new task has besides its title, date and list, to follow them."""
        task, say = result.after, self._language.say
        if task is None:
            return []
        parts = [say("created-with-priority", priority=task.priority)] if task.priority else []
        if task.tags:
            parts.append(say("created-with-tags", tags=self._language.listed(task.tags)))
        if task.assignees:
            parts.append(say("created-with-people", people=self._language.listed(task.assignees)))
        parts += [
            say("created-with-part", whole=in_sentence(other.title, self._language))
            for other in result.related
            if other.id == task.parent_id
        ]
        if task.deadline:
            deadline = self._at(task.deadline, task.deadline_time_zone)
            parts.append(say("created-with-deadline", deadline=deadline))
        if task.duration_min:
            length = say_minutes(task.duration_min, self._language)
            parts.append(say("created-with-takes", length=length))
        parts += [
            say("created-with-reminder", when=self._reminder(each, task))
            for each in task.reminders
            if each.before_min
        ]
        if task.notes:
            parts.append(say("created-with-note"))
        return parts

    def _priority(self, before: Task, after: Task) -> str:
        if before.priority == after.priority:
            return ""
        return self._of(after, "field-priority-now", priority=after.priority or "none")

    def _tags(self, before: Task, after: Task) -> list[str]:
        added = [tag for tag in after.tags if tag not in before.tags]
        gone = [tag for tag in before.tags if tag not in after.tags]
        said = []
        if added:
            said.append(self._of(after, "field-tags-added", tags=self._language.listed(added)))
        if gone and not after.tags:
            said.append(self._of(after, "field-tags-none"))
        elif gone:
            tags = self._language.listed(gone)
            said.append(self._of(after, "field-tags-gone", count=len(gone), tags=tags))
        return said

    def _people(self, before: Task, after: Task) -> str:
        if before.assignee_ids == after.assignee_ids:
            return ""
        if not after.assignees:
            return self._of(after, "field-people-none")
        people = self._language.listed(after.assignees)
        gone = [name for name in before.assignees if name not in after.assignees]
        if not gone:
            return self._of(after, "field-people-now", people=people)
        return self._of(
            after, "field-people-instead", people=people, gone=self._language.listed(gone)
        )

    def _notes(self, before: Task, after: Task) -> str:
        if before.notes == after.notes:
            return ""
        if not after.notes:
            return self._of(after, "field-notes-none")
        added = after.notes.removeprefix(before.notes).strip()
        if len(added) > _LONGEST_QUOTE or "\n" in added:
            return self._of(after, "field-notes-written")
        return self._of(after, "field-notes-noted", note=added.rstrip("."))

    def _part(self, before: Task, after: Task, related: list[Task]) -> str:
        if before.parent_id == after.parent_id:
            return ""
        if after.parent_id is None:
            return self._of(after, "field-part-of-none")
        whole = {task.id: task for task in related}.get(after.parent_id)
        if whole is None:
            return self._of(after, "field-part-of-another")
        return self._of(after, "field-part-of", whole=in_sentence(whole.title, self._language))

    def _waits(self, before: Task, after: Task, related: list[Task]) -> list[str]:
        named = {task.id: in_sentence(task.title, self._language) for task in related}
        new, gone = (
            [named.get(id_) or self._language.say(unknown) for id_ in ids if id_ not in others]
            for ids, others, unknown in (
                (after.depends_on, before.depends_on, "field-waits-for-another"),
                (before.depends_on, after.depends_on, "field-waits-for-gone"),
            )
        )
        said = []
        if new:
            said.append(self._of(after, "field-waits-for", others=first_few(new, self._language)))
        if gone:
            others = first_few(gone, self._language)
            said.append(self._of(after, "field-waits-no-longer", others=others))
        return said

    def _dates(self, before: Task, after: Task) -> list[str]:
        said = []
        if (before.start, before.start_time_zone) != (after.start, after.start_time_zone):
            said.append(
                self._of(
                    after, "field-start-now", start=self._on(after.start, after.start_time_zone)
                )
                if after.start
                else self._of(after, "field-start-none")
            )
        deadline, zone = after.deadline, after.deadline_time_zone
        if (before.deadline, before.deadline_time_zone) != (deadline, zone):
            said.append(
                self._of(after, "field-deadline-now", deadline=self._at(deadline, zone))
                if deadline
                else self._of(after, "field-deadline-none")
            )
        return said

    def _takes(self, before: Task, after: Task) -> str:
        if before.duration_min == after.duration_min:
            return ""
        if after.duration_min is None:
            return self._of(after, "field-length-none")
        return self._of(
            after, "field-length-now", length=say_minutes(after.duration_min, self._language)
        )

    def _reminders(self, before: Task, after: Task) -> list[str]:
        if before.reminders and not after.reminders:
            return [self._of(after, "field-reminders-none")]
        new = [each for each in after.reminders if each not in before.reminders]
        # The one at the due time is there anyway; it is written down beside another.
        told = [each for each in new if each.before_min != 0] or new
        return [
            self._of(after, "field-reminder-new", when=self._reminder(each, after)) for each in told
        ]

    def _reminder(self, reminder: Reminder, task: Task) -> str:
        if reminder.at is not None:
            return self._on(reminder.at, reminder.time_zone)
        minutes = reminder.before_min or 0
        day = {"due": task.due, "deadline": task.deadline, "start": task.start}[reminder.anchor]
        if day is not None and "T" not in day:
            moment = datetime.fromisoformat(day) - timedelta(minutes=minutes)
            return self._on(moment.isoformat(timespec="seconds"), None)
        if not minutes:
            return self._language.say(f"field-reminder-at-{reminder.anchor}")
        length = say_minutes(minutes, self._language)
        return self._language.say(f"field-reminder-before-{reminder.anchor}", length=length)

    def _place(self, before: Task, after: Task) -> str:
        if before.order == after.order or after.order is None:
            return ""
        up = before.order is None or after.order < before.order
        return self._of(after, "field-moved-up" if up else "field-moved-down")

    def _in_a_while(self, minutes: int) -> str:
        is_round = minutes % (_HOUR_MIN // 2) == 0
        if minutes < _HOUR_MIN or (is_round and minutes < _HALF_DAY_MIN):
            return in_minutes(minutes, self._language)
        at = self._now.astimezone(UTC) + timedelta(minutes=minutes)
        local = at.astimezone(self._zone).replace(tzinfo=None, second=0, microsecond=0)
        return self._on(local.isoformat(timespec="seconds"), None)

    def _of(self, task: Task, message: str, **values: str | int) -> str:
        return sentence_on(task.title, message, self._language, **values)

    def _at(self, at: str, time_zone: str | None) -> str:
        return say_due(at, time_zone, self._now, self._zone, self._language)

    def _on(self, at: str, time_zone: str | None) -> str:
        return on_due(at, time_zone, self._now, self._zone, self._language)


def say_new(result: Result, language: Language) -> str:
    """The people and tags that were made because the task names them."""
    new = [change.after for change in result.also if change.before is None]
    people = [thing.name for thing in new if isinstance(thing, Person)]
    tags = [thing.name for thing in new if isinstance(thing, Tag)]
    said = [language.say("field-people-made", people=language.listed(people))] if people else []
    if tags:
        said.append(language.say("field-tags-made", count=len(tags)))
    return " ".join(said)


def without_neighbours(results: list[Result]) -> list[Result]:
    """The results but for the tasks that only got a place so that another could stand by them."""
    return [result for at, result in enumerate(results) if at == 0 or not _is_placed(result)]


def _is_placed(result: Result) -> bool:
    action = result.action
    return isinstance(action, UpdateTask) and action == UpdateTask(
        action.task_id, order=action.order
    )
