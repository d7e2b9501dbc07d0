"""Writes Taskwarrior's JSON, with what it knew of a task given back."""

from typing import Any

import msgspec

from control_api.edges.exchange.formats.taskwarrior import PROGRAM
from control_api.edges.exchange.parts.bundle import Bundle, aside
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.edges.exchange.parts.recurrence import parts_of, rule_of_word, word_of_rule
from control_api.edges.exchange.parts.times import instant, read_time
from control_api.time.schedule import plain_repeat
from shared.tasks import OPEN, Repeat, Task
from shared.things import Comment

_STATUS = {"todo": "pending", "in_progress": "pending", "completed": "completed"}
_PRIORITY = {"urgent": "H", "high": "H", "medium": "M", "low": "L"}
_NO_PLACE = ("links", "reminders", "assignees")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write every task that is not in the trash, one on each line of an array."""
    comments: dict[str, list[Comment]] = {}
    for comment in bundle.comments:
        comments.setdefault(comment.task_id, []).append(comment)
    for kind in ("people", "filters", "timers", "alarms", "settings"):
        if getattr(bundle, kind):
            bundle.losses.add(kind, "Taskwarrior has no place for them.")
    writer = _Writer(bundle.losses, circumstances.time_zone)
    lines = [
        msgspec.json.encode(writer.record(task, comments.get(task.id, []))) for task in bundle.tasks
    ]
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


class _Writer:
    def __init__(self, losses: Losses, zone: str) -> None:
        self._losses = losses
        self._zone = zone

    def record(self, task: Task, comments: list[Comment]) -> dict[str, Any]:
        kept = dict(aside(task, PROGRAM))
        fields: dict[str, Any] = {
            "uuid": task.id,
            "status": _STATUS.get(task.status, "deleted"),
            "description": task.title,
            "entry": _compact(task.created_at),
            "modified": _compact(task.updated_at),
            "due": self._time(task, "due", "time_zone"),
            "scheduled": self._start(task, kept),
            "saydo_deadline": self._time(task, "deadline", "deadline_time_zone"),
            "project": task.project,
            "tags": [self._tag(name) for name in task.tags],
            "priority": _PRIORITY.get(task.priority or ""),
            "saydo_priority": "urgent" if task.priority == "urgent" else None,
            "depends": task.depends_on,
            "saydo_parent": task.parent_id,
            "saydo_section": task.section,
            "saydo_minutes": task.duration_min,
            "notes": task.notes,
            "annotations": [
                {"entry": _compact(each.created_at), "description": each.text} for each in comments
            ],
        }
        fields |= self._state(task, kept) | self._repeat(task, kept)
        if fields["priority"] is None and kept.get("priority") in {"H", "M", "L"}:
            del kept["priority"]
        self._note_losses(task, comments)
        told = {name: value for name, value in fields.items() if value not in (None, "", [])}
        return kept | told

    def _state(self, task: Task, kept: dict[str, Any]) -> dict[str, Any]:
        """When it was begun and ended: as it was there, where that still fits."""
        started, ended = kept.pop("start", None), kept.pop("end", None)
        if task.status == "in_progress":
            return {"start": started or _compact(task.updated_at)}
        if task.status == "todo":
            return {}
        at = _compact(task.completed_at or task.updated_at)
        same = task.completed_at is not None and at == ended
        return {"end": ended if same or (ended and task.status == "cancelled") else at}

    def _repeat(self, task: Task, kept: dict[str, Any]) -> dict[str, Any]:
        if task.repeat is None or task.due is None:
            if rule_of_word(str(kept.get("recur", ""))) and "parent" not in kept:
                del kept["recur"]
            return {}
        parts = parts_of(plain_repeat(task.repeat, task.due).rule)
        until = parts.pop("UNTIL", None)
        plain = ";".join(f"{name}={value}" for name, value in parts.items())
        word = word_of_rule(plain)
        if word is not None and rule_of_word(str(kept.get("recur", ""))) == rule_of_word(word):
            word = kept["recur"]
        told = msgspec.json.encode(task.repeat).decode()
        if word is None or task.status not in OPEN:
            self._losses.add("repeat", "Taskwarrior has no word for it.", task.repeat.rule)
            kept.pop("recur", None)
            return {"saydo_repeat": told}
        fields: dict[str, Any] = {"status": "recurring", "recur": word}
        if until is not None and "until" not in kept:
            fields["until"] = until if until.endswith("Z") else f"{until[:8]}T235959Z"
        simple = Repeat(rule=rule_of_word(word) or "")
        if until is not None or task.repeat != simple:
            fields["saydo_repeat"] = told
        return fields

    def _start(self, task: Task, kept: dict[str, Any]) -> str | None:
        start = self._time(task, "start", "start_time_zone")
        wait = read_time(str(kept.get("wait", "")))
        hidden = wait is not None and start is not None and read_time(start) == wait
        return None if hidden else start

    def _time(self, task: Task, field: str, zone_field: str) -> str | None:
        text, zone = getattr(task, field), getattr(task, zone_field)
        if text is None:
            return None
        if len(text) > len("2026-11-24") and zone != self._zone:
            what = "Only the instant is kept, not its time zone."
            self._losses.add(field, what, task.title)
        if text.endswith("T00:00:00"):
            self._losses.add(field, "Midnight stands for the whole day.", task.title)
        return instant(text, zone, self._zone).strftime("%Y%m%dT%H%M%SZ")

    def _tag(self, name: str) -> str:
        word = "_".join(name.split())
        if word != name:
            self._losses.add("tags", "A tag is one word there.", name)
        return word

    def _note_losses(self, task: Task, comments: list[Comment]) -> None:
        for field in _NO_PLACE:
            if getattr(task, field):
                self._losses.add(field, "Taskwarrior has no place for them.", task.title)
        if task.order is not None:
            self._losses.add("order", "Taskwarrior sorts by itself.", task.title)
        if any(comment.author for comment in comments):
            self._losses.add("author", "Who wrote a comment is not kept.", task.title)


def _compact(at: str) -> str:
    """A stored moment as Taskwarrior writes it, to the second."""
    return at[:19].replace("-", "").replace(":", "") + "Z"
