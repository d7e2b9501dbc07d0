"""An answer to what was asked back, as the command that it completes."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.answering.choosing import choose, is_all
from control_api.language.answering.yes_or_no import read_answer
from control_api.language.understanding.fields.assigning import people_called
from control_api.language.understanding.following.corrections import as_said
from control_api.language.understanding.names import find_project, which_of
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import GAP, Scene
from control_api.language.words.heard import hear
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask, ListTasks, UpdateTask


def read_reply(text: str, question: Question, scene: Scene) -> CommandPlan | None:
    """The command that an answer makes of the question; None for what is no answer to it.

    Whatever it does is done to the tasks that were to choose from.
    """
    said = bare_answer(text, scene.language)
    if not said.text or scene.language.answering.unsure.fullmatch(said.text):
        is_yes = question.wants == "yes"
        return _yes(text, question, scene) if is_yes else None
    match question.wants:
        case "yes":
            return _yes(text, question, scene)
        case "task" if question.options:
            return _chosen(said, question, scene)
        case "list":
            return _list(said, question, scene)
        case "person":
            return _person(said, question, scene)
        case _:
            return _completed(said, question, scene)


def bare_answer(text: str, language: Language) -> Words:
    """What is said without what only leads to it or follows it: "the", "please"."""
    said = hear(text, language)
    if leading := language.answering.leading.match(said.mask):
        said = said.slice(leading.end())
    if trailing := language.answering.trailing.search(said.mask):
        said = said.slice(0, trailing.start())
    return said.strip()


def _yes(text: str, question: Question, scene: Scene) -> CommandPlan | None:
    again = scene.language.answering.again.fullmatch(hear(text, scene.language).text)
    if read_answer(text, scene.language) == "approve" or again:
        return CommandPlan(outcome="planned", actions=question.actions, confidence=1.0)
    return None


def _chosen(said: Words, question: Question, scene: Scene) -> CommandPlan | None:
    tasks = choose(said, question, scene)
    if not tasks:
        return None
    if len(tasks) > 1 and not _means_all(said, len(tasks), question, scene.language):
        narrower = which_of(tasks, said, scene)
        asks = narrower.asks or question
        asks = msgspec.structs.replace(
            asks, text=narrower.reply, sentence=question.sentence, times=question.times
        )
        return msgspec.structs.replace(narrower, asks=asks)
    readings = [_read(question.sentence, task.id, scene) for task in tasks]
    if any(_touched(reading) - {task.id} for reading, task in zip(readings, tasks, strict=True)):
        return None
    if len(readings) == 1:
        return _sure(readings[0]) if readings[0].outcome != "not_a_command" else None
    if any(reading.outcome != "planned" for reading in readings):
        return None
    actions = [action for reading in readings for action in reading.actions]
    return CommandPlan(outcome="planned", actions=actions, confidence=1.0)


def _means_all(said: Words, count: int, question: Question, language: Language) -> bool:
    several = language.rows.joint.search(said.mask) is not None
    return is_all(said, language) or (several and count < len(question.options))


def _completed(said: Words, question: Question, scene: Scene) -> CommandPlan | None:
    """The sentence with the answer in its gap, if that comes to what was asked for."""
    language = scene.language
    insists = language.changing.said_again if question.about else language.answering.negates
    if language.answering.asks_itself.fullmatch(said.text) or insists.match(said.text):
        return None
    if language.answering.literally.fullmatch(said.text) and question.part:
        return _literal(question, scene)
    answers = [said.text]
    if question.wants == "time":
        answers.append(f"{language.repeating.on_day}{said.text}")
    for answer in answers:
        reading = _read(question.sentence.replace(GAP, answer), question.about, scene)
        if question.about is not None and _touched(reading) - {question.about}:
            continue
        if reading.outcome == "clarify" and reading.asks is not None:
            # It is answered, and another thing is still to be known.
            if reading.asks.wants != question.wants or reading.asks.options:
                return reading
        elif reading.outcome == "refused" and question.wants != "time":
            return _refused(reading, question)
        elif reading.outcome == "planned" and all(
            _fits(each, question) for each in reading.actions
        ):
            return _sure(reading)
    return None


def _literal(question: Question, scene: Scene) -> CommandPlan | None:
    """A task of the very words: what was taken for a time that can't be is part of its title."""
    title = as_said(question.sentence.replace(GAP, question.part), "", scene)
    if question.wants != "time" or question.about is not None or not title:
        return None
    return CommandPlan(outcome="planned", actions=[CreateTask(title=title)], confidence=1.0)


def _refused(reading: CommandPlan, question: Question) -> CommandPlan:
    """The reason, after which another task may still be named."""
    if question.wants != "task" or question.times > 1:
        return reading
    asks = msgspec.structs.replace(question, times=question.times + 1)
    return CommandPlan(outcome="clarify", reply=reading.reply, asks=asks, confidence=1.0)


def _fits(action: Action, question: Question) -> bool:
    match question.wants:
        case "title" if question.about is None:
            return isinstance(action, CreateTask)
        case "title":
            return isinstance(action, UpdateTask) and isinstance(action.title, str)
        case "time" if isinstance(action, CreateTask):
            return action.due is not None
        case "time":
            return isinstance(action, UpdateTask) and not isinstance(action.title, str)
        case _:
            return not isinstance(action, CreateTask | ListTasks)


def _list(said: Words, question: Question, scene: Scene) -> CommandPlan | None:
    language = scene.language
    name = _at_place(said, question, language)
    if name is None:
        bare = language.answering.named_kind.sub("", language.names.leading.sub("", said.text))
        name = find_project(bare, scene.known.projects, language)
    if name is None:
        return None
    reading = _read(question.sentence.replace(GAP, name), None, scene)
    return _sure(reading) if reading.outcome == "planned" else None


def _person(said: Words, question: Question, scene: Scene) -> CommandPlan | None:
    """The sentence with the whole name of the one that was chosen."""
    name = _at_place(said, question, scene.language)
    if name is None:
        called = set(people_called(said.text, scene)).intersection(question.options)
        name = called.pop() if len(called) == 1 else None
    if name is None:
        return None
    reading = _read(question.sentence.replace(GAP, name), None, scene)
    return _sure(reading) if reading.outcome == "planned" else None


def _at_place(said: Words, question: Question, language: Language) -> str | None:
    """The name that stands there among those that were offered: "the second one"."""
    place = language.names.by_place.fullmatch(said.text)
    at = language.names.places.get((place["place"] or place["number"]).lower()) if place else None
    is_there = at is not None and -len(question.options) <= at < len(question.options)
    return question.options[at] if at is not None and is_there else None


def _read(sentence: str, about: str | None, scene: Scene) -> CommandPlan:
    known = msgspec.structs.replace(
        scene.known,
        question=None,
        mentioned=[about] if about else scene.known.mentioned,
    )
    return interpret(
        sentence, language=scene.language, now=scene.now, time_zone=scene.zone, known=known
    )


def _sure(reading: CommandPlan) -> CommandPlan:
    """An answer is a whole one, and to what was asked."""
    return msgspec.structs.replace(reading, confidence=1.0, complete=True)


def _touched(reading: CommandPlan) -> set[str]:
    """Ids of the tasks that exist and would be changed."""
    others = [action for action in reading.actions if not isinstance(action, CreateTask)]
    ids = [getattr(action, "task_id", None) for action in others]
    return {each for each in ids if isinstance(each, str)}
