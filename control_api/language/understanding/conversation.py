"""Sentences about the conversation itself: how to speak and listen in it, and that it is over."""

from typing import Any

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.times.durations import read_duration
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.scene import Scene, answer, plan
from control_api.language.wording.conversation.settings_replies import (
    tell_leaving,
    tell_settings,
)
from control_api.language.words.sentence import Slots
from shared.voice_settings import (
    LEAVING,
    LONGEST_MIN,
    RANGES,
    WORDS,
    ChangeSettings,
    EndConversation,
    VoiceSettings,
)

_USUAL = VoiceSettings()
_A_BIT, _SOME, _MUCH = 0.1, 0.2, 0.4
"""Added to or taken from the speed of the voice."""
_MORE_PATIENT = 1.5
"""Times as patient."""
_A_MINUTE_S = 60


def _speed(step: float) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots
        return _set(confidence, speed=_within("speed", scene.known.settings.speed + step))

    return read


def _patience(times: float) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots
        wanted = scene.known.settings.patience * times
        return _set(confidence, patience=_within("patience", wanted))

    return read


def _sensitivity(step: int) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots
        words = WORDS["sensitivity"]
        place = words.index(scene.known.settings.sensitivity) + step
        return _set(confidence, sensitivity=words[min(max(place, 0), len(words) - 1)])

    return read


def _to(**values: Any) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots, scene
        return _set(confidence, **values)

    return read


def _sleep_after(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    seconds = read_duration(slots["length"].text, scene.language)
    if seconds is None:
        return None
    return _set(confidence, sleep_after_min=min(max(round(seconds / _A_MINUTE_S), 1), LONGEST_MIN))


def _tell(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    del slots
    return answer(tell_settings(scene.known.settings, scene.language), confidence)


def _tell_leaving(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    del slots
    return answer(tell_leaving(scene.known.settings, scene.language), confidence)


def _end(farewell: str) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots, scene
        return plan(msgspec.convert({"farewell": farewell}, EndConversation), confidence)

    return read


def _set(confidence: float, **values: Any) -> CommandPlan:
    return plan(ChangeSettings(**values), confidence)


def _within(name: str, value: float) -> float:
    least, most = RANGES[name]
    return min(max(round(value, 2), least), most)


INTENTS = {
    "speak_slower": Intent(_speed(-_SOME)),
    "speak_a_bit_slower": Intent(_speed(-_A_BIT)),
    "speak_much_slower": Intent(_speed(-_MUCH)),
    "speak_faster": Intent(_speed(_SOME)),
    "speak_a_bit_faster": Intent(_speed(_A_BIT)),
    "speak_much_faster": Intent(_speed(_MUCH)),
    "speak_as_usual": Intent(_to(speed=_USUAL.speed)),
    "be_more_patient": Intent(_patience(_MORE_PATIENT)),
    "be_less_patient": Intent(_patience(1 / _MORE_PATIENT)),
    "be_patient_as_usual": Intent(_to(patience=_USUAL.patience)),
    "hear_more": Intent(_sensitivity(1)),
    "hear_less": Intent(_sensitivity(-1)),
    "hear_as_usual": Intent(_to(sensitivity=_USUAL.sensitivity)),
    "push_to_talk": Intent(_to(microphone="push_to_talk")),
    "open_microphone": Intent(_to(microphone="open")),
    "sleep_after": Intent(_sleep_after),
    "sleep_never": Intent(_to(sleep_after_min=0)),
    "nothing_leaves": Intent(_to(**dict.fromkeys(LEAVING, "never"))),
    "hearing_stays": Intent(_to(hearing_leaves="never")),
    "thinking_stays": Intent(_to(thinking_leaves="never")),
    "speaking_stays": Intent(_to(speaking_leaves="never")),
    "speech_stays": Intent(_to(hearing_leaves="never", speaking_leaves="never")),
    "all_may_leave": Intent(_to(**dict.fromkeys(LEAVING, "always"))),
    "hearing_may_leave": Intent(_to(hearing_leaves="always")),
    "thinking_may_leave": Intent(_to(thinking_leaves="always")),
    "questions_may_leave": Intent(_to(thinking_leaves="questions")),
    "speaking_may_leave": Intent(_to(speaking_leaves="always")),
    "speech_may_leave": Intent(_to(hearing_leaves="always", speaking_leaves="always")),
    "tell_leaving": Intent(_tell_leaving),
    "tell_settings": Intent(_tell),
    "goodbye": Intent(_end("goodbye")),
    "good_night": Intent(_end("good_night")),
}
