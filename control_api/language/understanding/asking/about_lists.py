"""Questions whether a thing is on a list, and what is to be bought."""

from datetime import date

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import items_of
from control_api.language.filters.nodes import AnyOf, HasText, InProject, Node, write
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.understanding.asking.about_one import known_task, without_time
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.listing import no_such_list
from control_api.language.understanding.names import find_project
from control_api.language.understanding.scene import Scene, plan, refuse
from control_api.language.understanding.titles import is_foreign
from control_api.language.words.sentence import Slots, Words
from shared.actions import ListTasks
from shared.tasks import Task


def is_there(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether there is such a task, on one list or on any."""
    language, known = scene.language, scene.known
    project = None
    if "project" in slots:
        said = slots["project"].text
        if said.lower() not in language.listing.generic_lists:
            project = find_project(said, known.projects, language)
            if project is None:
                return refuse(no_such_list(said, known.projects, language), confidence)
    named, when = without_time(slots["task"], scene)
    if when is not None and not isinstance(known_task(slots["task"], scene), Task):
        return _in_days(named, when, scene, confidence)
    return _is_there(slots["task"], project, scene, confidence)


def must_i_buy(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether something is to be bought: what is on the shopping list, where there is one."""
    return _is_there(slots["task"], shopping_list(scene), scene, confidence)


def must_i_buy_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether something is needed, where there is a list of what is, or it is a task."""
    if shopping_list(scene) is None and not isinstance(known_task(slots["task"], scene), Task):
        return None
    return must_i_buy(slots, scene, confidence)


def is_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether something is still to be done, and then, when there is such a task."""
    said, when = without_time(slots["task"], scene)
    found = known_task(slots["task"], scene)
    if found is None and when is not None:
        found = known_task(said, scene)
    if not isinstance(found, Task):
        return found
    first, last = when.range() if when is not None else (None, None)
    action = ListTasks(
        due_from=_iso(first),
        due_to=_iso(last),
        task_id=found.id,
        question="is_there",
        about=said.text,
    )
    return plan(action, confidence)


def is_then(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether a task that there is, is due in some days."""
    said, when = without_time(slots["task"], scene)
    if when is None:
        return None
    known = is_known(slots, scene, confidence)
    own = scene.language.listing.own.search(said.mask)
    return known or (_in_days(said, when, scene, confidence) if own else None)


def is_on(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same with the time told apart from it: "is it true that the exam is on Monday"."""
    language = scene.language
    if language.stating.no_event.match(slots["task"].mask):
        return None
    if read_when(slots["when"], scene.now, language) is None:
        return None
    task = slots["task"].then(slots["when"])
    return is_then({**slots, "task": task}, scene, confidence)


def have_then(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether there is such a task in some days; alarms are no tasks."""
    said, when = without_time(slots["task"], scene)
    if when is None or is_foreign(said, scene.language):
        return None
    return is_known(slots, scene, confidence) or _in_days(said, when, scene, confidence)


def have_about(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether there is anything with somebody, or about something: "anything with Anna"."""
    named, when = without_time(slots["task"], scene)
    if not named.text or is_foreign(named, scene.language):
        return None
    first, last = when.range() if when is not None else (None, None)
    said = scene.language.listing.leading.sub("", named.text).strip('" ')
    action = ListTasks(
        due_from=_iso(first), due_to=_iso(last), search=said, question="is_there", about=said
    )
    return plan(action, confidence)


def _in_days(said: Words, when: When, scene: Scene, confidence: float) -> CommandPlan:
    """What is due then, of that name; anything when it is "a meeting"."""
    first, last = when.range()
    action = ListTasks(due_from=_iso(first), due_to=_iso(last))
    if not scene.language.listing.anything.fullmatch(said.mask):
        action = msgspec.structs.replace(
            action, search=said.text, question="is_there", about=said.text
        )
    return plan(action, confidence)


def _is_there(said: Words, project: str | None, scene: Scene, confidence: float) -> CommandPlan:
    """Whether a thing is there, or each of several: "milk and eggs"."""
    things = items_of(said, scene.language, are_things=True)
    if len(things) == 1 or isinstance(known_task(said, scene), Task):
        return _one_is_there(said, project, scene, confidence)
    plans = [_one_is_there(each, project, scene, confidence) for each in things]
    actions = [action for each in plans for action in each.actions]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def _one_is_there(said: Words, project: str | None, scene: Scene, confidence: float) -> CommandPlan:
    open_tasks = scene.known.open_tasks
    here = [task for task in open_tasks if project is None or task.project == project]
    about = scene.language.listing.leading.sub("", said.text).strip('" ')
    for tasks in (here, open_tasks):
        known = msgspec.structs.replace(scene.known, open_tasks=tasks)
        found = known_task(said, msgspec.structs.replace(scene, known=known))
        if isinstance(found, Task):
            action = ListTasks(
                task_id=found.id, project=project, question="is_there", about=said.text
            )
            return plan(action, confidence)
        if found is not None:
            break  # several
    action = ListTasks(search=about, project=project, question="is_there", about=said.text)
    return plan(action, confidence)


def shopping_list(scene: Scene) -> str | None:
    """The list of what is to be bought."""
    names = scene.language.listing.shopping
    return next((each for each in scene.known.projects if each.casefold() in names), None)


def to_buy(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is on the shopping list, and what tasks say to buy."""
    del slots
    project = shopping_list(scene)
    buying: Node = HasText(scene.language.titles.buy.strip())
    wanted = buying if project is None else AnyOf((InProject(project), buying))
    return plan(ListTasks(filter=write(wanted), question="to_buy"), confidence)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


INTENTS = {
    "ask_is_there": Intent(is_there, is_known),
    "ask_is_then": Intent(is_then),
    "ask_is_on": Intent(is_on),
    "ask_have_then": Intent(have_then),
    "ask_have_about": Intent(have_about),
    "ask_must_i_buy": Intent(must_i_buy, must_i_buy_known),
    "ask_to_buy": Intent(to_buy),
}
