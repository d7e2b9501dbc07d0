"""What may leave this machine, in each role."""

from typing import get_args

import msgspec

from agent_worker.models.catalogue import Role
from agent_worker.settings.reading import Environment, SettingsError
from shared.voice_settings import Leaves, VoiceSettings

_STRICTEST: tuple[Leaves, ...] = get_args(Leaves)
_ALLOWED: dict[Role, tuple[Leaves, ...]] = {
    "stt": ("never", "always"),
    "llm": _STRICTEST,
    "tts": _STRICTEST,
}
_VARIABLES: dict[Role, str] = {
    "stt": "SAYDO_STT_MAY_LEAVE",
    "llm": "SAYDO_LLM_MAY_LEAVE",
    "tts": "SAYDO_TTS_MAY_LEAVE",
}
_OFFLINE = "SAYDO_OFFLINE"


class MayLeave(msgspec.Struct, frozen=True):
    """What may leave: the sound of the voice, the words for thinking, the words to be spoken."""

    stt: Leaves = "always"
    """Never "questions": what a sound means is known only once somebody has heard it."""
    llm: Leaves = "always"
    tts: Leaves = "always"

    def of(self, role: Role) -> Leaves:
        """What may leave in one role."""
        leaves: dict[Role, Leaves] = {"stt": self.stt, "llm": self.llm, "tts": self.tts}
        return leaves[role]

    def stricter(self, other: "MayLeave") -> "MayLeave":
        """What both allow."""
        return MayLeave(
            stt=min(self.stt, other.stt, key=_STRICTEST.index),
            llm=min(self.llm, other.llm, key=_STRICTEST.index),
            tts=min(self.tts, other.tts, key=_STRICTEST.index),
        )


NOTHING = MayLeave("never", "never", "never")


def of_person(settings: VoiceSettings) -> MayLeave:
    """Tell what a person lets go."""
    return MayLeave(settings.hearing_leaves, settings.thinking_leaves, settings.speaking_leaves)


def read_may_leave(environment: Environment) -> MayLeave:
    """Read what may leave; in offline mode nothing does. Raises SettingsError."""
    found = MayLeave(
        stt=_read(environment, "stt"),
        llm=_read(environment, "llm"),
        tts=_read(environment, "tts"),
    )
    return NOTHING if is_offline(environment) else found


def is_offline(environment: Environment) -> bool:
    """Whether nothing may leave at all. Raises SettingsError."""
    given = environment.get(_OFFLINE) or "0"
    if given not in {"0", "1"}:
        raise SettingsError(f"{_OFFLINE} is {given!r}: use 1, or 0 for no.")
    return given == "1"


def _read(environment: Environment, role: Role) -> Leaves:
    variable = _VARIABLES[role]
    given = environment.get(variable) or "always"
    for leaves in _ALLOWED[role]:
        if given == leaves:
            return leaves
    why = ""
    if given == "questions":
        why = " What is said is known only once it was heard, so it can't be for questions alone."
    raise SettingsError(f"{variable} is {given!r}: use {', '.join(_ALLOWED[role])}.{why}")
