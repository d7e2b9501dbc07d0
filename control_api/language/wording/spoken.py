"""The engine's outcomes in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import UNSET

from control_api.engine.results import Result
from control_api.engine.wording import Refusal, Wording
from control_api.language.wording.phrasing import number
from control_api.language.wording.questions import question
from control_api.language.wording.quoting import in_quotes, quoted
from control_api.language.wording.replies import word_results
from control_api.language.words.language import Language
from control_api.log.changes import Change, Subject
from shared.actions import Action


class SpokenWording(Wording):
    """Words that are right aloud."""

    def __init__(self, language: Language) -> None:
        """In that language."""
        self._language = language

    def results(self, results: list[Result], *, now: datetime, zone: ZoneInfo) -> str:
        """What was done, or would be. `now` is aware."""
        return word_results(results, self._language, now=now, zone=zone)

    def question(
        self, results: list[Result], changes: list[Change], *, now: datetime, zone: ZoneInfo
    ) -> str:
        """What would be done, and that it takes a yes. `changes` are all that count of it."""
        return question(results, changes, self._language, now=now, zone=zone)

    def refusal(self, reason: Refusal) -> str:
        """Why nothing was done."""
        return self._language.say(f"refusal-{reason}")

    def none_of(self, reason: str, *, place: int, total: int) -> str:
        """Why none of several actions was done: the one at a place, from 1 on, failed."""
        return self._language.say(
            "refusal-of-all",
            reason=reason,
            place=number(place, self._language),
            total=number(total, self._language),
        )

    def step(self, action: Action, named: Subject | str | None) -> str:
        """What an action is to do; `named` is what it is about, or the name of what it makes."""
        words = self._language.steps
        kind = str(action.__struct_config__.tag)
        if isinstance(named, str):
            name = in_quotes(named, self._language) if named else ""
        else:
            name = "" if named is None else quoted(named, self._language)
        said = words.actions.get(kind, kind.replace("_", " ").capitalize())
        sentence = said.replace("{named}", name or words.unnamed)
        if not kind.startswith("update_"):
            return sentence
        given = (name for name in action.__struct_fields__ if getattr(action, name) is not UNSET)
        changed = [words.changed[field] for field in given if field in words.changed]
        if not changed:
            return sentence
        fields = self._language.listed(changed)
        return self._language.say("step-changes", step=sentence, fields=fields)
