"""Tasks that are wanted although they are there already."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.scene import Scene, ask
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import at_start, in_sentence
from shared.actions import Action, CreateTask
from shared.tasks import Repeat


def without_doubles(reading: CommandPlan, scene: Scene) -> CommandPlan:
    """Make what is not there yet; ask when all of it is, for the same day and on the same list."""
    doubles = [each for each in reading.actions if _is_there(each, scene)]
    first = next((each for each in doubles if isinstance(each, CreateTask)), None)
    if reading.outcome != "planned" or first is None:
        return reading
    titles = [
        in_sentence(each.title, scene.language) for each in doubles if isinstance(each, CreateTask)
    ]
    them, verb = ("it", "is") if len(doubles) == 1 else ("them", "are")
    named = at_start(scene.language.listed(titles))
    there = f"{named}{_when(first, scene)} {verb} already on {_where(first, scene)}."
    new = [each for each in reading.actions if each not in doubles]
    if new:
        remark = f"{reading.remark} {there}".strip()
        return msgspec.structs.replace(reading, actions=new, remark=remark)
    asks = Question(wants="yes", actions=reading.actions)
    return ask(f"{there} Add {them} again?", reading.confidence, asks)


def _is_there(action: Action, scene: Scene) -> bool:
    # What others are a part of, or wait for, is made for them.
    if not isinstance(action, CreateTask) or action.task_id is not None:
        return False
    key = _key(action.title, scene)
    return any(
        (task.project or "").casefold() == (action.project or "").casefold()
        and (task.due, task.time_zone) == (action.due, action.time_zone)
        and _rule(task.repeat) == _rule(action.repeat)
        and task.parent_id == action.parent_id
        and _key(task.title, scene) == key
        for task in scene.known.open_tasks
    )


def _rule(repeat: Repeat | None) -> str | None:
    return None if repeat is None else repeat.rule


def _key(title: str, scene: Scene) -> str:
    return scene.language.names.leading.sub("", title.casefold())


def _where(action: CreateTask, scene: Scene) -> str:
    name = scene.language.listing.ends_in_list.sub("", action.project or "")
    return f"your {name} list" if name else "your list"


def _when(action: CreateTask, scene: Scene) -> str:
    if action.due is None:
        return ""
    when = say_due(action.due, action.time_zone, scene.now, scene.zone, scene.language)
    return f", {when},"
