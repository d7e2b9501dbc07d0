"""Questions whether a thing is on a list, and what is to be bought."""

from datetime import date

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.filters.nodes import AnyOf, HasText, InProject, Node, write
from control_api.language.understanding.asking.about_one import known_task
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.listing import lists_said, when_asked
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
                reason = f"You have no list called {said}. {lists_said(known.projects)}"
                return refuse(reason, confidence)
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
    """Whether something is still to be done, when there is such a task."""
    found = known_task(slots["task"], scene)
    if not isinstance(found, Task):
        return found
    first = last = None
    if "when" in slots:
        when = when_asked(slots["when"], scene)
        if when is None:
            return None
        first, last = when.range()
    action = ListTasks(
        due_from=_iso(first),
        due_to=_iso(last),
        task_id=found.id,
        question="is_there",
        about=slots["task"].text,
    )
    return plan(action, confidence)


def have_then(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether there is such a task in some days; alarms are no tasks."""
    when = when_asked(slots["when"], scene)
    if when is None or is_foreign(slots["task"], scene.language):
        return None
    known = is_known(slots, scene, confidence)
    if known is not None:
        return known
    first, last = when.range()
    said = scene.language.names.before_a_time.sub("", slots["task"].text).strip()
    action = ListTasks(
        due_from=_iso(first), due_to=_iso(last), search=said, question="is_there", about=said
    )
    return plan(action, confidence)


def _is_there(said: Words, project: str | None, scene: Scene, confidence: float) -> CommandPlan:
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
    "ask_have_then": Intent(have_then),
    "ask_must_i_buy": Intent(must_i_buy, must_i_buy_known),
    "ask_to_buy": Intent(to_buy),
}
