"""A title that follows its task at once: "call the meeting weekly review instead"."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.meant import split_named
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, plan
from control_api.language.understanding.titles import as_title
from control_api.language.words.sentence import Slots
from shared.actions import UpdateTask


def rename_apart(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """With nothing between a task that there is and its new title."""
    named = split_named(slots["task_and_text"], scene)
    if named is None or not named[1].text:
        return None
    task, title = named
    return plan(UpdateTask(task.id, title=as_title(title.text, scene.language)), confidence)


INTENTS = {"rename_apart": Intent(rename_apart, rename_apart)}
