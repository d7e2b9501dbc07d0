"""Todoist's CSV: one table a project, and a zip of them, as its backups are."""

import re
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from control_api.edges.exchange.formats.todoist_dates import read_date
from control_api.edges.exchange.parts.archive import Archive, is_zip
from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    Seen,
    bad,
    new_task,
    stable_id,
    with_origin,
)
from control_api.edges.exchange.parts.cells import Table, from_text
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.texts import Tell
from control_api.edges.exchange.parts.times import read_stamp, read_time
from control_api.edges.exchange.parts.zones import Zones
from shared.tasks import Priority, Task
from shared.things import Comment

PROGRAM = "todoist-csv"
INBOX = "Inbox"
DEEPEST = 4
UNTOLD = frozenset({"links", "reminders", "depends_on", "status", "start", "start_time_zone"})
PRIORITIES: dict[str, Priority | None] = {
    "": "urgent",
    "1": "urgent",
    "2": "high",
    "3": "medium",
    "4": None,
}
"""As in the table: 1 is the highest, and so is nothing. The API counts the other way."""

LABEL = re.compile(r"(?:\s|^)@([^\s@]+)(?=\s|$)")
"""In a cell as it is written: a title that only begins so has a mark before it."""

_NUMBERED = re.compile(r" \[\d+\]$")
_PERSON = re.compile(r"(.+?) \(\d+\)")


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read one table, or a backup of many. Raises `InvalidInputError` naming table and line."""
    bundle = Bundle(untold=UNTOLD)
    names = Names(bundle)
    rows = Tally()
    if not is_zip(file):
        if not circumstances.name:
            bundle.warnings.append(
                "The table does not say the name of its project: give it as name=."
            )
        project = _Project(bundle, names, circumstances, circumstances.name)
        project.read(Table(file, rows, bundle.warn))
        return bundle
    archive = Archive(file)
    tables = [name for name in archive.names if name.lower().endswith(".csv")]
    if not tables:
        raise bad("The file", "There is no .csv file in the zip.")
    read = {name: _table(archive, rows, bundle.warn, name) for name in tables}
    for name, table in read.items():
        title = _NUMBERED.sub("", PurePosixPath(name).stem)
        _Project(bundle, names, circumstances, title).read(table)
    return bundle


def _table(archive: Archive, tally: Tally, tell: Tell, name: str) -> Table:
    with archive.open(name) as file:
        return Table(file, tally, tell, name)


class _Project:
    """Reads the table of one project."""

    def __init__(
        self, bundle: Bundle, names: Names, circumstances: Circumstances, name: str
    ) -> None:
        self._bundle = bundle
        self._names = names
        self._zones = Zones(bundle.losses, circumstances.time_zone, "TIMEZONE")
        self._today = date.fromisoformat(circumstances.today)
        self._name = name
        self._project_id = None if name == INBOX else names.project(name)
        self._section: str | None = None
        self._above: list[str] = []
        """The ids of the task read last and of those that it is a part of, the topmost first."""
        self._seen = Seen()

    def read(self, table: Table) -> None:
        """Add what the table holds."""
        rows, place = iter(table), table.place
        _, names = next(rows, (0, None))
        if names is None:
            return
        header = [name.strip().upper() for name in names]
        if not {"TYPE", "CONTENT"} <= set(header):
            raise bad(f"{place} 1", "The first line must name the columns TYPE and CONTENT.")
        for line, row in rows:
            cells = {
                name: cell if name == "CONTENT" else from_text(cell)
                for name, cell in zip(header, row, strict=False)
            }
            self._row(cells, f"{place} {line}")

    def _row(self, cells: dict[str, str], where: str) -> None:
        match cells.get("TYPE", "").strip().lower():
            case "task":
                self._task(cells, where)
            case "section":
                self._section = from_text(cells["CONTENT"]).strip() or None
                self._above = []
            case "note":
                self._note(cells)
            case "" | "meta":
                pass
            case kind if kind.startswith("meta"):
                pass
            case kind:
                raise bad(where, f"TYPE is {kind[:20]!r}; it must be task, section or note.")

    def _task(self, cells: dict[str, str], where: str) -> None:
        content = cells.get("CONTENT", "")
        priority = cells.get("PRIORITY", "").strip()
        if priority not in PRIORITIES:
            raise bad(where, f"PRIORITY is {priority[:20]!r}; it must be 1, 2, 3 or 4.")
        indent = cells.get("INDENT", "").strip() or "1"
        if not indent.isdecimal() or not 1 <= int(indent) <= DEEPEST:
            raise bad(where, f"INDENT is {indent[:20]!r}; it must be 1, 2, 3 or 4.")
        self._above = self._above[: int(indent) - 1]
        parent_id = self._above[-1] if self._above else None
        values: dict[str, Any] = {
            "notes": cells.get("DESCRIPTION", ""),
            "priority": PRIORITIES[priority],
            "project_id": self._project_id,
            "section": self._section,
            "parent_id": parent_id,
            "order": float(len(self._bundle.tasks) + 1),
        }
        labels = LABEL.findall(content)
        title = from_text(LABEL.sub("", content).strip())
        values["tag_ids"] = self._names.tags(labels)
        values["assignee_ids"] = self._people(cells)
        aside: dict[str, Any] = {}
        values |= self._due(cells, title, aside) | self._deadline(cells, title, aside)
        values["duration_min"] = self._duration(cells, where)
        if author := cells.get("AUTHOR", "").strip():
            aside["author"] = author
        if aside:
            values["extra"] = {PROGRAM: aside}
        task_id = self._id(parent_id, content)
        task: Task = new_task(task_id, title or from_text(content), **values)
        task = with_origin(task, PROGRAM, "", [cells, self._name])
        self._bundle.add(self._bundle.tasks, task)
        self._above.append(task_id)

    def _id(self, parent_id: str | None, content: str) -> str:
        same = "\n".join([self._name, self._section or "", parent_id or "", content])
        count = self._seen.count(same)
        return stable_id(PROGRAM, same, str(count))

    def _note(self, cells: dict[str, str]) -> None:
        text = from_text(cells.get("CONTENT", ""))
        if not self._above:
            self._bundle.losses.add("note", "A comment on a project has no place.", text)
            return
        at = read_stamp(cells.get("DATE", ""))
        same = f"{self._above[-1]}\n{at}\n{text}"
        count = self._seen.count(same)
        comment = Comment(
            id=stable_id(PROGRAM, "note", same, str(count)),
            task_id=self._above[-1],
            text=text,
            created_at=at,
            updated_at=at,
            author=_person(cells.get("AUTHOR", "")),
        )
        self._bundle.add(self._bundle.comments, comment)

    def _people(self, cells: dict[str, str]) -> list[str]:
        found = self._names.person(_person(cells.get("RESPONSIBLE", "")))
        return [] if found is None else [found]

    def _due(self, cells: dict[str, str], title: str, aside: dict[str, Any]) -> dict[str, Any]:
        text = cells.get("DATE", "").strip()
        if not text:
            return {}
        zone = cells.get("TIMEZONE", "")
        exact = read_time(text)
        if isinstance(exact, datetime) and exact.tzinfo is not None:
            due, time_zone = self._zones.kept(exact, zone)
            return {"due": due, "time_zone": time_zone}
        language = cells.get("DATE_LANG", "").strip().lower() or "en"
        said = read_date(text, language, self._today)
        if said is None:
            aside["date"] = text
            what = "It can't be read, so the task has no date."
            self._bundle.losses.add("DATE", what, f"{title}: {text}", kept=True)
            return {}
        if said.relative:
            what = "It is counted from today, not from the day of the export."
            self._bundle.losses.add("DATE", what, f"{title}: {text}")
        due, time_zone = said.due, None
        if said.clock is not None:
            due, time_zone = self._zones.kept(datetime.fromisoformat(due), zone)
        return {"due": due, "time_zone": time_zone, "repeat": said.repeat}

    def _deadline(self, cells: dict[str, str], title: str, aside: dict[str, Any]) -> dict[str, Any]:
        text = cells.get("DEADLINE", "").strip()
        if not text:
            return {}
        said = read_date(text, cells.get("DEADLINE_LANG", "").strip().lower() or "en", self._today)
        if said is None or said.repeat is not None:
            aside["deadline"] = text
            what = "It can't be read."
            self._bundle.losses.add("DEADLINE", what, f"{title}: {text}", kept=True)
            return {}
        return {"deadline": said.day.isoformat()}

    def _duration(self, cells: dict[str, str], where: str) -> int | None:
        text = cells.get("DURATION", "").strip()
        if not text or text.lower() == "none":
            return None
        if not text.isdecimal() or len(text) > len("999999"):
            raise bad(where, f"DURATION is {text[:20]!r}; it must be a number.")
        return int(text) * (24 * 60 if "day" in cells.get("DURATION_UNIT", "").lower() else 1)


def _person(text: str) -> str:
    """``Name (12345)`` without the number."""
    found = _PERSON.fullmatch(text.strip())
    return found[1] if found else text.strip()
