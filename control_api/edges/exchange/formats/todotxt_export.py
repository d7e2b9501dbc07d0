"""Writes todo.txt: a line a task."""

import re

from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.edges.exchange.parts.recurrence import parts_of
from control_api.time.schedule import plain_repeat
from shared.tasks import Repeat, Task

_PRIORITY = {"urgent": "A", "high": "B", "medium": "C", "low": "D"}
_UNITS = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "m", "YEARLY": "y"}
_DAY = len("2026-11-24")
_TAKEN_FOR_MORE = re.compile(
    r"(?:x |\([A-Z]\) |\d{4}-\d{2}-\d{2} )|(?:.*\s)?[+@]\S|(?:.*\s)?\S+:\S"
)
_NO_PLACE = ("notes", "section", "links", "reminders", "parent_id", "depends_on", "assignees")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write every task that is not in the trash."""
    del circumstances
    for kind in ("comments", "filters", "people", "timers", "alarms", "settings"):
        if getattr(bundle, kind):
            bundle.losses.add(kind, "todo.txt has no place for them.")
    return "".join(f"{_line(task, bundle.losses)}\n" for task in bundle.tasks).encode()


def _line(task: Task, losses: Losses) -> str:
    _note_losses(task, losses)
    priority = _PRIORITY.get(task.priority or "")
    is_done = task.status in {"completed", "cancelled"}
    words = []
    if is_done:
        words += ["x", (task.completed_at or task.updated_at)[:_DAY]]
    elif priority:
        words.append(f"({priority})")
    words += [task.created_at[:_DAY], task.title]
    if task.project:
        words.append(f"+{_word(task.project, losses)}")
    words += [f"@{_word(name, losses)}" for name in task.tags]
    if task.due:
        words.append(f"due:{task.due[:_DAY]}")
    if task.start:
        words.append(f"t:{task.start[:_DAY]}")
    if task.repeat is not None and (recurrence := _recurrence(task.repeat)):
        words.append(f"rec:{recurrence}")
    if is_done and priority:
        words.append(f"pri:{priority}")
    return " ".join(words)


def _recurrence(repeat: Repeat) -> str | None:
    """``1w`` from completion, ``+1w`` from the due date, as the programs have it that know it."""
    parts = parts_of(repeat.rule)
    unit = _UNITS.get(parts.get("FREQ", ""))
    if unit is None:
        return None
    return f"{'' if repeat.basis == 'completion' else '+'}{parts.get('INTERVAL', '1')}{unit}"


def _word(name: str, losses: Losses) -> str:
    word = "_".join(name.split())
    if word != name:
        losses.add("project, tags", "A name is one word there.", name)
    return word


def _note_losses(task: Task, losses: Losses) -> None:
    for field in _NO_PLACE:
        if getattr(task, field):
            losses.add(field, "todo.txt has no place for it.", task.title)
    for field in ("due", "start"):
        if len(getattr(task, field) or "") > _DAY:
            losses.add(field, "Only the day has a place.", task.title)
    if task.deadline:
        losses.add("deadline", "todo.txt has no place for it.", task.title)
    if task.status in {"in_progress", "cancelled"}:
        losses.add("status", "A task is open or done there.", task.title)
    if task.repeat is not None and task.due is not None:
        plain = plain_repeat(task.repeat, task.due)
        if set(parts_of(plain.rule)) - {"FREQ", "INTERVAL"}:
            losses.add("repeat", "Only how often has a place, not on which days.", plain.rule)
    if _TAKEN_FOR_MORE.match(task.title):
        losses.add(
            "title", "Words in it mean something there: x, (A), +, @ or a colon.", task.title
        )
