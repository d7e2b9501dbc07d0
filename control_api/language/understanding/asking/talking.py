"""Everyday words that ask for no task: thanks, greetings, and what Saydo is and can do."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.scene import Scene, answer
from control_api.language.words.sentence import Slots

_CAN_DO = (
    "I keep your tasks and lists. Say: remind me to call Sarah tomorrow at three, "
    "add milk to my shopping list, or: what's on for Friday?"
)
_REPLIES = {
    "thanks": "You're welcome.",
    "greeting": "Hello. What should I remember for you?",
    "goodbye": "Goodbye.",
    "good_night": "Good night.",
    "how_are_you": "I'm fine, thank you. What should I remember for you?",
    "who_are_you": f"I'm Saydo. {_CAN_DO}",
    "help": _CAN_DO,
    "hear_me": "I hear you.",
    "praise": "Thank you.",
    "sorry": "No problem.",
}


def _says(reply: str) -> Reader:
    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
        del slots, scene
        return answer(reply, confidence)

    return read


INTENTS = {name: Intent(_says(reply)) for name, reply in _REPLIES.items()}
