"""Questions about how often a task comes."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_task, is_it
from control_api.language.understanding.scene import CHOSEN, Scene, plan
from control_api.language.words.sentence import Slots, Words
from shared.actions import ListTasks

_IT = Words(CHOSEN, CHOSEN)


def how_often(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Shows the one task that is meant, with its repeat."""
    said = slots.get("task", _IT)
    task = find_task(said, scene, strict=True)
    if isinstance(task, CommandPlan):
        return task
    about = None if is_it(said.text, scene.language) else said.text
    return plan(ListTasks(task_id=task.id, question="how_often", about=about), confidence)


INTENTS = {"how_often": Intent(how_often)}
