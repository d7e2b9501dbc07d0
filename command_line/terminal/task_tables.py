"""Tasks as people see them: a list, and all that is known of one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from command_line.terminal.printing import clean, moment, say, when
from command_line.terminal.tables import grid, show, show_table
from shared.tasks import OPEN, Reminder, Task

_MARKS = {"todo": "·", "in_progress": "▶", "completed": "✓", "cancelled": "✗"}
_PRIORITY = {"urgent": "bold red", "high": "red", "medium": "yellow", "low": "dim"}
_TITLE_LEAST = 20


def show_tasks(tasks: Sequence[Task], *, zone: str = "", numbered: bool = True) -> None:
    """Print tasks with the numbers that they can be referred to by; `zone` goes without saying."""
    if tasks:
        show(_task_table(tasks, zone, numbered=numbered))
    else:
        say("There are no tasks.")


def _task_table(tasks: Sequence[Task], zone: str, *, numbered: bool) -> Table:
    """Tasks as a table; columns that would be empty are left out."""
    columns = {
        "due": [_due(task, zone) for task in tasks],
        "priority": [Text(task.priority or "") for task in tasks],
        "project": [Text(clean(task.project or "")) for task in tasks],
        "tags": [Text(clean(" ".join(f"#{tag}" for tag in task.tags))) for task in tasks],
    }
    used = {name: cells for name, cells in columns.items() if any(map(len, cells))}
    table = grid(("", "", "task", *used))
    table.columns[0].justify, table.columns[0].style = "right", "dim"
    table.columns[2].min_width = _TITLE_LEAST
    for index, task in enumerate(tasks):
        style = _PRIORITY.get(task.priority or "", "")
        table.add_row(
            str(index + 1) if numbered else "",
            "⏳" if task.blocked and task.status in OPEN else _MARKS[task.status],
            Text(clean(task.title), style),
            *(cells[index] for cells in used.values()),
        )
    return table


def show_facts(task: Task, upcoming: Sequence[str]) -> None:
    """Print all that is known of a task, but for its notes, parts and comments."""
    show(Text(clean(task.title), "bold"))
    facts = [
        ("status", task.status.replace("_", " ") + (", blocked" if task.blocked else "")),
        ("due", when(task.due, task.time_zone)),
        ("start", when(task.start, task.start_time_zone)),
        ("deadline", when(task.deadline, task.deadline_time_zone)),
        ("duration", f"{task.duration_min} minutes" if task.duration_min else ""),
        ("repeats", task.repeat.rule if task.repeat else ""),
        ("next", ", ".join(when(each) for each in upcoming)),
        ("reminders", ", ".join(_reminder(each) for each in task.reminders)),
        ("project", task.project or ""),
        ("section", task.section or ""),
        ("tags", " ".join(f"#{tag}" for tag in task.tags)),
        ("priority", task.priority or ""),
        ("for", ", ".join(task.assignees)),
        ("links", ", ".join(link.url for link in task.links)),
        ("said", task.said or ""),
        ("made", f"{moment(task.created_at)} by {task.created_by or 'nobody'}, {task.source}"),
        ("completed", moment(task.completed_at) if task.completed_at else ""),
        ("id", task.id),
    ]
    show_table(("", ""), [(name, text) for name, text in facts if text])


def _due(task: Task, zone: str) -> Text:
    elsewhere = None if task.time_zone == zone else task.time_zone
    text = when(task.due, elsewhere) + (" ↻" if task.repeat is not None else "")
    return Text(text.strip(), "red" if _is_late(task, zone) else "")


def _is_late(task: Task, zone: str) -> bool:
    """A time in another zone is left as it is: this is only a colour."""
    if task.due is None or task.status not in OPEN or task.time_zone not in {None, zone}:
        return False
    now = datetime.now(UTC).astimezone(ZoneInfo(zone) if zone else None).isoformat()
    return task.due < now[: len(task.due)]


def _reminder(reminder: Reminder) -> str:
    if reminder.at is not None:
        return when(reminder.at, reminder.time_zone)
    return f"{reminder.before_min or 0} minutes before {reminder.anchor}"
