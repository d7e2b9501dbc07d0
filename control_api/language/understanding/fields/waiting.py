"""What a task waits for: "the report waits for the numbers"."""

from control_api.language.times.phrases import read_when
from control_api.language.understanding.fields.meant import Changes, on_task, on_two
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.wording.phrasing import at_start
from control_api.language.words.sentence import Slots
from shared.actions import UpdateTask
from shared.tasks import Task


def wait(task: Task, needed: Task, scene: Scene) -> Changes:
    """It can be done once the other is; what stands in a circle the store refuses."""
    del scene
    depends_on = list(dict.fromkeys([*task.depends_on, needed.id]))
    return [UpdateTask(task.id, depends_on=depends_on)]


def unwait(task: Task, needed: Task, scene: Scene) -> Changes:
    """It can be done without the other."""
    del scene
    depends_on = [each for each in task.depends_on if each != needed.id]
    return [UpdateTask(task.id, depends_on=depends_on)]


def unwait_all(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It can be done at once."""
    del slots
    if not task.depends_on:
        return refuse(scene.language.say("waits-for-nothing", task=at_start(task.title)))
    return [UpdateTask(task.id, depends_on=[])]


def _unless_a_day(slots: Slots, scene: Scene) -> Slots | None:
    """Not for "until Friday", which names no task, be there one that is due then."""
    said, language = slots["needed"], scene.language
    may_be_a_day = language.calendar.day_word.search(said.mask)
    return None if may_be_a_day and read_when(said, scene.now, language) else slots


def _deed_named(slots: Slots, scene: Scene) -> Slots:
    """With "the numbers are collected" as the task that it is: "collect the numbers"."""
    del scene
    return {**slots, "needed": slots["verb"].then(slots["thing"])}


INTENTS = {
    "wait": on_two(wait, "needed", _unless_a_day),
    "wait_until_done": on_two(wait, "needed", _deed_named),
    "unwait": on_two(unwait, "needed"),
    "unwait_all": on_task(unwait_all),
}
