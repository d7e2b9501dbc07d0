"""Which of several tasks an answer chooses: by place, by date, or by what tells them apart."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.names import find_project, find_task, is_it
from control_api.language.understanding.places import is_place
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.tasks import Task

_TWO = 2


def choose(said: Words, question: Question, scene: Scene) -> list[Task]:
    """The tasks meant among the options, several if they are left open; none if it is no choice."""
    answering = scene.language.answering
    options = [scene.known.open_by_id.get(each) for each in question.options]
    here = [task for task in options if task is not None]
    if answering.all.fullmatch(said.text) or (
        len(here) == _TWO and answering.both.fullmatch(said.text)
    ):
        return here
    named = options[: question.named or None]
    if few := answering.first_few.fullmatch(said.text):
        count = scene.language.names.places[few["count"].lower()] + 1
        chosen = (
            named[:count] if not scene.language.names.places[few["end"].lower()] else named[-count:]
        )
        return [task for task in chosen if task is not None]
    if found := _one(said, named, here, scene):
        return found
    return _several(said, named, here, scene)


def is_all(said: Words, language: Language) -> bool:
    """Whether more than one is chosen on purpose."""
    answering = language.answering
    wordings = (answering.all, answering.both, answering.first_few)
    return any(wording.fullmatch(said.text) for wording in wordings)


def _several(said: Words, named: list[Task | None], here: list[Task], scene: Scene) -> list[Task]:
    """What is chosen by "the first and the third"."""
    pieces, position = [], 0
    for found in scene.language.rows.joint.finditer(said.mask):
        pieces.append(said.slice(position, found.start()).strip())
        position = found.end()
    pieces.append(said.slice(position).strip())
    chosen = [_one(piece, named, here, scene) for piece in pieces]
    if len(pieces) < _TWO or any(len(each) != 1 for each in chosen):
        return []
    return list({each[0].id: each[0] for each in chosen}.values())


def _one(said: Words, named: list[Task | None], here: list[Task], scene: Scene) -> list[Task]:
    answering = scene.language.answering
    place = _place(said.text, named, scene)
    if place is not None:
        task = named[place] if -len(named) <= place < len(named) else None
        return [] if task is None else [task]
    if by_due := answering.by_due.fullmatch(said.text):
        dated = sorted((task for task in here if task.due), key=lambda task: task.due or "")
        return [dated[answering.due_order[by_due["due"].lower()]]] if dated else []
    if answering.undated.fullmatch(said.text):
        return [task for task in here if task.due is None]
    return _by_words(said, here, scene)


def _place(said: str, named: list[Task | None], scene: Scene) -> int | None:
    language = scene.language
    if is_place(said, language):
        found = language.names.by_place.fullmatch(said)
        word = (found["place"] or found["number"]).lower() if found else ""
        if word in language.names.places:
            return language.names.places[word]
        mentioned = scene.known.mentioned[:1]
        others = [at for at, task in enumerate(named) if task and task.id not in mentioned]
        return others[0] if len(named) == _TWO and len(others) == 1 else None
    bare = language.names.leading.sub("", said).lower().split(" ")[0]
    return language.answering.former.get(bare)


def _by_words(said: Words, here: list[Task], scene: Scene) -> list[Task]:
    language = scene.language
    known = msgspec.structs.replace(scene.known, open_tasks=here, question=None, mentioned=[])
    among = msgspec.structs.replace(scene, known=known)
    about = language.answering.one_about.match(said.text)
    rest = said.slice(about.end()) if about else said
    kind = language.answering.named_kind.search(rest.text)
    bare = rest.slice(0, kind.start()) if kind else rest
    for words in dict.fromkeys((said, rest, bare)):
        if not words.text or is_it(words.text, language) or is_place(words.text, language):
            continue
        found = find_task(words, among)
        if isinstance(found, Task):
            return [found]
        if isinstance(found, CommandPlan) and found.asks is not None and found.asks.options:
            return [task for task in here if task.id in found.asks.options]
    projects = [task.project for task in here if task.project]
    project = find_project(bare.text, projects, language) if bare.text else None
    return [task for task in here if project is not None and task.project == project]
