"""The question: what would be done, and that it takes a yes."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import NAMED_AT_MOST, first_few, how_many
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.actions import (
    CancelTask,
    CompleteTask,
    ReopenTask,
    SkipOccurrence,
    StartTask,
    UpdateTask,
)
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing

_LONGEST_NAME = 80
"""Characters: a title is not to talk over the question that it stands in."""
_ENDING = "Say yes or no."
_VERBS = {
    CompleteTask: "Complete",
    CancelTask: "Cancel",
    ReopenTask: "Reopen",
    StartTask: "Start",
    SkipOccurrence: "Skip this time of",
}


def question(
    results: list[Result],
    changes: list[Change],
    language: Language,
    *,
    now: datetime,
    zone: ZoneInfo,
) -> str:
    """Say what would be done. `changes` are all of it, as they would be counted."""
    if len(changes) == 1:
        return f"{_one(results, changes[0], now, zone, language)}? {_ENDING}"
    what = {_verb(change) for change in changes}
    kind = "task" if all(isinstance(change.subject, Task) for change in changes) else "thing"
    names = [_named(change.subject) for change in changes]
    if len(what) == 1:
        plan = (
            f"{what.pop()} {how_many(len(changes), language, kind)}: {first_few(names, language)}"
        )
    else:
        each = [f"{_verb(change)} {_named(change.subject)}" for change in changes[:NAMED_AT_MOST]]
        count = how_many(len(changes), language, kind)
        plan = f"change {count}: {first_few(each, language, len(changes))}"
    return f"That would {plan}. Shall I? {_ENDING}"


def _one(
    results: list[Result], change: Change, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    verb = _VERBS.get(type(results[0].action)) if len(results) == 1 else None
    if verb is not None:
        return f"{verb} {_named(change.subject)}"
    before, after = change.before, change.after
    if len(results) == 1 and isinstance(results[0].action, UpdateTask):
        return _updated(before, after, now, zone, language)
    return f"{_verb(change).capitalize()} {_named(before or change.subject)}"


def _updated(
    before: Task | Thing | None,
    after: Task | Thing | None,
    now: datetime,
    zone: ZoneInfo,
    language: Language,
) -> str:
    if not isinstance(before, Task) or not isinstance(after, Task):
        return "Change that"
    parts = []
    if before.title != after.title:
        parts.append(f"Rename {_named(before)} to {_named(after)}")
    if (before.due, before.time_zone) != (after.due, after.time_zone):
        when = say_due(after.due, after.time_zone, now, zone, language) if after.due else "no date"
        parts.append(f"Move {_named(before)} to {when}")
    if before.project != after.project:
        where = _quoted(after.project) if after.project else "no list"
        parts.append(f"Move {_named(before)} to {where}")
    return ", and ".join(parts) or f"Change {_named(before)}"


def _verb(change: Change) -> str:
    before, after = change.before, change.after
    if after is None:
        return "delete"
    if before is None:
        return "add"
    if isinstance(before, Task) and isinstance(after, Task) and before.status != after.status:
        return {"completed": "complete", "cancelled": "cancel"}.get(after.status, "reopen")
    return "change"


def _named(subject: Task | Thing) -> str:
    match subject:
        case Task():
            return _quoted(subject.title)
        case Comment():
            return f"the comment {_quoted(subject.text)}"
        case Occurrence():
            return "one time"
        case _:
            return _quoted(subject.name)


def _quoted(name: str) -> str:
    """A name that can't be taken for a part of the question: short, in one line, in quotes."""
    plain = " ".join(name.replace('"', "'").split())
    if len(plain) > _LONGEST_NAME:
        plain = f"{plain[:_LONGEST_NAME].rstrip()} and so on"
    return f'"{plain}"'
