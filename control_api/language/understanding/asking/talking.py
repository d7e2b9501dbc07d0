"""Everyday words that ask for no task: thanks, greetings, and what Saydo is and can do."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.scene import Scene, answer
from control_api.language.words.sentence import Slots

_TALK = (
    "thanks",
    "greeting",
    "how_are_you",
    "who_are_you",
    "help",
    "hear_me",
    "praise",
    "sorry",
)


def _answers(talk: str) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots
        return answer(scene.language.say(f"talk-{talk.replace('_', '-')}"), confidence)

    return read


INTENTS = {talk: Intent(_answers(talk)) for talk in _TALK}
