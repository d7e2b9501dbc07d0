"""Sentences that take back what was done, or do it again."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, plan
from control_api.language.words.sentence import Slots
from shared.actions import Redo, Undo


def undo(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """The last command is taken back."""
    del slots, scene
    return plan(Undo(), confidence)


def redo(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """What was taken back is done again."""
    del slots, scene
    return plan(Redo(), confidence)


INTENTS = {"undo": Intent(undo), "redo": Intent(redo)}
