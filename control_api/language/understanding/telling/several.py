"""Several tasks with all that is said of each: "Add tasks: flyers due Friday for Sarah, ..."."""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand, parts_of
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import split_time
from control_api.language.times.said_times import find_times
from control_api.language.understanding.creating import project_named
from control_api.language.understanding.fields.details import with_details
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, is_it
from control_api.language.understanding.scene import Scene, ask, plan
from control_api.language.understanding.titles import as_title, is_empty, tidied
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action, CreateTask

_COLON = ":"
_SEVERAL = 2


class _Told(msgspec.Struct, frozen=True):
    """A task without the words that say whose it is."""

    words: Words
    who: str | None


def create_tasks(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Each task of a row, with its own day and person. Raises NoSuchDateError."""
    language = scene.language
    said, what = slots["said"], slots["what"]
    named = parts_of(what, language, are_things=False)
    head = said.mask[: said.mask.rfind(what.mask)].rstrip()
    if len(named) == 1 and not head.endswith(_COLON):
        return None
    place = slots.get("project")
    if place is None or is_it(place.text, language):
        project = scene.focus
    else:
        project = project_named(place, scene)
    return read_row(named, project, scene, confidence)


def create_row(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same for a list that there is: "for the wedding: book the band on Friday and ...".

    None for things to get, which are told apart by other rules, and for one task.
    """
    language = scene.language
    project = find_project(slots["project"].text, scene.known.projects, language)
    if project is None:
        return None
    what, shared = slots["what"], ""
    if (of_all := language.clauses.of_all.search(what.mask)) is not None:
        shared = what.text[of_all.start("said") : of_all.end("said")]
        what = what.slice(0, of_all.start())
    named = _by_commas(what, language) or parts_of(what, language, are_things=False)
    times = find_times(what.mask, scene.now, language)
    if len(named) < _SEVERAL or not (
        len(times) >= _SEVERAL or all(_is_to_do(each, language) for each in named)
    ):
        return None
    said = Words(shared, shared)
    return read_row([each.then(said).strip() for each in named], project, scene, confidence)


def _by_commas(what: Words, language: Language) -> list[Words]:
    """Each piece between commas and the last "and", where all of them are to be done."""
    edges = [0, *(found.end() for found in language.fields.row.finditer(what.mask))]
    stops = [*(found.start() for found in language.fields.row.finditer(what.mask)), None]
    pieces = [what.slice(a, b).strip() for a, b in zip(edges, stops, strict=True)]
    return pieces if all(_is_to_do(each, language) for each in pieces) else []


def _is_to_do(piece: Words, language: Language) -> bool:
    """Whether it is an errand, be its verb known or not: "unclog the sink", "Spüle entstopfen"."""
    said = piece.mask.split()
    if is_errand(piece, language, are_things=False) or len(said) < _SEVERAL:
        return len(said) >= _SEVERAL
    if language.grammar.verb_last:
        return said[-1].islower() and said[-1].endswith("n")
    return said[0].lower() not in language.articles and said[1].lower() in language.articles


def read_row(
    tasks: list[Words], project: str | None, scene: Scene, confidence: float
) -> CommandPlan:
    """Each of them with all that is said of it, on a list; or the question for one that is none."""
    actions: list[Action] = []
    for each in tasks:
        reading = _with_all_said(each, project, scene, confidence)
        if reading is None or reading.outcome != "planned":
            return reading or ask(scene.language.say("add-what"), confidence)
        actions += reading.actions
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def _with_all_said(
    task: Words, project: str | None, scene: Scene, confidence: float
) -> CommandPlan | None:
    """A task with its day, its person, and whatever else is said of it."""

    def read(words: Words) -> CommandPlan | None:
        return _task(words, project, scene, confidence)

    return with_details(read(task), task, scene, read)


def _task(task: Words, project: str | None, scene: Scene, confidence: float) -> CommandPlan | None:
    language = scene.language
    told = _told(task, scene)
    timed = split_time(told.words, scene.now, language)
    title = tidied(timed.words, language)
    if is_empty(title, language):
        return None
    due = due_of(timed.when, scene.now, scene.zone)
    action = CreateTask(
        title=as_title(title.text, language),
        due=due.due,
        time_zone=due.time_zone,
        project=project,
        assignees=[told.who] if told.who else [],
    )
    return plan(action, confidence)


def _told(task: Words, scene: Scene) -> _Told:
    """Whose a task is: "for Sarah" after its time, where it is no part of a title."""
    language = scene.language
    found = language.clauses.for_somebody.search(task.mask)
    if found is None:
        return _Told(task, None)
    rest = task.slice(0, found.start())
    if not _ends_with_time(rest, scene, language):
        return _Told(task, None)
    return _Told(rest, _person(task.text[found.start("who") : found.end("who")], scene))


def _ends_with_time(words: Words, scene: Scene, language: Language) -> bool:
    return any(when.end >= len(words.mask) for when in find_times(words.mask, scene.now, language))


def _person(said: str, scene: Scene) -> str:
    """The person's name as it is kept, when it is known."""
    people = scene.known.people
    key = said.casefold()
    known = [p.name for p in people if key in {n.casefold() for n in (p.name, *p.nicknames)}]
    return known[0] if known else said


INTENTS = {
    "create_tasks": Intent(create_tasks),
    "create_row": Intent(create_row),
}
