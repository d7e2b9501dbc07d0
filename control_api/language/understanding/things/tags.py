"""Sentences about tags themselves: make, rename, colour, delete one."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, ask, plan, refuse
from control_api.language.understanding.things.naming import new_name, thing_named
from control_api.language.words.sentence import Slots
from shared.thing_actions import CreateTag, DeleteTag, UpdateTag
from shared.things import Tag


def create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A tag that no task has yet."""
    name = _name(slots["title"].text)
    if not name or not new_name(slots["title"], scene.language):
        return None
    existing = thing_named(slots["title"], Tag, scene)
    if existing is not None:
        return ask(scene.language.say("tag-there-already", name=existing.name), confidence)
    return plan(CreateTag(name=name), confidence)


def rename(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A tag gets another name, on every task that has it."""
    tag, name = thing_named(slots["tag"], Tag, scene), _name(slots["title"].text)
    if tag is None:
        return _no_such_tag(slots, scene, confidence)
    return plan(UpdateTag(tag.id, name=name), confidence) if name else None


def colour(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A tag gets a colour, or loses it."""
    colours = scene.language.things.colours
    said = slots["colour"].text.lower()
    if said not in colours:
        return None
    tag = thing_named(slots["tag"], Tag, scene)
    if tag is None:
        return _no_such_tag(slots, scene, confidence)
    return plan(UpdateTag(tag.id, colour=colours[said] or None), confidence)


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A tag goes away, and is on no task any more."""
    tag = thing_named(slots["tag"], Tag, scene)
    if tag is None:
        return _no_such_tag(slots, scene, confidence)
    return plan(DeleteTag(tag.id), confidence)


def _no_such_tag(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    name = _name(slots["tag"].text)
    return refuse(scene.language.say("tag-none-called", name=name), confidence)


def _name(said: str) -> str:
    return said.strip(" \t,;:.!?\"'").removeprefix("#").strip()


INTENTS = {
    "create_tag": Intent(create),
    "rename_tag": Intent(rename),
    "colour_tag": Intent(colour),
    "delete_tag": Intent(delete),
}
