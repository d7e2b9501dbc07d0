"""Reminders for when somebody gets to a place, which Saydo does not know of."""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.creating import create
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Slots


def at_a_place(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The task with the place in its title, and that no reminder will come there."""
    creating, said, arriving = scene.language.creating, slots["said"], slots["arriving"]
    start = said.mask.rfind(arriving.mask)
    when_i = creating.when_i.search(said.mask[:start])
    if when_i is None or not creating.at_a_place.fullmatch(arriving.mask):
        return None
    what = slots["what"].then(said.slice(when_i.start(), start + len(arriving.mask)))
    made = create({"what": what, "said": slots["said"]}, scene, confidence)
    if made is None or made.outcome != "planned":
        return made
    return msgspec.structs.replace(made, remark=scene.language.say("not-at-a-place"))


INTENTS = {"create_at_a_place": Intent(at_a_place)}
