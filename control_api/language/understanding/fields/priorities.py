"""How much a task matters: "make the report high priority"."""

from control_api.language.understanding.fields.meant import Changes, on_task
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots
from shared.actions import UpdateTask
from shared.tasks import Priority, Task

_STEPS: tuple[Priority, ...] = ("low", "medium", "high", "urgent")


def prioritise(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It gets the priority that is named; "prioritise it" makes it high."""
    return [UpdateTask(task.id, priority=level_said(slots, scene.language))]


def level_said(slots: Slots, language: Language) -> Priority:
    """The priority that is named; high where none is.

    What stands in slots names none: a title or a list may have such words of its own, as in "the
    urgent letter is low priority".
    """
    said = slots["said"].mask
    for words in (each for name, each in slots.items() if name != "said"):
        said = said.replace(words.mask, " ", 1)
    return language.fields.priority_in(said) or "high"


def deprioritise(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It matters little."""
    del slots, scene
    return [UpdateTask(task.id, priority="low")]


def raise_priority(task: Task, slots: Slots, scene: Scene) -> Changes:
    """One step up; what has none becomes high."""
    del slots
    if task.priority == _STEPS[-1]:
        return refuse(scene.language.say("priority-highest", task=at_start(task.title)))
    above = _STEPS[_STEPS.index(task.priority) + 1] if task.priority else "high"
    return [UpdateTask(task.id, priority=above)]


def lower_priority(task: Task, slots: Slots, scene: Scene) -> Changes:
    """One step down; what has none becomes low."""
    del slots
    if task.priority == _STEPS[0]:
        return refuse(scene.language.say("priority-lowest", task=at_start(task.title)))
    below = _STEPS[_STEPS.index(task.priority) - 1] if task.priority else "low"
    return [UpdateTask(task.id, priority=below)]


def unprioritise(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It has none any more."""
    del slots, scene
    return [UpdateTask(task.id, priority=None)]


def unsaid_priority(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Which one was not said."""
    del slots
    title = in_sentence(task.title, scene.language)
    return ask(scene.language.say("priority-unsaid", title=title))


INTENTS = {
    "prioritise": on_task(prioritise),
    "deprioritise": on_task(deprioritise),
    "raise_priority": on_task(raise_priority),
    "lower_priority": on_task(lower_priority),
    "unprioritise": on_task(unprioritise),
    "unsaid_priority": on_task(unsaid_priority),
}
