"""Writes a zip with one of Todoist's tables for each project."""

import re
from collections.abc import Iterator

from control_api.edges.exchange.formats.todoist_csv import DEEPEST, INBOX, LABEL, PROGRAM
from control_api.edges.exchange.formats.todoist_words import say_repeat
from control_api.edges.exchange.parts.archive import pack
from control_api.edges.exchange.parts.bundle import Bundle, aside
from control_api.edges.exchange.parts.cells import as_text, write_table
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.time.schedule import plain_repeat
from shared.tasks import OPEN, Priority, Task
from shared.things import Comment

HEADER = (
    *("TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "AUTHOR", "RESPONSIBLE", "DATE"),
    *("DATE_LANG", "TIMEZONE", "DURATION", "DURATION_UNIT", "DEADLINE", "DEADLINE_LANG"),
)
_PRIORITY: dict[Priority | None, str] = {
    "urgent": "1",
    "high": "2",
    "medium": "3",
    "low": "4",
    None: "4",
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.+|\.+$')
_DAY = len("2026-11-24")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write the open tasks; the table has no place for others."""
    del circumstances
    tasks = [task for task in bundle.tasks if task.status in OPEN]
    for task in bundle.tasks:
        if task.status not in OPEN:
            bundle.losses.add("status", "Finished tasks have no place.", task.title)
    if bundle.filters:
        bundle.losses.add("filters", "Todoist's tables have no place for them.")
    for kind in ("timers", "alarms", "settings"):
        if getattr(bundle, kind):
            bundle.losses.add(kind, "Todoist has no place for them.")
    names = {project.id: project.name for project in bundle.projects}
    by_project: dict[str, list[Task]] = {}
    for task in tasks:
        name = names.get(task.project_id or "")
        if name == INBOX:
            bundle.losses.add("project", "Todoist's own inbox is named so.", name)
        by_project.setdefault(name or INBOX, []).append(task)
    comments: dict[str, list[Comment]] = {}
    for comment in bundle.comments:
        comments.setdefault(comment.task_id, []).append(comment)
    files: dict[str, bytes] = {}
    for name, its_tasks in (by_project or {INBOX: []}).items():
        rows = _Table(its_tasks, comments, bundle.losses).rows()
        files[_file_name(name, files, bundle.losses)] = write_table(HEADER, rows)
    return pack(files)


class _Table:
    def __init__(
        self, tasks: list[Task], comments: dict[str, list[Comment]], losses: Losses
    ) -> None:
        self._comments = comments
        self._losses = losses
        there = {task.id for task in tasks}
        self._parts: dict[str | None, list[Task]] = {}
        for task in sorted(tasks, key=lambda task: (task.order is None, task.order or 0.0)):
            parent_id = task.parent_id if task.parent_id in there else None
            if parent_id != task.parent_id:
                losses.add("parent", "It is in another project, or finished.", task.title)
            self._parts.setdefault(parent_id, []).append(task)

    def rows(self) -> Iterator[list[str]]:
        """Tasks without a section first, then section by section."""
        roots = self._parts.get(None, [])
        for section in dict.fromkeys([None, *(task.section for task in roots)]):
            if section is not None:
                yield _row("section", section)
            stack = [(task, 1) for task in reversed(roots) if task.section == section]
            while stack:
                task, depth = stack.pop()
                if depth > DEEPEST:
                    what = f"Parts go {DEEPEST} levels deep there."
                    self._losses.add("parent", what, task.title)
                yield self._task(task, min(depth, DEEPEST))
                for comment in self._comments.get(task.id, []):
                    yield self._note(comment)
                parts = self._parts.get(task.id, [])
                stack += [(part, depth + 1) for part in reversed(parts)]

    def _task(self, task: Task, indent: int) -> list[str]:
        self._note_losses(task)
        date_text, language = self._date(task)
        return _row(
            "task",
            " ".join([task.title, *(f"@{self._label(name)}" for name in task.tags)]),
            task.notes,
            _PRIORITY[task.priority],
            str(indent),
            "",
            task.assignees[0] if task.assignees else "",
            date_text,
            language,
            task.time_zone or "",
            str(task.duration_min or ""),
            "minute" if task.duration_min else "",
            (task.deadline or "")[:_DAY],
            "en" if task.deadline else "",
        )

    def _date(self, task: Task) -> tuple[str, str]:
        if task.due is None:
            text = str(aside(task, PROGRAM).get("date", ""))
            return text, "en" if text else ""
        if task.repeat is None:
            return task.due[:16].replace("T", " "), "en"
        said = say_repeat(plain_repeat(task.repeat, task.due))
        if said is None:
            self._losses.add("repeat", "Todoist has no words for it.", task.repeat.rule)
            return task.due[:16].replace("T", " "), "en"
        head, until, end = said.partition(" until ")
        clock = f" at {task.due[11:16]}" if len(task.due) > _DAY else ""
        return f"{head}{clock} starting {task.due[:_DAY]}{until}{end}", "en"

    def _note(self, comment: Comment) -> list[str]:
        return _row("note", comment.text, "", "", "", comment.author, "", comment.created_at)

    def _label(self, name: str) -> str:
        word = "_".join(name.replace("@", "_").split())
        if word != name:
            self._losses.add("tags", "A label is one word there.", name)
        return word

    def _note_losses(self, task: Task) -> None:
        for field in ("links", "reminders", "depends_on", "start"):
            if getattr(task, field):
                self._losses.add(field, "Todoist's tables have no place for it.", task.title)
        if LABEL.search(as_text(task.title)):
            self._losses.add("title", "A word that begins with @ is a label there.", task.title)
        if task.status == "in_progress":
            self._losses.add("status", "That it is in progress has no place.", task.title)
        if len(task.assignees) > 1:
            self._losses.add("assignees", "Only the first has a place.", task.title)
        if task.priority == "low":
            self._losses.add("priority", "Low is the same as none there.", task.title)
        if task.deadline is not None and len(task.deadline) > _DAY:
            self._losses.add("deadline", "Only its day has a place.", task.title)


def _row(*cells: str) -> list[str]:
    return [*map(as_text, cells), *[""] * (len(HEADER) - len(cells))]


def _file_name(name: str, taken: dict[str, bytes], losses: Losses) -> str:
    safe = _UNSAFE.sub("_", name)
    file = f"{safe}.csv"
    number = 2
    while file in taken:
        file = f"{safe} ({number}).csv"
        number += 1
    if file != f"{name}.csv":
        losses.add("project", f"Its table is named {file}.", name)
    return file
