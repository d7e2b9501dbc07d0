"""Tasks that are wanted although they are there already."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.scene import Scene, ask
from control_api.language.wording.dates_aloud import say_due
from control_api.language.wording.phrasing import capital, in_sentence
from control_api.language.words.language import Language
from shared.actions import Action, CreateTask
from shared.tasks import Repeat, Task


def without_doubles(reading: CommandPlan, scene: Scene) -> CommandPlan:
    """Make what is not there yet; ask when all of it is, for the same day and on the same list."""
    doubles = _those_there(reading.actions, scene)
    if reading.outcome != "planned" or not doubles:
        return reading
    titles = [in_sentence(each.title, scene.language) for each in doubles]
    there = _say_there(titles, doubles[0], scene)
    new = [each for each in reading.actions if each not in doubles]
    if new:
        remark = f"{reading.remark} {there}".strip()
        return msgspec.structs.replace(reading, actions=new, remark=remark)
    asks = Question(wants="yes", actions=reading.actions)
    again = scene.language.say("add-again", count=len(doubles))
    return ask(f"{there} {again}", reading.confidence, asks)


def _those_there(actions: list[Action], scene: Scene) -> list[CreateTask]:
    """Those that would make a task that is there."""
    # What others are a part of, or wait for, is made for them.
    made = [each for each in actions if isinstance(each, CreateTask) and each.task_id is None]
    dues = {each.due for each in made}
    # Of very many tasks: a look at the end of each title is quick.
    ends = tuple(_key(each.title, scene) for each in made)
    there = {
        (_place(task), _key(task.title, scene))
        for task in scene.known.open_tasks
        if task.due in dues and task.title.casefold().endswith(ends)
    }
    return [each for each in made if (_place(each), _key(each.title, scene)) in there]


def _place(task: CreateTask | Task) -> tuple[str | None, ...]:
    """All that doubles have in common but their title."""
    project = (task.project or "").casefold()
    return task.due, task.parent_id, task.time_zone, project, _rule(task.repeat)


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
