"""How well plain commands are understood: `make eval`.

Real people's phrasings (SLURP's, when they are beside the project: ``SAYDO_PHRASES``, JSON lines
with ``text`` and ``intent``) are read against a small set of tasks. Two figures count: how many
sentences about lists, alarms and the calendar are read as what they are, and how many others are
taken for a command, which must be next to none.
"""

import json
import os
import sys
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from control_api.language.understanding.interpret import interpret
from control_api.language.understanding.scene import Known
from control_api.requests.spoken import LANGUAGE
from shared.tasks import Task
from tests.voice.stack import ROOT

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZONE)
WANTED = {
    "lists_createoradd": {"create_task"},
    "lists_remove": {"delete_task", "complete_task"},
    "lists_query": {"list_tasks"},
    "alarm_set": {"create_task"},
    "alarm_remove": {"delete_task"},
    "alarm_query": {"list_tasks"},
    "calendar_set": {"create_task", "update_task"},
    "calendar_remove": {"delete_task"},
    "calendar_query": {"list_tasks"},
}
TITLES = ("Milk", "Eggs", "Call Sarah", "Dentist", "Send the invoice", "Team meeting")


def known() -> Known:
    """A person with a few open tasks."""
    stamp = "2026-11-20T09:00:00Z"
    tasks = [
        Task(f"task-{n}", title, "todo", "2026-11-27", None, None, stamp, stamp)
        for n, title in enumerate(TITLES)
    ]
    return Known(open_tasks=tasks, projects=["Shopping", "Work"], mentioned=["task-2"])


def phrases_file() -> Path:
    """Where the phrasings are."""
    beside = ROOT.parent / "shared" / "phrases" / "slurp_devel.jsonl"
    return Path(os.environ.get("SAYDO_PHRASES") or beside)


def main() -> None:
    """Read every phrasing, print what share came out right, and the slowest reading."""
    path = phrases_file()
    if not path.is_file():
        sys.exit("No phrasings to measure on: set SAYDO_PHRASES to a JSON lines file.")
    person = known()
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    took: list[float] = []
    for line in path.read_text().splitlines():
        phrase = json.loads(line)
        began = time.perf_counter()
        reading = interpret(
            phrase["text"], language=LANGUAGE, now=NOW, time_zone=ZONE, known=person
        )
        took.append((time.perf_counter() - began) * 1000)
        kinds = {action.__struct_config__.tag for action in reading.actions}
        wanted = WANTED.get(phrase["intent"])
        if reading.outcome == "not_a_command":
            verdict = "left to the model"
        elif wanted is None or not (kinds <= wanted):
            verdict = "wrong"
        else:
            verdict = "read" if reading.outcome == "planned" else "asked or refused"
        outcomes[phrase["intent"]][verdict] += 1
    show(outcomes, took)


def show(outcomes: dict[str, Counter[str]], took: list[float]) -> None:
    """Print the table."""
    verdicts = ("read", "asked or refused", "left to the model", "wrong")
    table = Table(title="Plain commands, as people say them")
    for heading in ("intent", *verdicts):
        table.add_column(heading, justify="left" if heading == "intent" else "right")
    for intent, counts in sorted(outcomes.items()):
        table.add_row(intent, *(str(counts[verdict]) for verdict in verdicts))
    console = Console(width=110)
    console.print(table)
    took.sort()
    console.print(f"p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms")


if __name__ == "__main__":
    main()
