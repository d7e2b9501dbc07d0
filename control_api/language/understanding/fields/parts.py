"""What a task is a part of: "add send invitations under plan the party"."""

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import parts_of
from control_api.language.times.phrases import read_when
from control_api.language.understanding.creating import create
from control_api.language.understanding.fields.meant import (
    IT,
    Changes,
    ask_for_named,
    find_meant,
    on_task,
    on_two,
    split_named,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import is_it
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.understanding.titles import as_title
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots
from shared.actions import CreateTask, UpdateTask
from shared.tasks import Task


def create_part(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A new task that is a part of one that exists."""
    return _create(slots, scene, confidence, only_known=False)


def create_part_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Looser ways to say it: "hide the key under the mat" is no part of anything."""
    first = slots["parent"].mask.lower().split()[0]
    return _create(slots, scene, confidence, only_known=first not in scene.language.verbs)


def create_part_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """With nothing between the two: "add a subtask to the party: balloons"."""
    words = slots["task_and_text"]
    named = split_named(words, scene, free_text=True)
    if named is None:
        if not scene.language.fields.refers.match(words.mask):
            return None
        return ask_for_named(words, scene)
    parent, what = named
    if called := scene.language.fields.called.match(what.mask):
        what = what.slice(called.end())
    if not what.text:
        title = in_sentence(parent.title, scene.language)
        return ask(scene.language.say("part-unsaid", title=title), confidence)
    return _with_parent(create({"what": what, "said": slots["said"]}, scene, confidence), parent)


def split(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task that is there gets all its parts: "split the party into flyers and music"."""
    parent = find_meant(slots.get("task", IT), scene, only_known=True)
    if parent is None or isinstance(parent, CommandPlan):
        return parent
    what, language = slots["what"], scene.language
    titles = [as_title(each.text, language) for each in parts_of(what, language, are_things=True)]
    if len(titles) == 1 and scene.language.fields.only_count.fullmatch(what.mask):
        title = in_sentence(parent.title, language)
        return ask(language.say("part-unsaid", title=title), confidence)
    actions = [
        CreateTask(title=title, parent_id=parent.id, project=parent.project) for title in titles
    ]
    return CommandPlan(outcome="planned", actions=[*actions], confidence=confidence)


def make_part(task: Task, parent: Task, scene: Scene) -> Changes:
    """A task becomes a part of another."""
    del scene
    return [UpdateTask(task.id, parent_id=parent.id)]


def make_whole(task: Task, slots: Slots, scene: Scene) -> Changes:
    """A task is a part of none any more."""
    if task.parent_id is None:
        return refuse(scene.language.say("part-of-none", task=at_start(task.title)))
    if "parent" in slots:
        parent = find_meant(slots["parent"], scene, only_known=True)
        if not isinstance(parent, Task) or parent.id != task.parent_id:
            return None
    return [UpdateTask(task.id, parent_id=None)]


def make_whole_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Looser ways to say it, of what is a part."""
    task = find_meant(slots["task"], scene, only_known=True)
    if not isinstance(task, Task) or task.parent_id is None:
        return None
    return _whole.read(slots, scene, confidence)


def _create(
    slots: Slots, scene: Scene, confidence: float, *, only_known: bool
) -> CommandPlan | None:
    if is_it(slots["what"].text, scene.language):
        return None
    what = slots["what"]
    parent = find_meant(slots["parent"], scene, only_known=True)
    named = split_named(slots["parent"], scene) if parent is None else None
    if named is not None and read_when(named[1], scene.now, scene.language):
        parent, what = named[0], what.then(named[1])  # "under the party tomorrow"
    if parent is None and not only_known:
        parent = find_meant(slots["parent"], scene, only_known=False)
    if parent is None or isinstance(parent, CommandPlan):
        return parent
    made = create({"what": what, "said": slots["said"]}, scene, confidence)
    return _with_parent(made, parent)


def _with_parent(made: CommandPlan | None, parent: Task) -> CommandPlan | None:
    """The tasks of a plan as parts of one, and on its list."""
    if made is None or made.outcome != "planned":
        return made
    actions = [
        structs.replace(action, parent_id=parent.id, project=action.project or parent.project)
        for action in made.actions
        if isinstance(action, CreateTask)
    ]
    return structs.replace(made, actions=actions)


_whole = on_task(make_whole)

INTENTS = {
    "create_part": Intent(create_part, create_part_known),
    "create_part_bare": Intent(create_part_bare, create_part_bare),
    "split_parts": Intent(split, split),
    "make_part": on_two(make_part, "parent"),
    "make_whole": Intent(_whole.read, make_whole_known),
}
