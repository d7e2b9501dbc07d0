"""What to say about how somebody is spoken with: what was changed of it, and how it is."""

from msgspec import UNSET

from control_api.engine.policy import let_out
from control_api.engine.results import Result
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.voice_settings import (
    LEAVING,
    RANGES,
    ChangeSettings,
    ConversationAction,
    EndConversation,
    VoiceSettings,
)

_AN_HOUR_MIN = 60
_USUAL = VoiceSettings()
_OF_DEGREE = ("speed", "patience")
_OF_LENGTH = ("sleep_after_min", "longest_min")


def say_conversation(result: Result, language: Language) -> str:
    """What was changed, or the last word."""
    action: ConversationAction | object = result.action
    if isinstance(action, EndConversation):
        return language.say(f"talk-{action.farewell.replace('_', '-')}")
    before, after = (each for each in result.things if isinstance(each, VoiceSettings))
    if not isinstance(action, ChangeSettings):
        return ""
    given = [name for name in action.__struct_fields__ if getattr(action, name) is not UNSET]
    if all(getattr(before, name) == getattr(after, name) for name in given):
        return _so_already(given[0], after, language) if len(given) == 1 else _same(language)
    changed = [name for name in given if getattr(before, name) != getattr(after, name)]
    return " ".join(_changed(name, before, after, language) for name in changed)


def tell_settings(settings: VoiceSettings, language: Language) -> str:
    """All of it, in a few sentences."""
    told = language.say(
        "settings-told",
        speed=_against(settings.speed, _USUAL.speed),
        patience=_against(settings.patience, _USUAL.patience),
        sensitivity=settings.sensitivity,
        microphone=settings.microphone,
    )
    return f"{told} {_say_length_of('sleep_after_min', settings, language)}"


def tell_leaving(settings: VoiceSettings, language: Language) -> str:
    """What of a conversation may leave this machine."""
    return " ".join(_changed(name, settings, settings, language) for name in LEAVING)


def question_of_leaving(changes: list[Change], language: Language) -> str:
    """Whether more may leave this machine than before; nothing where that stays as it is."""
    settings = next((c.after for c in changes if isinstance(c.after, VoiceSettings)), _USUAL)
    return " ".join(
        language.say(f"question-{_named(name)}", value=getattr(settings, name))
        for name in let_out(changes)
    )


def _named(name: str) -> str:
    return name.replace("_", "-")


def _changed(name: str, before: VoiceSettings, after: VoiceSettings, language: Language) -> str:
    if name in _OF_LENGTH:
        return _say_length_of(name, after, language)
    if name not in _OF_DEGREE:
        return language.say(f"settings-{_named(name)}", value=getattr(after, name))
    value = getattr(after, name)
    change = "usual" if value == getattr(_USUAL, name) else _against(value, getattr(before, name))
    return language.say(f"settings-{name}", change=change)


def _so_already(name: str, settings: VoiceSettings, language: Language) -> str:
    value = getattr(settings, name)
    if name in _OF_DEGREE and value in RANGES[name]:
        end = "least" if value == RANGES[name][0] else "most"
        return language.say(f"settings-{name}-end", end=end)
    return _same(language)


def _same(language: Language) -> str:
    return language.say("settings-so-already")


def _say_length_of(name: str, settings: VoiceSettings, language: Language) -> str:
    minutes = getattr(settings, name)
    said = f"settings-{_named(name)}"
    if minutes == 0:
        return language.say(f"{said}-never")
    return language.say(said, length=_length(minutes, language))


def _against(value: float, other: float) -> str:
    if value == other:
        return "usual"
    return "more" if value > other else "less"


def _length(minutes: int, language: Language) -> str:
    is_whole = minutes % _AN_HOUR_MIN == 0
    count, unit = (minutes // _AN_HOUR_MIN, "hour") if is_whole else (minutes, "minute")
    number = language.numbers[count] if count < len(language.numbers) else str(count)
    parts = language.say(f"counted-{unit}", count=count, number=number)
    return language.say("length", minutes=minutes, parts=parts)
