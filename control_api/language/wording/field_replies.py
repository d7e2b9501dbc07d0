"""What to say about the fields of a task besides title, date and list: how they are now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import on_due, say_due
from control_api.language.wording.lengths_aloud import in_minutes, say_minutes
from control_api.language.wording.phrasing import at_start, first_few, in_sentence
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
        title = in_sentence(after.title, self._language)
        match result.action:
            case ReopenTask() if before.status == "in_progress":
                return f"{at_start(title)} is on hold: it is to do again."
            case SnoozeTask() as snoozed:
                return f"I'll bring up {title} again {self._in_a_while(snoozed.minutes)}."
            case _:
                return ""

    def say_details(self, result: Result) -> str:
        """What a new task has besides its title, date and list, to follow them."""
        task = result.after
        if task is None:
            return ""
        parts = [f"{task.priority} priority"] if task.priority else []
        if task.tags:
            parts.append(f"tagged {self._language.listed(task.tags)}")
        if task.assignees:
            parts.append(f"for {self._language.listed(task.assignees)}")
        parts += [
            f"a part of {in_sentence(other.title, self._language)}"
            for other in result.related
            if other.id == task.parent_id
        ]
        if task.deadline:
            parts.append(f"deadline {self._at(task.deadline, task.deadline_time_zone)}")
        if task.duration_min:
            parts.append(f"takes {say_minutes(task.duration_min, self._language)}")
        parts += [
            f"reminder {self._reminder(each, task)}" for each in task.reminders if each.before_min
        ]
        if task.notes:
            parts.append("with a note")
        return "".join(f", {part}" for part in parts)

    def _priority(self, before: Task, after: Task) -> str:
        if before.priority == after.priority:
            return ""
        title = at_start(after.title)
        return f"{title} has {after.priority or 'no'} priority now."

    def _tags(self, before: Task, after: Task) -> list[str]:
        title = in_sentence(after.title, self._language)
        added = [tag for tag in after.tags if tag not in before.tags]
        gone = [tag for tag in before.tags if tag not in after.tags]
        said = [f"Tagged {title} {self._language.listed(added)}."] if added else []
        if gone and not after.tags:
            said.append(f"{at_start(title)} has no tags now.")
        elif gone:
            said.append(f"Took the tag {self._language.listed(gone)} off {title}.")
        return said

    def _people(self, before: Task, after: Task) -> str:
        if before.assignee_ids == after.assignee_ids:
            return ""
        title = at_start(after.title)
        gone = [name for name in before.assignees if name not in after.assignees]
        if not after.assignees:
            return f"{title} is for nobody in particular now."
        no_longer = f" now, no longer for {self._language.listed(gone)}" if gone else ""
        return f"{title} is for {self._language.listed(after.assignees)}{no_longer}."

    def _notes(self, before: Task, after: Task) -> str:
        if before.notes == after.notes:
            return ""
        title = in_sentence(after.title, self._language)
        if not after.notes:
            return f"{at_start(title)} has no notes now."
        added = after.notes.removeprefix(before.notes).strip()
        if len(added) > _LONGEST_QUOTE or "\n" in added:
            return f"Wrote that into the notes of {title}."
        return f"Noted on {title}: {added.rstrip('.')}."

    def _part(self, before: Task, after: Task, related: list[Task]) -> str:
        if before.parent_id == after.parent_id:
            return ""
        title = at_start(after.title)
        named = {task.id: in_sentence(task.title, self._language) for task in related}
        if after.parent_id is None:
            return f"{title} is a task of its own now."
        return f"{title} is a part of {named.get(after.parent_id, 'another task')} now."

    def _waits(self, before: Task, after: Task, related: list[Task]) -> list[str]:
        named = {task.id: in_sentence(task.title, self._language) for task in related}
        title = at_start(after.title)
        new = [
            named.get(each, "another task")
            for each in after.depends_on
            if each not in before.depends_on
        ]
        gone = [
            named.get(each, "a task that is gone")
            for each in before.depends_on
            if each not in after.depends_on
        ]
        said = [f"{title} waits for {first_few(new, self._language)}."] if new else []
        if gone:
            said.append(f"{title} no longer waits for {first_few(gone, self._language)}.")
        return said

    def _dates(self, before: Task, after: Task) -> list[str]:
        title = in_sentence(after.title, self._language)
        said = []
        if (before.start, before.start_time_zone) != (after.start, after.start_time_zone):
            when = after.start and self._on(after.start, after.start_time_zone)
            said.append(
                f"{at_start(title)} starts {when}."
                if when
                else f"{at_start(title)} has no start date now."
            )
        earlier = (before.deadline, before.deadline_time_zone)
        if earlier != (after.deadline, after.deadline_time_zone):
            when = after.deadline and self._at(after.deadline, after.deadline_time_zone)
            said.append(
                f"The deadline of {title} is {when}."
                if when
                else f"{at_start(title)} has no deadline now."
            )
        return said

    def _takes(self, before: Task, after: Task) -> str:
        if before.duration_min == after.duration_min:
            return ""
        title = at_start(after.title)
        if after.duration_min is None:
            return f"How long {in_sentence(after.title, self._language)} takes is open now."
        return f"{title} takes {say_minutes(after.duration_min, self._language)}."

    def _reminders(self, before: Task, after: Task) -> list[str]:
        title = in_sentence(after.title, self._language)
        if before.reminders and not after.reminders:
            return [f"{at_start(title)} has no reminders of its own now."]
        new = [each for each in after.reminders if each not in before.reminders]
        # The one at the due time is there anyway; it is written down beside another.
        told = [each for each in new if each.before_min != 0] or new
        return [f"I'll remind you of {title} {self._reminder(each, after)}." for each in told]

    def _reminder(self, reminder: Reminder, task: Task) -> str:
        if reminder.at is not None:
            return self._on(reminder.at, reminder.time_zone)
        minutes = reminder.before_min or 0
        day = {"due": task.due, "deadline": task.deadline, "start": task.start}[reminder.anchor]
        if day is not None and "T" not in day:
            moment = datetime.fromisoformat(day) - timedelta(minutes=minutes)
            return self._on(moment.isoformat(timespec="seconds"), None)
        anchor = {"due": "", "deadline": " the deadline", "start": " it starts"}[reminder.anchor]
        if not minutes:
            return "when it is due" if not anchor else f"at{anchor}"
        return f"{say_minutes(minutes, self._language)} before{anchor}"

    def _place(self, before: Task, after: Task) -> str:
        if before.order == after.order or after.order is None:
            return ""
        up = before.order is None or after.order < before.order
        return f"Moved {in_sentence(after.title, self._language)} {'up' if up else 'down'}."

    def _in_a_while(self, minutes: int) -> str:
        is_round = minutes % (_HOUR_MIN // 2) == 0
        if minutes < _HOUR_MIN or (is_round and minutes < _HALF_DAY_MIN):
            return in_minutes(minutes, self._language)
        at = self._now.astimezone(UTC) + timedelta(minutes=minutes)
        local = at.astimezone(self._zone).replace(tzinfo=None, second=0, microsecond=0)
        return self._on(local.isoformat(timespec="seconds"), None)

    def _at(self, at: str, time_zone: str | None) -> str:
        return say_due(at, time_zone, self._now, self._zone, self._language)

    def _on(self, at: str, time_zone: str | None) -> str:
        return on_due(at, time_zone, self._now, self._zone, self._language)


def say_new(result: Result, language: Language) -> str:
    """The people and tags that were made because the task names them."""
    new = [change.after for change in result.also if change.before is None]
    people = [thing.name for thing in new if isinstance(thing, Person)]
    tags = [thing.name for thing in new if isinstance(thing, Tag)]
    said = [f"I added {language.listed(people)} to your people."] if people else []
    if tags:
        said.append("That tag is new." if len(tags) == 1 else "Those tags are new.")
    return " ".join(said)


def without_neighbours(results: list[Result]) -> list[Result]:
    """The results but for the tasks that only got a place so that another could stand by them."""
    return [result for at, result in enumerate(results) if at == 0 or not _is_placed(result)]


def _is_placed(result: Result) -> bool:
    action = result.action
    return isinstance(action, UpdateTask) and action == UpdateTask(
        action.task_id, order=action.order
    )
