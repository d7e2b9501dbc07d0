"""Other people's phrasings, where they are: how many are read as what they are.

JSON lines with ``text`` and ``intent``, such as SLURP's; ``SAYDO_PHRASES`` names the file. Where
``annotated`` marks what is named, as in ``cancel [event_name : lunch]``, the person has it. An
intent that is not about lists, alarms or the calendar is no command: right is to leave it alone.
"""

import json
import os
import re
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known
from control_api.requests.spoken import ENGLISH
from scripts.machine.places import ROOT
from shared.tasks import Task

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 10, tzinfo=BERLIN)
VERDICTS = ("right", "asked", "refused", "left to the model", "wrong")
WANTED = {
    "lists_createoradd": {"create_task", "create_project"},
    "lists_remove": {"delete_task", "complete_task", "delete_project"},
    "lists_query": {"list_tasks"},
    "alarm_set": {"create_task", "create_alarm", "create_timer"},
    "alarm_remove": {"delete_task", "delete_alarm"},
    "alarm_query": {"list_tasks", "list_bells"},
    "calendar_set": {"create_task", "update_task"},
    "calendar_remove": {"delete_task", "cancel_task"},
    "calendar_query": {"list_tasks"},
}
NAMES = re.compile(r"\[(event_name|meal_type|list_name) : ([^\]]+)\]")
_STAMP = "2026-11-20T09:00:00Z"


def phrases_file() -> Path | None:
    """Where the phrasings are, if anywhere."""
    beside = ROOT.parent / "shared" / "phrases" / "slurp_devel.jsonl"
    path = Path(os.environ.get("SAYDO_PHRASES") or beside)
    return path if path.is_file() else None


def read_phrases(path: Path) -> dict[str, Counter[str]]:
    """How many phrasings of each intent were read how."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text().splitlines():
        phrase = json.loads(line)
        outcomes[phrase["intent"]][judge(phrase)] += 1
    return dict(sorted(outcomes.items()))


def judge(phrase: dict[str, Any]) -> str:
    """What the reading of a phrase is worth."""
    reading = interpret(
        phrase["text"], language=ENGLISH, now=NOW, time_zone=BERLIN, known=_known(phrase)
    )
    kinds = {action.__struct_config__.tag for action in reading.actions}
    wanted = WANTED.get(phrase["intent"])
    if reading.outcome == "not_a_command":
        return "right" if wanted is None else "left to the model"
    if reading.outcome != "planned":
        return "refused" if reading.outcome == "refused" else "asked"
    return "right" if wanted is not None and kinds <= wanted else "wrong"


def _known(phrase: dict[str, Any]) -> Known:
    """What the phrase names, as tasks and lists that there are; new things are not there yet."""
    named = NAMES.findall(phrase.get("annotated", ""))
    if phrase["intent"] in {"calendar_set", "lists_createoradd"}:
        return Known()
    lists = [name for kind, name in named if kind == "list_name"] or [None]
    titles = [name for kind, name in named if kind != "list_name"] or ["Milk"]
    tasks = [
        Task(f"task-{number}", title, "todo", None, None, lists[0], _STAMP, _STAMP)
        for number, title in enumerate(titles)
    ]
    return Known(open_tasks=tasks, projects=[name for name in lists if name is not None])
