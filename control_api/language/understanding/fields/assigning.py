"""Whose a task is: "assign the report to Anna"."""

from functools import lru_cache

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.due_dates import reschedule
from control_api.language.times.phrases import read_when
from control_api.language.understanding.fields.meant import IT, Changes, find_meant, on_task
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, words_of
from control_api.language.words.sentence import Slots, Words
from shared.actions import UpdateTask
from shared.tasks import Task

_LONGEST_NAME_WORDS = 3
_NAMED_AT_MOST = 4
_LONGEST_BEGINNING = 2


def people_named(words: Words, scene: Scene, *, surely: bool) -> list[str] | CommandPlan | None:
    """The people of a row of names, as they are known; the question which one is meant.

    Somebody new counts when the words are `surely` about people, else by the capital of the name.
    None when it is no row of names.
    """
    is_name = surely or scene.language.fields.name_all_the_same.fullmatch(words.text)
    known = bool(people_called(_cleaned(words.text, scene), scene))
    if not is_name and not known and read_when(words, scene.now, scene.language):
        return None  # "the report is for Friday"
    names = []
    for each in scene.language.fields.row.split(words.text):
        found = _person(_cleaned(each, scene), scene, surely=surely)
        if not isinstance(found, str):
            return found
        names.append(found)
    return list(dict.fromkeys(names)) or None


def assign(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It is theirs, and nobody else's."""
    return _assign(slots, scene, confidence, also=False, surely=True)


def assign_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Looser ways to say it, of somebody known or by a name with a capital."""
    return _assign(slots, scene, confidence, also=False, surely=False)


def give(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Of a task, as in "give the report to Tom"; "give five dollars to Tom" is about none."""
    if people_named(slots["people"], scene, surely=False) is None:
        return None
    refers = scene.language.fields.points_at.match(slots["task"].mask)
    return (assign if refers else assign_known)(slots, scene, confidence)


def assign_also(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It is theirs, too."""
    return _assign(slots, scene, confidence, also=True, surely=True)


def assign_also_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Looser ways to say it."""
    return _assign(slots, scene, confidence, also=True, surely=False)


def unassign(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It is nobody's any more, or no longer theirs."""
    if "people" not in slots:
        return [UpdateTask(task.id, assignees=[])]
    gone = _assigned(task, slots["people"], scene)
    if gone is None:
        title, people = at_start(task.title), slots["people"].text
        return refuse(scene.language.say("assigned-not-to", task=title, people=people))
    return [UpdateTask(task.id, assignees=[name for name in task.assignees if name not in gone])]


def unassign_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Sentences that may be about other things than people: "take Tom off it"."""
    task = find_meant(slots.get("task", IT), scene, only_known=True)
    if not isinstance(task, Task):
        return None
    if not isinstance(people_named(slots["people"], scene, surely=False), list):
        return None
    return unassigning.read(slots, scene, confidence)


def assign_then(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Somebody does it on a day: "Svenja can do that on Tuesday"."""
    people = people_named(slots["people"], scene, surely=False)
    if not isinstance(people, list):
        return people
    if "when" not in slots:
        return [UpdateTask(task.id, assignees=people)]
    when = read_when(slots["when"], scene.now, scene.language)
    if when is None:
        return None
    due = reschedule(when, task.due, task.time_zone, scene.now, scene.zone)
    return [UpdateTask(task.id, assignees=people, due=due.due, time_zone=due.time_zone)]


def assign_instead(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Theirs in place of somebody whose it is: "Noor instead of Ravi"; None when it is not."""
    gone = _assigned(task, slots["other"], scene)
    if not gone:
        return None
    people = people_named(slots["people"], scene, surely=True)
    if not isinstance(people, list):
        return people
    kept = [name for name in task.assignees if name not in gone]
    return [UpdateTask(task.id, assignees=list(dict.fromkeys([*kept, *people])))]


def unsaid_person(task: Task, slots: Slots, scene: Scene) -> Changes:
    """A name is missing."""
    del slots
    title = in_sentence(task.title, scene.language)
    return ask(scene.language.say("assign-whom", title=title))


def _assign(
    slots: Slots, scene: Scene, confidence: float, *, also: bool, surely: bool
) -> CommandPlan | None:
    said = slots.get("task", IT)
    task = find_meant(said, scene, only_known=not surely)
    if task is None:
        return None
    people = people_named(slots["people"], scene, surely=surely)
    if people is None or isinstance(people, CommandPlan):
        return people
    if isinstance(task, CommandPlan):
        return task
    names = list(dict.fromkeys([*task.assignees, *people])) if also else people
    return CommandPlan(
        outcome="planned", actions=[UpdateTask(task.id, assignees=names)], confidence=confidence
    )


def _assigned(task: Task, words: Words, scene: Scene) -> set[str] | None:
    """Which of those who have the task are named; None when anybody else is."""
    named = people_named(words, scene, surely=True)
    if named is None or isinstance(named, CommandPlan):
        return None
    found = {find_project(name, task.assignees, scene.language) for name in named}
    return None if None in found else {name for name in found if name is not None}


def _person(name: str, scene: Scene, *, surely: bool) -> str | CommandPlan | None:
    language = scene.language
    if not name or language.fields.nobody_named.fullmatch(name):
        return None
    known = people_called(name, scene)
    if len(known) == 1:
        return known[0]
    if known:
        asks = Question(wants="person", part=name, options=known)
        return ask(_which_person(known, language), asks=asks)
    words = name.split()
    is_name = len(words) <= _LONGEST_NAME_WORDS and not any(map(str.isdigit, name))
    # "Move the tyres over to Supplies."
    is_name = is_name and find_project(name, scene.known.projects, language) != name
    if not is_name or language.fields.refers.match(name):
        return None
    if surely:
        return " ".join(word[:1].upper() + word[1:] for word in words)
    return name if all(word[:1].isupper() for word in words) else None


def _which_person(known: list[str], language: Language) -> str:
    if len(known) > _NAMED_AT_MOST:
        return language.say("person-which-or-else", names=", ".join(known[:_NAMED_AT_MOST]))
    *names, last = known
    return language.say("person-which", names=", ".join(names), last=last)


def people_called(name: str, scene: Scene) -> list[str]:
    """The people who are called so: by all of the name, then by how it begins or ends."""
    language = scene.language
    key = _sounds(name, language)
    if not key:
        return []
    first: list[str] = []
    for person in scene.known.people:
        for called in (person.name, *person.nicknames):
            if called.casefold() == name.casefold():
                return [person.name]
            sounds = _sounds(called, language)
            if key in (sounds[: len(key)], sounds[-len(key) :]):
                first.append(person.name)
    return list(dict.fromkeys(first))


def begins_with_a_person(words: Words, scene: Scene) -> bool:
    """Whether somebody who is known stands first, be it behind an article: "der Bob soll ..."."""
    said = words.text.split(maxsplit=_LONGEST_BEGINNING)[:_LONGEST_BEGINNING]
    if said and said[0].lower() not in scene.language.articles:
        said = said[:1]
    return any(people_called(word, scene) for word in said if len(word) > 1)


@lru_cache(maxsize=5_000)
def _sounds(name: str, language: Language) -> tuple[str, ...]:
    return tuple(sound(word, language) for word in words_of(name, language))


def _cleaned(name: str, scene: Scene) -> str:
    return scene.language.fields.around_person.sub("", name.strip(" \"'@,;:.!?"))


unassigning = on_task(unassign)

INTENTS = {
    "assign": Intent(assign, assign_known),
    "give": Intent(give),
    "assign_also": Intent(assign_also, assign_also_known),
    "assign_instead": on_task(assign_instead),
    "assign_then": on_task(assign_then),
    "unassign": unassigning,
    "unassign_known": Intent(unassign_known),
    "unsaid_person": on_task(unsaid_person),
}
