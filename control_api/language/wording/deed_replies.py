"""What to say of what was deleted, and of what was done in a stretch of time."""

from datetime import date

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import say_days
from control_api.language.wording.phrasing import at_start, how_many, in_sentence, listed, number
from control_api.language.words.language import Language
from control_api.log.deeds import Deed, Verb
from shared.thing_actions import ListChanges, ListTrash
from shared.trash import Trashed

_NAMED_AT_MOST = 5
_NAMED_OF_A_KIND = 3
_SAID: dict[Verb, str] = {
    "added": "added",
    "finished": "finished",
    "cancelled": "cancelled",
    "reopened": "opened {} again",
    "started": "started",
    "moved": "moved",
    "renamed": "renamed",
    "changed": "changed",
    "deleted": "deleted",
    "restored": "brought back",
}
_WHAT = {
    "project": "the list {}",
    "tag": "the tag {}",
    "filter": "the filter {}",
    "comment": "a comment",
}


def say_past(result: Result, today: date, language: Language) -> str:
    """What was deleted or done, as the action asks for it; nothing for another."""
    match result.action:
        case ListTrash() as asked:
            days = _days(asked.deleted_from, asked.deleted_to, today, language)
            return _say_trash(result.trashed, days, language)
        case ListChanges() as asked:
            days = _days(asked.changed_from, asked.changed_to, today, language)
            return _say_changes(result.deeds, days, language, mine=asked.mine)
        case _:
            return ""


def say_deed(deed: Deed, language: Language) -> str:
    """One thing that was done: "moved call Sarah"."""
    return _with(deed.verb, _named(deed.kind, deed.name, language))


def _days(first: str | None, last: str | None, today: date, language: Language) -> str:
    return say_days(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        today,
        language,
    )


def _say_trash(trashed: list[Trashed], days: str, language: Language) -> str:
    if not trashed:
        return f"Nothing was deleted {days}." if days else "The trash is empty."
    names = [_named(each.kind, each.name, language) for each in trashed]
    verb = "was" if len(trashed) == 1 else "were"
    named = _few(names, _NAMED_AT_MOST, language)
    if days:
        return f"{at_start(named)} {verb} deleted {days}."
    count = how_many(len(trashed), language, "thing")
    return f"In the trash {'is' if len(trashed) == 1 else 'are'} {count}: {named}."


def _say_changes(deeds: list[Deed], days: str, language: Language, *, mine: bool) -> str:
    if not deeds:
        whose = "You changed nothing" if mine else "Nothing was changed"
        return f"{whose}{f' {days}' if days else ' yet'}."
    told: dict[str, list[str]] = {}
    for deed in deeds:
        named = told.setdefault(deed.verb, [])
        name = _named(deed.kind, deed.name, language)
        if name not in named:
            named.append(name)
    parts = [
        _with(verb, _few(names, _NAMED_OF_A_KIND, language))
        for verb, names in ((verb, told[verb]) for verb in _SAID if verb in told)
    ]
    if mine:
        return f"{at_start(f'{days} you')} {listed(parts)}."
    return f"{at_start(f'{days} these were changed')}: {listed(parts)}."


def _with(verb: str, names: str) -> str:
    said = _SAID[verb]  # type: ignore[index] # a verb
    return said.format(names) if "{}" in said else f"{said} {names}"


def _named(kind: str, name: str, language: Language) -> str:
    return _WHAT.get(kind, "{}").format(in_sentence(name, language))


def _few(names: list[str], most: int, language: Language) -> str:
    """The first few of them, and how many there are besides."""
    more = len(names) - most
    if more <= 0:
        return listed(names)
    return f"{', '.join(names[:most])}, and {number(more, language)} more"
