"""Where a task stands: started, put on hold, called off, open again."""

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.meant import IT, Changes, on_task
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, find_task, is_it
from control_api.language.understanding.scene import Scene, plan, refuse
from control_api.language.understanding.titles import is_foreign
from control_api.language.understanding.unsupported import several
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots
from shared.actions import CancelTask, ReopenTask, StartTask
from shared.tasks import Task


def start(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Somebody is at it."""
    del slots, scene
    return [StartTask(task.id)]


def pause(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Nobody is at it for now: what was started is to be done again."""
    del slots
    if task.status != "in_progress":
        title = in_sentence(task.title, scene.language)
        return refuse(scene.language.say("not-started", task=at_start(task.title), title=title))
    return [ReopenTask(task.id)]


def cancel(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It is not to be done any more, and stays on record."""
    language = scene.language
    said = slots.get("task", IT)
    if language.fields.takes_back.fullmatch(slots["said"].mask):
        return None  # what was just done
    if language.changing.everything.fullmatch(said.mask):
        return None
    project = None
    if "project" in slots:
        project = find_project(slots["project"].text, scene.known.projects, language)
    found = find_task(said, scene, strict=True, project=project)
    if not isinstance(found, CommandPlan):
        return plan(CancelTask(found.id), confidence)
    if found.outcome == "refused" and is_foreign(said, language):
        return None
    if language.changing.several.fullmatch(said.mask):
        return several(slots["said"], scene, confidence)
    return found


def cancel_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Looser ways to say it, when there is such a task."""
    if is_it(slots["task"].text, scene.language) and scene.last_mentioned() is None:
        return None
    reading = cancel(slots, scene, confidence)
    return None if reading is None or reading.outcome == "refused" else reading


def reopen(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was completed or cancelled is to be done after all."""
    said = slots.get("task", IT)
    if is_foreign(said, scene.language):
        return None
    found = find_task(said, _finished(scene), strict=True)
    if isinstance(found, Task):
        return plan(ReopenTask(found.id), confidence)
    if found.outcome == "clarify" and not is_it(said.text, scene.language):
        return found
    is_open = find_task(said, scene, strict=True)
    if isinstance(is_open, Task):
        is_so = scene.language.say("task-is-open", task=at_start(is_open.title))
        return refuse(is_so, confidence)
    name = in_sentence(scene.language.names.leading.sub("", said.text), scene.language)
    return refuse(scene.language.say("finished-none-like", name=name), confidence)


def reopen_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Statements such as "the report isn't done" and "not yet", of what was finished or is open."""
    said = slots.get("task", IT)
    if is_it(said.text, scene.language) and _finished(scene).last_mentioned() is None:
        return None
    if not any(
        isinstance(find_task(said, each, strict=True), Task) for each in (_finished(scene), scene)
    ):
        return None
    return reopen(slots, scene, confidence)


def _finished(scene: Scene) -> Scene:
    """The scene with what is over in the place of what is open."""
    return structs.replace(
        scene, known=structs.replace(scene.known, open_tasks=scene.known.finished)
    )


INTENTS = {
    "start": on_task(start),
    "pause": on_task(pause),
    "cancel": Intent(cancel, cancel_known),
    "reopen": Intent(reopen, reopen_known),
}
