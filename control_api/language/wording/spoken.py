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

_REFUSALS: dict[Refusal, str] = {
    "declined": "All right, I left it as it was.",
    "changed_since": (
        "It was changed since I asked, so I left it. Ask me again if you still want it."
    ),
    "only_by_hand": (
        "What is deleted for good is gone, so do that yourself: in the trash, by hand."
    ),
}


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
        return _REFUSALS[reason]

    def none_of(self, reason: str, *, place: int, total: int) -> str:
        """Why none of several actions was done: the one at a place, from 1 on, failed."""
        which = f"number {number(place, self._language)} of {number(total, self._language)}"
        return f"{reason} That is {which}, so I did none of them."

    def step(self, action: Action, named: Subject | str | None) -> str:
        """What an action is to do; `named` is what it is about, or the name of what it makes."""
        words = self._language.steps
        kind = str(action.__struct_config__.tag)
        if isinstance(named, str):
            name = in_quotes(named) if named else ""
        else:
            name = "" if named is None else quoted(named)
        said = words.actions.get(kind, kind.replace("_", " ").capitalize())
        sentence = said.replace("{named}", name or words.unnamed)
        if not kind.startswith("update_"):
            return sentence
        fields = (name for name in action.__struct_fields__ if getattr(action, name) is not UNSET)
        changed = [words.changed[field] for field in fields if field in words.changed]
        return f"{sentence}: {self._language.listed(changed)}" if changed else sentence
