"""Tasks that are wanted although they are there already."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.scene import Scene, ask
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import capital, in_sentence
from control_api.language.words.language import Language
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
    there = _say_there(titles, first, scene)
    new = [each for each in reading.actions if each not in doubles]
    if new:
        remark = f"{reading.remark} {there}".strip()
        return msgspec.structs.replace(reading, actions=new, remark=remark)
    asks = Question(wants="yes", actions=reading.actions)
    again = scene.language.say("add-again", count=len(doubles))
    return ask(f"{there} {again}", reading.confidence, asks)


def _is_there(action: Action, scene: Scene) -> bool:
    # What others are a part of, or wait for, is made for them.
    if not isinstance(action, CreateTask) or action.task_id is not None:
        return False
    key = _key(action.title, scene)
    return any(
        task.due == action.due
        and task.parent_id == action.parent_id
        and task.time_zone == action.time_zone
        and (task.project or "").casefold() == (action.project or "").casefold()
        and _rule(task.repeat) == _rule(action.repeat)
        and _key(task.title, scene) == key
        for task in scene.known.open_tasks
    )


def _rule(repeat: Repeat | None) -> str | None:
    return None if repeat is None else repeat.rule


def _key(title: str, scene: Scene) -> str:
    return scene.language.names.leading.sub("", title.casefold())


def _say_there(titles: list[str], first: CreateTask, scene: Scene) -> str:
    """That they are there; `first` is one of them, all are due then and on its list."""
    language, named = scene.language, scene.language.listed(titles)
    where = _where(first, language)
    if first.due is None:
        there = language.say("already-there", count=len(titles), titles=named, where=where)
    else:
        when = say_due(first.due, first.time_zone, scene.now, scene.zone, language)
        there = language.say(
            "already-there-then", count=len(titles), titles=named, when=when, where=where
        )
    return capital(there)


def _where(action: CreateTask, language: Language) -> str:
    name = language.listing.ends_in_list.sub("", action.project or "")
    return language.say("there-on-list", list=name) if name else language.say("there-on-your-list")
