"""What to say of what was deleted, of what was done in a stretch of time, and why it was done."""

from datetime import date
from typing import get_args

from control_api.engine.results import Result
from control_api.language.wording.dates_aloud import say_days
from control_api.language.wording.phrasing import capital, first_few, how_many, in_sentence
from control_api.language.wording.quoting import in_quotes
from control_api.language.words.language import Language
from control_api.log.deeds import Deed, Verb
from shared.outcomes import Reader
from shared.thing_actions import ListChanges, ListTrash
from shared.trash import Trashed

_NAMED_OF_A_KIND = 3
_TOLD_APART = frozenset({"project", "tag", "filter", "comment"})
"""What is named with what it is; tasks and people are known by their names."""
_VERBS: tuple[Verb, ...] = get_args(Verb)
"""In the order in which they are told."""
_OF_WORDS: frozenset[Reader] = frozenset({"sentences", "learned", "answer"})
"""Readers of words; what the others did may have none."""


def say_past(result: Result, today: date, language: Language) -> str:
    """What was deleted or done, as the action asks for it; nothing for another."""
    match result.action:
        case ListTrash() as asked:
            days = _days(asked.deleted_from, asked.deleted_to, today, language)
            return _say_trash(result.trashed, days, language)
        case ListChanges() as asked:
            days = _days(asked.changed_from, asked.changed_to, today, language)
            if asked.by_name:
                return _say_changes_of(asked.by_name, result.deeds, days, language)
            return _say_changes(result.deeds, days, language, mine=asked.mine)
        case _:
            return ""


def name_done_to(kind: str, name: str, language: Language) -> str:
    """What something was done to, with what it is where it is no task: "the list Work"."""
    named = in_sentence(name, language)
    return language.say(f"deed-on-{kind}", name=named) if kind in _TOLD_APART else named


def because(reader: Reader | None, said: str | None, reply: str, language: Language) -> str:
    """Why a request was taken as it was.

    `said` are its words, None where there were none or they were deleted for good; `reply` is what
    was answered, empty for nothing. `reader` is None for words that are no command.
    """
    if (reader is None or reader in _OF_WORDS) and said is None:
        return language.say("why-gone")
    quoted = in_quotes(said or "", language)
    why = language.say(f"why-{reader or 'no-command'}", said=quoted)
    return language.say("why-and-reply", why=why, reply=reply) if reply else why


def _days(first: str | None, last: str | None, today: date, language: Language) -> str:
    return say_days(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        today,
        language,
    )


def _say_trash(trashed: list[Trashed], days: str, language: Language) -> str:
    if not trashed:
        return language.say("trash-empty-then", days=days) if days else language.say("trash-empty")
    named = first_few([name_done_to(each.kind, each.name, language) for each in trashed], language)
    count = len(trashed)
    if days:
        return capital(language.say("trash-then", count=count, names=named, days=days))
    things = how_many(count, language, "thing")
    return language.say("trash-all", count=count, things=things, names=named)


def _say_changes(deeds: list[Deed], days: str, language: Language, *, mine: bool) -> str:
    if not deeds:
        return _say_none(days, language, mine=mine)
    all_deeds = _in_a_row(deeds, language)
    if days:
        said = "deeds-mine-then" if mine else "deeds-all-then"
        return capital(language.say(said, days=days, deeds=all_deeds))
    return language.say("deeds-mine" if mine else "deeds-all", deeds=all_deeds)


def _say_changes_of(name: str, deeds: list[Deed], days: str, language: Language) -> str:
    """What one of several people has done."""
    if not deeds:
        said = "deeds-none-by-then" if days else "deeds-none-by"
    else:
        said = "deeds-by-then" if days else "deeds-by"
    return capital(language.say(said, name=name, days=days, deeds=_in_a_row(deeds, language)))


def _in_a_row(deeds: list[Deed], language: Language) -> str:
    told: dict[Verb, list[str]] = {}
    for deed in deeds:
        named = told.setdefault(deed.verb, [])
        name = name_done_to(deed.kind, deed.name, language)
        if name not in named:
            named.append(name)
    parts = [
        _say_verb(verb, first_few(told[verb], language, most=_NAMED_OF_A_KIND), language)
        for verb in _VERBS
        if verb in told
    ]
    return language.listed(parts)


def _say_none(days: str, language: Language, *, mine: bool) -> str:
    if days:
        return language.say("deeds-none-mine-then" if mine else "deeds-none-then", days=days)
    return language.say("deeds-none-mine" if mine else "deeds-none")


def _say_verb(verb: Verb, names: str, language: Language) -> str:
    return language.say(f"deed-{verb}", names=names)
