"""Other people's phrasings, where they are: how many are read as what they are.

JSON lines with ``text`` and ``intent``, such as SLURP's; ``SAYDO_PHRASES`` names the file. An
intent that is not about lists, alarms or the calendar is no command: right is to leave it alone.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path

from bench.understanding.sentences import Person
from control_api.language.understanding.interpret import interpret
from control_api.requests.spoken import LANGUAGE
from scripts.machine.places import ROOT

VERDICTS = ("right", "asked or refused", "left to the model", "wrong")
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


def phrases_file() -> Path | None:
    """Where the phrasings are, if anywhere."""
    beside = ROOT.parent / "shared" / "phrases" / "slurp_devel.jsonl"
    path = Path(os.environ.get("SAYDO_PHRASES") or beside)
    return path if path.is_file() else None


def read_phrases(path: Path, person: Person) -> dict[str, Counter[str]]:
    """How many phrasings of each intent were read how."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text().splitlines():
        phrase = json.loads(line)
        reading = interpret(
            phrase["text"],
            language=LANGUAGE,
            now=person.now,
            time_zone=person.zone,
            known=person.known,
        )
        kinds = {action.__struct_config__.tag for action in reading.actions}
        wanted = WANTED.get(phrase["intent"])
        if reading.outcome == "not_a_command":
            verdict = "right" if wanted is None else "left to the model"
        elif reading.outcome == "refused":
            verdict = "asked or refused"
        elif wanted is None or not (kinds <= wanted):
            verdict = "wrong"
        else:
            verdict = "right" if reading.outcome == "planned" else "asked or refused"
        outcomes[phrase["intent"]][verdict] += 1
    return dict(sorted(outcomes.items()))
