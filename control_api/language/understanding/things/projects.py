"""Sentences about lists: make, rename, describe, colour, archive, bring back, delete."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.items import is_errand, items_of, parts_of
from control_api.language.times.phrases import split_time
from control_api.language.times.said_times import find_times
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import GAP, Scene, ask, plan, refuse
from control_api.language.understanding.telling.several import read_row
from control_api.language.understanding.things.naming import (
    new_name,
    thing_named,
    things_of,
    with_capital,
    without_article,
)
from control_api.language.understanding.things.whole_lists import tasks_on
from control_api.language.understanding.titles import as_title
from control_api.language.words.sentence import Slots, Words
from shared.actions import CreateTask, DeleteTask
from shared.thing_actions import CreateProject, DeleteProject, UpdateProject
from shared.things import Project

_NAMED_LISTS = 8


def create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list comes into being, with nothing on it yet."""
    language = scene.language
    said = slots.get("title") or slots.get("project") or slots.get("proper")
    if said and "proper" in slots and not said.text[:1].isupper():
        # "add a project plan"
        return None
    name = new_name(said, language) if said else ""
    if name and "purpose" in slots:
        name = language.say("list-name-for", name=name, purpose=slots["purpose"].text)
    if said and (not name or language.things.no_new_name.search(said.mask)):
        return None
    if not name or name.lower() in language.creating.generic_lists:
        return ask(language.say("list-unnamed"), confidence)
    if said and _ends_in_a_time(said, scene):
        return ask(language.say("list-undated"), confidence)
    existing = thing_named(said, Project, scene) if said else None
    if existing is not None:
        there = "list-is-archived" if existing.archived else "list-there-already"
        return ask(language.say(there, name=existing.name), confidence)
    return plan(CreateProject(name=with_capital(name)), confidence)


def create_with(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list comes into being with the tasks that are named: "a list Trip with tent and torch"."""
    made = create({"title": slots["title"], "said": slots["said"]}, scene, confidence)
    if made is None or made.outcome != "planned":
        return made
    name = with_capital(new_name(slots["title"], scene.language))
    what, language = slots["what"], scene.language
    named = parts_of(what, language, are_things=False)
    if find_times(what.mask, scene.now, language) or is_errand(what, language, are_things=True):
        tasks = read_row(named, name, scene, confidence)
        if tasks.outcome != "planned":
            return tasks
        return msgspec.structs.replace(made, actions=[*made.actions, *tasks.actions])
    titles = [as_title(each.text, language) for each in items_of(what, language, are_things=True)]
    new = [CreateTask(title=title, project=name) for title in titles if title]
    return msgspec.structs.replace(made, actions=[*made.actions, *new])


def create_with_several(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in words that with one thing may mean another: "a project Trip with Anna"."""
    several = len(parts_of(slots["what"], scene.language, are_things=False)) > 1
    return create_with(slots, scene, confidence) if several else None


def _ends_in_a_time(said: Words, scene: Scene) -> bool:
    timed = split_time(said, scene.now, scene.language)
    return bool(timed.when and timed.words.text and said.mask.startswith(timed.words.mask))


def rename(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list gets another name."""
    project = _project(slots, scene, confidence)
    name = new_name(slots["title"], scene.language)
    if isinstance(project, CommandPlan) or not name:
        return project if isinstance(project, CommandPlan) else None
    return plan(UpdateProject(project.id, name=with_capital(name)), confidence)


def describe(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What a list is about."""
    project = thing_named(slots["project"], Project, scene)
    if project is None:
        return None
    return plan(UpdateProject(project.id, description=with_capital(slots["text"].text)), confidence)


def colour(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list gets a colour, or loses it."""
    colours = scene.language.things.colours
    said = slots["colour"].text.lower()
    if said not in colours:
        return None
    project = _project(slots, scene, confidence)
    if isinstance(project, CommandPlan):
        return project
    return plan(UpdateProject(project.id, colour=colours[said] or None), confidence)


def archive(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list is put away, as it is over."""
    project = _project(slots, scene, confidence)
    if isinstance(project, CommandPlan):
        return project
    return plan(UpdateProject(project.id, archived=True), confidence)


def archive_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a list."""
    if thing_named(slots["project"], Project, scene) is None:
        return None
    return archive(slots, scene, confidence)


def unarchive(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list that was put away is there again; what was deleted is in the trash."""
    project = thing_named(slots["project"], Project, scene)
    if project is None:
        return None
    if not project.archived:
        return refuse(scene.language.say("list-not-archived", name=project.name), confidence)
    return plan(UpdateProject(project.id, archived=False), confidence)


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list goes away; its tasks stay."""
    if without_article(slots["project"], scene.language).text.lower() in scene.language.foreign:
        return None
    project = _project(slots, scene, confidence)
    if isinstance(project, CommandPlan):
        return project
    return plan(DeleteProject(project.id), confidence)


def delete_some(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list that was not named goes away: which one is asked."""
    del slots
    language, names = scene.language, scene.known.projects
    if not names:
        return refuse(language.say("lists-none-known"), confidence)
    known = language.say(
        "lists-known", count=len(names), names=language.listed(names[:_NAMED_LISTS])
    )
    sentence = language.answering.of_lists["delete"].format(gap=GAP)
    asks = Question(
        wants="list", sentence=sentence, options=names, named=min(len(names), _NAMED_LISTS)
    )
    return ask(f"{known} {language.say('trash-which-like')}", confidence, asks)


def delete_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same without the word "list"."""
    if thing_named(slots["project"], Project, scene) is None:
        return None
    return delete(slots, scene, confidence)


def delete_with_tasks(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list goes away with all that is on it."""
    project = thing_named(slots["project"], Project, scene)
    if project is None:
        return None
    tasks = [DeleteTask(task.id) for task in tasks_on(project.name, scene)]
    return CommandPlan(
        outcome="planned",
        actions=[*tasks, DeleteProject(project.id)],
        confidence=confidence,
        names_all=False,
    )


def list_archived(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which lists were put away."""
    del slots
    names = [project.name for project in things_of(Project, scene) if project.archived]
    if not names:
        return refuse(scene.language.say("lists-none-archived"), confidence)
    listed = scene.language.listed(names[:_NAMED_LISTS])
    return ask(scene.language.say("lists-archived", count=len(names), names=listed), confidence)


def _project(slots: Slots, scene: Scene, confidence: float) -> Project | CommandPlan:
    """The list meant, or what to answer when there is none of that name."""
    said = slots["project"]
    project = thing_named(said, Project, scene)
    if project is not None:
        return project
    language = scene.language
    none = language.say("list-none-called", name=without_article(said, language).text)
    return refuse(f"{none} {_known(scene)}", confidence)


def _known(scene: Scene) -> str:
    have = [each.name for each in things_of(Project, scene) if not each.archived]
    if not have:
        return scene.language.say("lists-none-known")
    listed = scene.language.listed(have[:_NAMED_LISTS])
    return scene.language.say("lists-known", count=len(have), names=listed)


INTENTS = {
    "create_project": Intent(create),
    "create_project_with": Intent(create_with),
    "create_project_with_several": Intent(create_with_several),
    "rename_project": Intent(rename),
    "describe_project": Intent(describe, describe),
    "colour_project": Intent(colour),
    "archive_project": Intent(archive, archive_known),
    "unarchive_project": Intent(unarchive, unarchive),
    "delete_project": Intent(delete, delete_known),
    "delete_some_project": Intent(delete_some),
    "delete_project_with_tasks": Intent(delete_with_tasks),
    "list_archived_projects": Intent(list_archived),
}
