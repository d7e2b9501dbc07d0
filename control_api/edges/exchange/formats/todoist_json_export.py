"""Writes what Todoist's Sync API gives."""

from typing import Any

import msgspec

from control_api.edges.exchange.formats.todoist_json import PRIORITIES, PROGRAM
from control_api.edges.exchange.formats.todoist_words import COLOURS, say_repeat
from control_api.edges.exchange.parts.bundle import Bundle, aside
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.edges.exchange.parts.times import instant
from control_api.time.schedule import plain_repeat
from shared.tasks import Reminder, Task
from shared.things import Project, Tag

_PRIORITY = {name: number for number, name in PRIORITIES.items()} | {"low": 1}
_COLOUR_NAMES = {value: name for name, value in COLOURS.items()}
_DAY = len("2026-11-24")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write every task that is not in the trash, done ones as well."""
    losses = bundle.losses
    if bundle.filters:
        losses.add("filters", "They are in another language there.")
    for kind in ("timers", "alarms", "settings"):
        if getattr(bundle, kind):
            losses.add(kind, "Todoist has no place for them.")
    writer = _Writer(losses, circumstances.time_zone)
    items = [writer.item(task) for task in bundle.tasks]
    content = {
        "projects": [_project(project, losses) for project in bundle.projects],
        "sections": writer.sections(),
        "labels": [_label(tag, losses) for tag in bundle.tags],
        "collaborators": [
            {
                "id": person.id,
                "full_name": person.name,
                "email": next((c.value for c in person.contacts if c.kind == "email"), None),
            }
            for person in bundle.people
        ],
        "items": items,
        "notes": [
            {
                "id": comment.id,
                "item_id": comment.task_id,
                "content": comment.text,
                "posted_at": comment.created_at,
                "saydo_author": comment.author,
            }
            for comment in bundle.comments
        ],
        "reminders": writer.reminders,
    }
    return msgspec.json.encode(content)


class _Writer:
    def __init__(self, losses: Losses, zone: str) -> None:
        self._losses = losses
        self._zone = zone
        self._sections: dict[tuple[str | None, str], str] = {}
        self.reminders: list[dict[str, Any]] = []

    def item(self, task: Task) -> dict[str, Any]:
        """The record of one task, and its reminders."""
        self._note_losses(task)
        kept = {k: v for k, v in aside(task, PROGRAM).items() if k not in {"id", "due_string"}}
        reminders = [self._reminder(task, reminder) for reminder in task.reminders]
        self.reminders += [
            {"id": f"{task.id}-{number}", "item_id": task.id, **made}
            for number, made in enumerate(filter(None, reminders), 1)
        ]
        order = task.order
        return kept | {
            "id": task.id,
            "content": task.title,
            "description": task.notes,
            "project_id": task.project_id if task.project else None,
            "section_id": self._section(task),
            "parent_id": task.parent_id,
            "labels": task.tags,
            "priority": _PRIORITY[task.priority],
            "due": self._due(task),
            "deadline": {"date": task.deadline[:_DAY], "lang": "en"} if task.deadline else None,
            "duration": (
                {"amount": task.duration_min, "unit": "minute"} if task.duration_min else None
            ),
            "child_order": int(order) if order is not None and order == int(order) else order,
            "responsible_uid": task.assignee_ids[0] if task.assignees else None,
            "checked": task.status in {"completed", "cancelled"},
            "added_at": task.created_at,
            "updated_at": task.updated_at,
            "completed_at": task.completed_at,
            "saydo_links": task.links,
        }

    def sections(self) -> list[dict[str, Any]]:
        """Those that tasks are in."""
        return [
            {"id": made, "project_id": project_id, "name": name, "section_order": number}
            for number, ((project_id, name), made) in enumerate(self._sections.items(), 1)
        ]

    def _section(self, task: Task) -> str | None:
        if task.section is None:
            return None
        return self._sections.setdefault(
            (task.project_id, task.section), f"s{len(self._sections) + 1}"
        )

    def _due(self, task: Task) -> dict[str, Any] | None:
        if task.due is None:
            return None
        said = None if task.repeat is None else say_repeat(plain_repeat(task.repeat, task.due))
        if task.repeat is not None and said is None:
            self._losses.add("repeat", "Todoist has no words for it.", task.repeat.rule)
        clock = f" at {task.due[11:16]}" if len(task.due) > _DAY else ""
        text = task.due[:16].replace("T", " ") if said is None else _with_clock(said, clock)
        day, zone = task.due, None
        if task.time_zone is not None:
            zone = task.time_zone
            day = instant(task.due, zone, zone).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {
            "date": day,
            "timezone": zone,
            "string": text,
            "lang": "en",
            "is_recurring": said is not None,
        }

    def _reminder(self, task: Task, reminder: Reminder) -> dict[str, Any] | None:
        if reminder.at is not None:
            at, zone = reminder.at, reminder.time_zone
            if zone is not None:
                at = instant(at, zone, zone).strftime("%Y-%m-%dT%H:%M:%SZ")
            return {"type": "absolute", "due": {"date": at, "timezone": zone}}
        if reminder.anchor != "due":
            self._losses.add("reminders", "They count from the due date there.", task.title)
            return None
        return {"type": "relative", "minute_offset": reminder.before_min}

    def _note_losses(self, task: Task) -> None:
        if task.depends_on:
            self._losses.add("depends_on", "Todoist has no place for it.", task.title)
        if task.start:
            self._losses.add("start", "Todoist has no place for it.", task.title)
        if task.status == "in_progress":
            self._losses.add("status", "That it is in progress has no place.", task.title)
        if task.status == "cancelled":
            self._losses.add("status", "Cancelled is the same as done there.", task.title)
        if len(task.assignees) > 1:
            self._losses.add("assignees", "Only the first has a place.", task.title)
        if task.priority == "low":
            self._losses.add("priority", "Low is the same as none there.", task.title)
        if task.deadline is not None and len(task.deadline) > _DAY:
            self._losses.add("deadline", "Only its day has a place.", task.title)


def _with_clock(said: str, clock: str) -> str:
    head, until, end = said.partition(" until ")
    return f"{head}{clock}{until}{end}"


def _project(project: Project, losses: Losses) -> dict[str, Any]:
    return {
        "id": project.id,
        "name": project.name,
        "description": project.description,
        "color": _colour(project.colour, project.name, losses),
        "is_archived": project.archived,
    }


def _label(tag: Tag, losses: Losses) -> dict[str, Any]:
    return {"id": tag.id, "name": tag.name, "color": _colour(tag.colour, tag.name, losses)}


def _colour(colour: str | None, name: str, losses: Losses) -> str | None:
    found = _COLOUR_NAMES.get(colour or "")
    if colour is not None and found is None:
        losses.add("colour", "It is none of the twenty that Todoist has.", name)
    return found
