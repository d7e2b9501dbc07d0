"""The question: what would be done, and that it takes a yes."""

from datetime import datetime
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.language.wording.conversation.settings_replies import question_of_leaving
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import (
    NAMED_AT_MOST,
    capital,
    first_few,
    how_many,
    joined,
)
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

_DEEDS = {
    CompleteTask: "complete",
    CancelTask: "cancel",
    ReopenTask: "reopen",
    StartTask: "start",
    SkipOccurrence: "skip",
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
    asked = question_of_leaving(changes, language) or question_of_all(
        results, changes, language, now=now, zone=zone
    )
    if not asked and len(changes) == 1:
        asked = _one(results, changes[0], now, zone, language)
    return f"{asked or _many(changes, language)} {language.say('question-ending')}"


def _many(changes: list[Change], language: Language) -> str:
    kind = "task" if all(isinstance(change.subject, Task) for change in changes) else "thing"
    things = how_many(len(changes), language, kind)
    deeds = {_deed(change) for change in changes}
    if len(deeds) == 1:
        names = first_few([quoted(change.subject, language) for change in changes], language)
        return language.say(f"question-many-{deeds.pop()}", things=things, names=names)
    each = [
        language.say(f"question-deed-{_deed(change)}", name=quoted(change.subject, language))
        for change in changes[:NAMED_AT_MOST]
    ]
    named = first_few(each, language, len(changes))
    return language.say("question-many-deeds", things=things, deeds=named)


def _one(
    results: list[Result], change: Change, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    deed = _DEEDS.get(type(results[0].action)) if len(results) == 1 else None
    if deed is not None:
        return language.say(f"question-one-{deed}", name=quoted(change.subject, language))
    before, after = change.before, change.after
    if len(results) == 1 and isinstance(results[0].action, UpdateTask):
        return _updated(before, after, now, zone, language)
    if before is None and isinstance(after, Task) and after.due:
        due = say_due(after.due, after.time_zone, now, zone, language)
        return language.say("question-one-add-due", name=quoted(after, language), due=due)
    return language.say(
        f"question-one-{_deed(change)}", name=quoted(before or change.subject, language)
    )


def _updated(
    before: Task | Thing | None,
    after: Task | Thing | None,
    now: datetime,
    zone: ZoneInfo,
    language: Language,
) -> str:
    if not isinstance(before, Task) or not isinstance(after, Task):
        return language.say("question-one-that")
    name, deeds = quoted(before, language), []
    if before.title != after.title:
        deeds.append(language.say("question-rename", name=name, title=quoted(after, language)))
    if (before.due, before.time_zone) != (after.due, after.time_zone):
        if after.due:
            due = say_due(after.due, after.time_zone, now, zone, language)
            deeds.append(language.say("question-move", name=name, due=due))
        else:
            deeds.append(language.say("question-take-date", name=name))
    if before.project != after.project:
        if after.project:
            deeds.append(
                language.say("question-file", name=name, list=in_quotes(after.project, language))
            )
        else:
            deeds.append(language.say("question-unfile", name=name))
    if not deeds:
        return language.say("question-one-change", name=name)
    return language.say("question-deeds", deeds=capital(joined(deeds, language)))


def _deed(change: Change) -> str:
    before, after = change.before, change.after
    if after is None:
        return "delete"
    if before is None:
        return "add"
    if isinstance(before, Task) and isinstance(after, Task) and before.status != after.status:
        return {"completed": "complete", "cancelled": "cancel"}.get(after.status, "reopen")
    return "change"
