"""Sentences that take back what was done, do it again, or ask why it was done."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.places import list_of
from control_api.language.understanding.scene import Scene, answer, plan
from control_api.language.wording.deed_replies import because
from control_api.language.words.sentence import Slots
from shared.actions import Redo, Undo


def undo(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The last command is taken back; after a list, "the last one" is the last of it."""
    turn = next(iter(scene.known.turns), None)
    is_last = scene.language.names.last_one.search(slots["said"].mask)
    if is_last and turn is not None and list_of(turn) is not None:
        return None
    return plan(Undo(), confidence)


def redo(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """What was taken back is done again."""
    del slots, scene
    return plan(Redo(), confidence)


def why(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """What was done last is explained."""
    del slots
    turn = next((turn for turn in scene.known.turns if turn.actions), None)
    if turn is None:
        return answer(scene.language.say("why-nothing"), confidence)
    return answer(because(turn.reader, turn.text, turn.reply, scene.language), confidence)


INTENTS = {"undo": Intent(undo), "redo": Intent(redo), "why": Intent(why)}
