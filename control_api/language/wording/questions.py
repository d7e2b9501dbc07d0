"""The question: what would be done, and that it takes a yes."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import NAMED_AT_MOST, first_few, how_many
from control_api.language.wording.quoting import in_quotes, quoted
from control_api.language.wording.whole_questions import question_of_all
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
from shared.things import Thing

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
    if whole := question_of_all(results, changes, language, now=now, zone=zone):
        return f"{whole} {_ENDING}"
    if len(changes) == 1:
        return f"{_one(results, changes[0], now, zone, language)}? {_ENDING}"
    what = {_verb(change) for change in changes}
    kind = "task" if all(isinstance(change.subject, Task) for change in changes) else "thing"
    names = [quoted(change.subject) for change in changes]
    if len(what) == 1:
        plan = (
            f"{what.pop()} {how_many(len(changes), language, kind)}: {first_few(names, language)}"
        )
    else:
        each = [f"{_verb(change)} {quoted(change.subject)}" for change in changes[:NAMED_AT_MOST]]
        count = how_many(len(changes), language, kind)
        plan = f"change {count}: {first_few(each, language, len(changes))}"
    return f"That would {plan}. Shall I? {_ENDING}"


def _one(
    results: list[Result], change: Change, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    verb = _VERBS.get(type(results[0].action)) if len(results) == 1 else None
    if verb is not None:
        return f"{verb} {quoted(change.subject)}"
    before, after = change.before, change.after
    if len(results) == 1 and isinstance(results[0].action, UpdateTask):
        return _updated(before, after, now, zone, language)
    if before is None and isinstance(after, Task) and after.due:
        when = say_due(after.due, after.time_zone, now, zone, language)
        return f"Add {quoted(after)} for {when}"
    return f"{_verb(change).capitalize()} {quoted(before or change.subject)}"


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
        parts.append(f"Rename {quoted(before)} to {quoted(after)}")
    if (before.due, before.time_zone) != (after.due, after.time_zone):
        when = say_due(after.due, after.time_zone, now, zone, language) if after.due else "no date"
        parts.append(f"Move {quoted(before)} to {when}")
    if before.project != after.project:
        where = in_quotes(after.project) if after.project else "no list"
        parts.append(f"Move {quoted(before)} to {where}")
    return ", and ".join(parts) or f"Change {quoted(before)}"


def _verb(change: Change) -> str:
    before, after = change.before, change.after
    if after is None:
        return "delete"
    if before is None:
        return "add"
    if isinstance(before, Task) and isinstance(after, Task) and before.status != after.status:
        return {"completed": "complete", "cancelled": "cancel"}.get(after.status, "reopen")
    return "change"
