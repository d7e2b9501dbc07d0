"""A task moved on from where it is: "make that the day after", "push the report back a day"."""

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand
from control_api.language.times.delays import read_delay
from control_api.language.times.lengths import one
from control_api.language.times.said_times import find_times
from control_api.language.understanding.changing import reschedule, shift, shift_by
from control_api.language.understanding.fields.meant import IT
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import fitting_tasks, is_it
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Slots, Words

_FEW_WORDS = 6


def shift_on(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A day later than it was, or a week: "move it to the day after"."""
    language = scene.language
    unit = slots["unit"].mask.lower() if "unit" in slots else language.changing.a_day
    said = slots.get("task", IT)
    if unit not in language.delays.unit_minutes or (
        is_it(said.text, language) and scene.last_mentioned() is None
    ):
        return None
    by = one(unit, language).delta
    return None if by is None else shift_by(by, said, scene, confidence)


def shift_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The length stands behind the task, without a word between them: "push the report a day"."""
    language, said = scene.language, slots["task_and_delay"]
    words = said.text.split()
    for position in range(1, len(words)):
        edge = len(" ".join(words[:position]))
        by = read_delay(said.mask[edge:], language)
        if by is None:
            continue
        task = said.slice(0, edge)
        aside = language.changing.aside.search(task.mask)
        if aside is not None:
            task = task.slice(0, aside.start())
        which_way = (aside[0] if aside else "") + slots["said"].mask.rpartition(said.mask)[2]
        by = -by if language.changing.earlier.search(which_way) else by
        return shift_by(by, task, scene, confidence)
    return None


def shift_bare_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same where there is such a task: one may "push a day" of anything else."""
    reading = shift_bare(slots, scene, confidence)
    return None if reading is None or reading.outcome == "refused" else reading


def shift_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Nothing but how far the task is moved that was spoken of: "a week later"."""
    return None if scene.last_mentioned() is None else shift(slots, scene, confidence)


def reschedule_perhaps(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task that there is and a time, which is asked about: "taxes by Friday".

    Not where it is the whole title: who says that means the task.
    """
    if "task" not in slots:
        parted = _time_behind(slots["task_and_text"], scene)
        return None if parted is None else reschedule_perhaps(parted, scene, confidence)
    said = slots["task"].text
    fitting = fitting_tasks(said, scene.known.open_tasks, scene.language, strict=True)
    reading = reschedule(slots, scene, confidence) if len(fitting) == 1 else None
    if reading is None:
        return None
    return structs.replace(reading, is_sure=said.casefold() == fitting[0].title.casefold())


def _time_behind(words: Words, scene: Scene) -> Slots | None:
    """A few words that end with a time: "lab report Monday". "Pay the rent Monday" is an errand."""
    is_long = len(words.mask.split()) > _FEW_WORDS
    if is_long or is_errand(words, scene.language, are_things=False):
        return None
    found = find_times(words.mask, scene.now, scene.language)
    if len(found) != 1 or words.mask[found[0].end :].strip():
        return None
    task, when = words.slice(0, found[0].start).strip(), words.slice(found[0].start).strip()
    return {"said": words, "task": task, "when": when} if task.text else None


INTENTS = {
    "shift_on": Intent(shift_on),
    "shift_it": Intent(shift_it),
    "reschedule_perhaps": Intent(reschedule_perhaps, reschedule_perhaps),
    "shift_bare": Intent(shift_bare, shift_bare_known),
}
