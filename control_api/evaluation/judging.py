"""Whether what is stored afterwards, and what was answered, is what a case expects."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import msgspec

from control_api.evaluation.cases import Partial, Then
from shared.outcomes import Outcome

Verdict = Literal["right", "asked or refused", "left alone", "wrong"]
VERDICTS: tuple[Verdict, ...] = ("right", "asked or refused", "left alone", "wrong")
"""From the best to the worst: to do something else than what was meant is worse than nothing."""
Fields = dict[str, Any]
Alike = Callable[[str, str], bool]
"""Whether one text is as good as the other; they are never the same but for their capitals."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STAMPS = frozenset({"updated_at", "version", "created_at", "completed_at", "position"})


class State(msgspec.Struct, frozen=True):
    """What is stored, by id: the fields of each, with names for ids where a case names it."""

    tasks: dict[str, Fields]
    things: dict[str, Fields]


class Judgement(msgspec.Struct, frozen=True):
    """What an answer is worth, and why it is not right."""

    verdict: Verdict
    why: str = ""


def judge(
    then: Then,
    before: State,
    after: State,
    outcome: Outcome,
    sounds_same: Alike = lambda _one, _other: False,
) -> Judgement:
    """Hold what came of a case against what it expects.

    Where it was said aloud, `sounds_same` tells which texts nobody can tell apart by ear. What is
    new may be spelt like that; a word that the person has must be spelt as they do.
    """
    alike = _of_new_words(before, sounds_same)
    why = _difference(then, before, after, alike) or _misanswered(then, outcome)
    if not why:
        return Judgement("right")
    if not _is_same(before, after):
        return Judgement("wrong", why)
    if outcome.outcome == "not_a_command":
        return Judgement("left alone", why)
    asked = outcome.outcome in {"answered", "clarify", "refused", "needs_approval"}
    return Judgement("asked or refused" if asked else "wrong", why)


def _of_new_words(before: State, sounds_same: Alike) -> Alike:
    named = [*before.tasks.values(), *before.things.values()]
    known = {w for each in named for w in _words(each.get("title") or each.get("name") or "")}

    def alike(wanted: str, found: str) -> bool:
        return known.isdisjoint(_words(wanted) - _words(found)) and sounds_same(wanted, found)

    return alike


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _difference(then: Then, before: State, after: State, alike: Alike) -> str:
    why = _unlike(then.tasks, _changed(before.tasks, after.tasks), "task", alike)
    why = why or _not_gone(then.gone, before.tasks, after.tasks, "title")
    if why or then.things is None:
        return why
    why = _unlike(then.things, _changed(before.things, after.things), "thing", alike)
    return why or _not_gone(then.gone_things, before.things, after.things, "name")


def _changed(before: dict[str, Fields], after: dict[str, Fields]) -> list[Fields]:
    return [each for key, each in after.items() if _differs(before.get(key), each)]


def _not_gone(
    wanted: list[str], before: dict[str, Fields], after: dict[str, Fields], name: str
) -> str:
    gone = [each[name] for key, each in before.items() if key not in after]
    return "" if sorted(map(_folded, wanted)) == sorted(map(_folded, gone)) else f"gone: {gone}"


def _misanswered(then: Then, outcome: Outcome) -> str:
    wanted = then.outcome or ("done" if then.tasks or then.gone or then.things else [])
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if kinds and outcome.outcome not in kinds:
        return f"{outcome.outcome}: {outcome.reply}"
    if then.reply and not re.search(then.reply, outcome.reply, re.IGNORECASE):
        return f"said: {outcome.reply}"
    return ""


def _unlike(wanted: list[Partial], found: list[Fields], what: str, alike: Alike) -> str:
    rest = list(found)
    for partial in wanted:
        fitting = next((each for each in rest if _fits(partial, each, alike)), None)
        if fitting is None:
            return f"no {what} {partial} among the changed: {_told(partial, rest)}"
        rest.remove(fitting)
    return f"changed, too: {_told({}, rest)}" if rest else ""


def _told(partial: Partial, found: list[Fields]) -> list[Fields]:
    names = {"title", "name", "due", "project", "repeat", *partial}
    return [{name: each[name] for name in names if each.get(name)} for each in found]


def _fits(partial: Partial, found: Fields, alike: Alike) -> bool:
    return all(
        _is_rule(value, found)
        if name == "repeat" and isinstance(value, str)
        else _same(value, found.get(name), alike)
        for name, value in partial.items()
    )


def _is_rule(wanted: str, found: Fields) -> bool:
    """Whether the task has that rule; its own day may be spelled out in it or not."""
    parts = set(((found.get("repeat") or {}).get("rule") or "").split(";"))
    day = date.fromisoformat(found["due"][:10]) if found.get("due") else None
    own = {f"BYDAY={_DAYS[day.weekday()]}", f"BYMONTHDAY={day.day}"} if day else set()
    return set(wanted.split(";")) - own == parts - own


def _same(wanted: Any, found: Any, alike: Alike) -> bool:
    if isinstance(wanted, list) and isinstance(found, list):
        return sorted(map(_folded, wanted)) == sorted(map(_folded, found))
    if _folded(wanted) == _folded(found):
        return True
    return isinstance(wanted, str) and isinstance(found, str) and alike(wanted, found)


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return repr(sorted(value.items()))
    return value.casefold() if isinstance(value, str) else value


def _differs(before: Fields | None, after: Fields) -> bool:
    return before is None or _content(before) != _content(after)


def _content(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name not in _STAMPS}


def _is_same(before: State, after: State) -> bool:
    return all(
        earlier.keys() == later.keys() and not _changed(earlier, later)
        for earlier, later in ((before.tasks, after.tasks), (before.things, after.things))
    )
