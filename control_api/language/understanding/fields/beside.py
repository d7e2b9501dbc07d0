"""A task whose time another one gives: "iron my apron an hour before my café shift"."""

from datetime import timedelta

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.times.due_dates import check_not_over, shift
from control_api.language.understanding.creating import create
from control_api.language.understanding.fields.lengths import read_minutes, with_delay
from control_api.language.understanding.fields.meant import find_meant
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Slots
from shared.actions import CreateTask
from shared.tasks import Task


def create_before(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """So long before the other is due."""
    return _create(slots, scene, confidence, sign=-1)


def create_after(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """So long after the other is due."""
    return _create(slots, scene, confidence, sign=1)


def _create(slots: Slots, scene: Scene, confidence: float, *, sign: int) -> CommandPlan | None:
    apart = with_delay({name: slot for name, slot in slots.items() if name != "needed"}, scene)
    minutes = None if apart is None else read_minutes(apart["delay"], scene)
    other = find_meant(slots["needed"], scene, only_known=True)
    if apart is None or not minutes or not isinstance(other, Task) or other.due is None:
        return None
    due = shift(other.due, other.time_zone, sign * timedelta(minutes=minutes), scene.zone)
    if due is None:
        return None  # an hour before a whole day
    check_not_over(due, scene.now, scene.language)
    what = apart.get("what") or apart["task"]
    made = create({"what": what, "said": what}, scene, confidence)
    if made is None or made.outcome != "planned":
        return made
    actions = [
        structs.replace(action, due=due.due, time_zone=due.time_zone)
        for action in made.actions
        if isinstance(action, CreateTask)
    ]
    return structs.replace(made, actions=actions)


INTENTS = {
    "create_before": Intent(create_before, create_before),
    "create_after": Intent(create_after, create_after),
}
