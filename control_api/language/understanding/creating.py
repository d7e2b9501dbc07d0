"""Sentences that make tasks."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.items import is_good, items_of
from control_api.language.times.due_dates import check_not_over, due_of
from control_api.language.times.phrases import RepeatingError, check_ahead, read_when, split_time
from control_api.language.times.said_times import When
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, is_it
from control_api.language.understanding.scene import GAP, SOON_S, Scene, ask, refuse
from control_api.language.understanding.titles import (
    as_title,
    has_guests,
    is_empty,
    is_foreign,
    is_misheard,
    is_sum,
    names_no_task,
    tidied,
)
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import words_of
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import deed_in
from shared.actions import Action, CreateTask
from shared.thing_actions import CreateProject

LONGEST_TITLE = 500
_LONGEST_WISH_WORDS = 25
_LONGEST_STATEMENT_WORDS = 6
_MISHEARD_CONFIDENCE = 0.7
_WHOLE_COMMAND = 0.95
"""From this confidence on the wording itself says that a task is meant."""
_ERRAND_CONFIDENCE = 0.7


class _Wanted(msgspec.Struct, frozen=True):
    """A task to make: its words, when, and where."""

    words: Words
    when: When | None
    project: str | None


def create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """One task, or several when a list of short items goes on a list.

    Raises NoSuchDateError and RepeatingError.
    """
    said_when = _when_said(slots, scene)
    if "when" in slots and said_when is None:
        return None
    if "project" not in slots and read_when(slots["what"], scene.now, scene.language):
        return _what_title(scene)
    wanted = _wanted(slots, scene, said_when)
    check_ahead(slots.get("when", slots["what"]), wanted.when, scene.now, scene.language)
    return _make(wanted, scene, confidence)


def create_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Like `create`, when the list named exists, or is one that most people have."""
    language = scene.language
    name = slots["project"].text
    is_list = (
        name.lower() in language.lists
        or find_project(name, scene.known.projects, language) is not None
    )
    if not is_list or is_it(slots["what"].text, language):
        return None
    return create(slots, scene, confidence)


def create_on_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """On the list that was just made, or named in the same breath: "in it: the tent"."""
    project = scene.focus or _just_made(scene)
    if project is None or is_it(slots["what"].text, scene.language):
        return None
    what = Words(project, project)
    return create({**slots, "project": what}, scene, confidence)


def _just_made(scene: Scene) -> str | None:
    """The list that was made a moment ago, with what was said last."""
    turn = scene.last_turn(SOON_S)
    if turn is None:
        return None
    made = [each.name for each in turn.actions if isinstance(each, CreateProject)]
    return made[-1] if made else None


def create_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Wishes such as "I need to buy milk", which may be no request at all."""
    language = scene.language
    what = slots["what"]
    is_musing = deed_in(what.mask, language).verb in language.musings
    is_musing = is_musing and split_time(what, scene.now, language).when is None
    if is_musing or len(what.mask.split()) > _LONGEST_WISH_WORDS:
        return None
    if language.creating.leaving.match(what.mask) or language.creating.to_the_assistant.search(
        what.mask
    ):
        return None
    if has_guests(split_time(what, scene.now, language).words, language):
        return None
    return create(slots, scene, confidence)


def create_dated(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Statements such as "I have a dentist appointment on Friday": only with a date ahead."""
    timed = split_time(slots["what"], scene.now, scene.language)
    if timed.when is None or len(timed.words.text.split()) > _LONGEST_STATEMENT_WORDS:
        return None
    return create(slots, scene, confidence)


def create_scheduled(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Sentences such as "Put the plumber on Monday": what is put on a day is what comes then."""
    language = scene.language
    timed = split_time(slots["what"], scene.now, language)
    said, named = slots["said"], timed.words
    if taken_down := language.creating.taken_down.search(named.mask):
        named = named.slice(0, taken_down.start())
    if (
        not named.text
        or language.creating.to_the_assistant.search(named.mask)
        or is_foreign(named, language)
    ):
        return None
    if is_it(named.text, language):
        return ask(language.say("which-task"), confidence)
    verb = said.slice(0, said.mask.rfind(slots["what"].mask)).strip()
    if language.creating.no_errand.fullmatch(slots["what"].mask):
        return None
    if (
        timed.when is None
        and has_guests(named, language)
        and not language.creating.to_put.match(verb.mask)
    ):
        return None
    if timed.when is None and language.creating.needs_a_day.fullmatch(verb.mask):
        return None
    is_done_then = language.creating.done_then.fullmatch(
        verb.mask
    ) and language.delays.ahead.search(slots["what"].mask)
    if timed.when is None or is_done_then or _is_errand(verb, named, language):
        named, confidence = verb.then(named), min(confidence, _ERRAND_CONFIDENCE)
    elif article := language.creating.article.match(named.mask):
        named = named.slice(article.end())
    return _make(_Wanted(named, timed.when, None), scene, confidence)


def create_errand(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A thing to do and its day, as people write it down: "Water the plants on Friday"."""
    language = scene.language
    what = slots["what"]
    if (
        has_guests(what, language)
        or is_foreign(what, language)
        or language.creating.to_the_assistant.search(what.mask)
    ):
        return None
    if language.creating.for_us.match(what.mask):
        return None
    if "when" in slots and read_when(slots["when"], scene.now, language) is None:
        return None
    said = slots["said"]
    return create_dated({"said": said, "what": said}, scene, confidence)


def unsaid_create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The beginning of a command without its end."""
    if "when" in slots:
        return _what_title(scene) if _when_said(slots, scene) else None
    project = project_named(slots["project"], scene) if "project" in slots else None
    question = scene.language.say("add-what")
    return ask(question, confidence, _asks_for_title(scene, project))


def project_named(words: Words, scene: Scene) -> str | None:
    """The list of that name, in the person's spelling when there is one."""
    said = words.text.strip('" ')
    if not said or said.lower() in scene.language.creating.generic_lists:
        return None
    name = scene.language.names.new_list_kind.sub("", said).strip() or said
    return find_project(said, scene.known.projects, scene.language) or name[:1].upper() + name[1:]


def _make(wanted: _Wanted, scene: Scene, confidence: float) -> CommandPlan | None:
    language = scene.language
    if is_empty(wanted.words, language):
        asks = Question(wants="title", part=wanted.words.text)
        question = language.say("add-what")
        return ask(question, min(confidence, 0.85), asks if asks.part else None)
    if names_no_task(wanted.words, language) or (
        confidence < _WHOLE_COMMAND and is_sum(wanted.words, language)
    ):
        return None
    named = (
        items_of(wanted.words, language, are_things=_is_of_things(wanted.project, language))
        if wanted.project
        else [wanted.words]
    )
    if len(named) > 1 and any(language.creating.no_item.search(each.mask) for each in named):
        return None  # somebody tells what they have, and no row of things
    titles = [as_title(each.text, language) for each in named]
    if any(len(title) > LONGEST_TITLE for title in titles):
        return refuse(language.say("too-long-for-a-task"))
    due = due_of(wanted.when, scene.now, scene.zone)
    check_not_over(due, scene.now, language)
    actions: list[Action] = [
        CreateTask(title=title, due=due.due, time_zone=due.time_zone, project=wanted.project)
        for title in titles
    ]
    if is_misheard(wanted.words, language):
        confidence = min(confidence, _MISHEARD_CONFIDENCE)
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def _is_of_things(project: str, language: Language) -> bool:
    """Whether "water" on that list is something to buy, and nothing to do."""
    return language.rows.errand_lists.isdisjoint(words_of(project, language))


def _is_errand(verb: Words, named: Words, language: Language) -> bool:
    """Whether the verb is part of the task: "put the bins out", "book a table"."""
    follows = language.creating.errands.get(verb.mask.lower())
    return follows is not None and follows.search(named.mask) is not None


def _when_said(slots: Slots, scene: Scene) -> When | None:
    told = [slot.mask for name, slot in slots.items() if name != "project"]
    if any(map(scene.language.calendar.repeating.search, told)):
        raise RepeatingError
    return read_when(slots["when"], scene.now, scene.language) if "when" in slots else None


def _wanted(slots: Slots, scene: Scene, said_when: When | None) -> _Wanted:
    language = scene.language
    project = project_named(slots["project"], scene) if "project" in slots else None
    timed = split_time(slots["what"], scene.now, language, also=said_when, on_list=project)
    words = timed.words
    if project is None and scene.focus is not None:
        words, project = _in_focus(words, slots["said"], scene)
    found = language.creating.in_project.search(words.mask)
    if project is None and found and not language.no_list_name.search(found["project"]):
        place = words.slice(found.start("project"), found.end("project"))
        project, words = project_named(place, scene), words.slice(0, found.start())
    return _Wanted(tidied(words, language), timed.when, project)


def _in_focus(words: Words, said: Words, scene: Scene) -> tuple[Words, str | None]:
    """The words, and the list of the clause before when they go on with it: "Add cake to it"."""
    language = scene.language
    if to_it := language.clauses.to_it.search(words.mask):
        return words.slice(0, to_it.start()), scene.focus
    is_added = language.clauses.add.match(said.mask) is not None
    goes_on = scene.focus_is_new or is_good(words, language)
    return words, scene.focus if is_added and goes_on else None


def _what_title(scene: Scene) -> CommandPlan:
    asks = Question(wants="title", then=scene.language.answering.then_title.format(gap=GAP))
    return ask(scene.language.say("remind-of-what"), 0.85, asks)


def _asks_for_title(scene: Scene, project: str | None = None) -> Question:
    answering = scene.language.answering
    sentence = answering.add if project is None else answering.add_to
    return Question(wants="title", sentence=sentence.format(gap=GAP, project=project))


INTENTS = {
    "create": Intent(create, create_known),
    "create_on_it": Intent(create_on_it),
    "create_bare": Intent(create_bare),
    "create_dated": Intent(create_dated),
    "create_errand": Intent(create_errand),
    "create_scheduled": Intent(create_scheduled),
    "unsaid_create": Intent(unsaid_create),
}
