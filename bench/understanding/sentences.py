"""The sentences of ``sentences.yaml``, which describes itself, and the person who says them."""

from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec
import yaml

from control_api.language.understanding.scene import Known
from shared.tasks import Repeat, Task

FILE = Path(__file__).with_name("sentences.yaml")
NONE = "none"
"""In the place of a value: it must be emptied."""
_STAMP = "2026-11-20T09:00:00Z"


class Wanted(msgspec.Struct, frozen=True):
    """One action that a sentence means."""

    type: str
    about: str
    """The title of a new task, or that of one of the person's; empty when it does not matter."""
    fields: dict[str, str | None]


class Sentence(msgspec.Struct, frozen=True):
    """What is said, and what it means."""

    kind: str
    say: str
    want: list[Wanted] | Literal["ask"]
    """Actions; none when it is no command; ``ask`` when a question or a reason must come back."""


class Person(msgspec.Struct, frozen=True):
    """Who says it, when and where."""

    now: datetime
    zone: ZoneInfo
    known: Known


def read_sentences(path: Path = FILE) -> tuple[Person, list[Sentence]]:
    """Everything in the file. Raises `OSError`, `yaml.YAMLError`, and `KeyError` for a gap."""
    # Every value as it is written: YAML's own dates and truths would have to be written back.
    content: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 (makes nothing but texts)
    zone = ZoneInfo(content["zone"])
    tasks = [_task(number, given) for number, given in enumerate(content["tasks"])]
    ids = {task.title: task.id for task in tasks}
    known = Known(
        open_tasks=tasks,
        projects=content["projects"],
        mentioned=[ids[title] for title in content["mentioned"]],
    )
    person = Person(datetime.fromisoformat(content["now"]).replace(tzinfo=zone), zone, known)
    sentences = [
        Sentence(kind, given["say"], _wanted(given["want"]))
        for kind, some in content["sentences"].items()
        for given in some
    ]
    return person, sentences


def _task(number: int, given: dict[str, str]) -> Task:
    rule = given.get("repeat")
    return Task(
        f"task-{number}",
        given["title"],
        "todo",
        given.get("due"),
        None,
        given.get("project"),
        _STAMP,
        _STAMP,
        repeat=None if rule is None else Repeat(rule=rule),
    )


def _wanted(given: list[dict[str, str]] | str) -> list[Wanted] | Literal["ask"]:
    if isinstance(given, str):
        if given != "ask":
            raise KeyError(given)
        return "ask"
    wanted = []
    for action in given:
        (kind, about), *fields = action.items()
        values = {name: None if value == NONE else value for name, value in fields}
        wanted.append(Wanted(kind, about, values))
    return wanted
