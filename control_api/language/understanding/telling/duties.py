"""What somebody is to do: "Jonas needs to pick up the rings", "Ali paints the hall on Tuesday"."""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.times.phrases import split_time
from control_api.language.understanding.creating import create
from control_api.language.understanding.fields.assigning import people_called, people_named
from control_api.language.understanding.fields.details import only_makes
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.telling.orders import put_together
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import deed_in
from shared.actions import Action, CreateTask, UpdateTask

_LONGEST_NAME = 5
"""Words: "Anna and Bob"."""


def create_theirs(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task for somebody who is known: "Bob should call the bank", "der Bob soll ..."."""
    who = slots["who"]
    if len(who.text.split()) > _LONGEST_NAME or not _is_known(who, scene):
        return None
    people = people_named(who, scene, surely=False)
    if not isinstance(people, list):
        return people
    what = slots["what"]
    reading = create({"said": what, "what": what}, scene, confidence)
    if reading is None or not only_makes(reading):
        return reading
    made = [each for each in reading.actions if isinstance(each, CreateTask)]
    if not all(_is_a_duty(each.title, scene.language) for each in made):
        return None
    return msgspec.structs.replace(reading, actions=[_for(each, people, scene) for each in made])


def create_theirs_then(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same told of a day to come: without one, "Ali paints the hall" asks for nothing."""
    language, deed = scene.language, slots["deed"]
    if not _is_known(slots["who"], scene) or split_time(deed, scene.now, language).when is None:
        return None
    verb, _, rest = deed.mask.partition(" ")
    plain = _plain(verb.lower(), language)
    # "Ida plays tennis on Monday" is no more than told.
    if plain is None or language.articles.isdisjoint(rest.lower().split()):
        return None
    whole, thing = put_together(plain, deed.slice(len(verb)).strip(), scene)
    said = Words(whole, whole)
    what = thing.then(said) if language.grammar.verb_last else said.then(thing)
    return create_theirs({**slots, "what": what}, scene, confidence)


def _is_a_duty(title: str, language: Language) -> bool:
    """Whether it is something to do with something: "Ida will be late" is told, and no more."""
    deed = deed_in(title, language)
    idle = language.stating.no_duties | language.musings
    # Behind a comma more is told.
    return bool(deed.rest.strip()) and deed.verb not in idle and "," not in title


def _for(new: CreateTask, people: list[str], scene: Scene) -> Action:
    """The task for these people: the one that is there, where it is called so."""
    name = new.title.casefold()
    same = [task for task in scene.known.open_tasks if task.title.casefold() == name]
    if len(same) != 1 or new.repeat is not None:
        return msgspec.structs.replace(new, assignees=people)
    if new.due is None:
        return UpdateTask(same[0].id, assignees=people)
    return UpdateTask(same[0].id, assignees=people, due=new.due, time_zone=new.time_zone)


def _is_known(who: Words, scene: Scene) -> bool:
    names = scene.language.fields.row.split(who.text)
    bare = (scene.language.fields.around_person.sub("", name.strip()) for name in names)
    return all(people_called(name, scene) for name in bare)


def _plain(verb: str, language: Language) -> str | None:
    """The verb as titles have it, of one that tells what somebody does: "cleans" is "clean"."""
    grammar = language.grammar
    for plain, ending in grammar.told_of_others:
        found = ending.sub(plain, verb, count=1)
        meant = grammar.imperative_of.get(found, found)
        if ending.search(verb) and meant in language.verbs:
            return meant
    return None


INTENTS = {
    "create_theirs": Intent(create_theirs),
    "create_theirs_then": Intent(create_theirs_then),
}
