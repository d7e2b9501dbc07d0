"""Whether what was read of a sentence is what it means."""

from typing import Any, Literal

import msgspec
from msgspec import UNSET

from bench.understanding.sentences import Sentence, Wanted
from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.tasks import Repeat

Verdict = Literal["right", "asked or refused", "left to the model", "a field wrong", "wrong"]
VERDICTS: tuple[Verdict, ...] = (
    "right",
    "asked or refused",
    "left to the model",
    "a field wrong",
    "wrong",
)
"""From the best to the worst: to do something else than what was meant is worse than nothing."""
_COMPARED = {
    "create_task": ("due", "project", "repeat"),
    "update_task": ("title", "due", "project", "repeat"),
    "list_tasks": ("due_from", "due_to", "overdue", "project", "search"),
}
_ABOUT_NEW = {"create_task": "title", "create_project": "name"}


def judge(sentence: Sentence, reading: CommandPlan, known: Known) -> Verdict:
    """What a reading is worth."""
    if reading.outcome == "not_a_command":
        return "right" if sentence.want == [] else "left to the model"
    if reading.outcome != "planned":
        return "right" if sentence.want == "ask" else "asked or refused"
    if isinstance(sentence.want, str):
        return "wrong"
    kinds = [action.__struct_config__.tag for action in reading.actions]
    if kinds != [wanted.type for wanted in sentence.want]:
        return "wrong"
    titles = {task.id: task.title for task in known.open_tasks}
    same = [
        _is_about(wanted, action, titles)
        for wanted, action in zip(sentence.want, reading.actions, strict=True)
    ]
    if not all(same):
        return "a field wrong" if set(kinds) <= _ABOUT_NEW.keys() else "wrong"
    fits = (
        _fields(action) == {name: _folded(value) for name, value in wanted.fields.items()}
        for wanted, action in zip(sentence.want, reading.actions, strict=True)
    )
    return "right" if all(fits) else "a field wrong"


def _is_about(wanted: Wanted, action: Any, titles: dict[str, str]) -> bool:
    if not wanted.about:
        return True
    field = _ABOUT_NEW.get(wanted.type)
    found = titles.get(action.task_id) if field is None else getattr(action, field)
    return _folded(found) == _folded(wanted.about)


def _fields(action: Any) -> dict[str, str | None]:
    """What an action sets, of what is compared."""
    unset = {field.name: field.default for field in msgspec.structs.fields(type(action))}
    found = {
        name: getattr(action, name) for name in _COMPARED.get(action.__struct_config__.tag, ())
    }
    return {
        name: _folded(value)
        for name, value in found.items()
        if value is not UNSET and value != unset[name]
    }


def _folded(value: object) -> str | None:
    if value is None:
        return None
    return (value.rule if isinstance(value, Repeat) else str(value)).casefold()
