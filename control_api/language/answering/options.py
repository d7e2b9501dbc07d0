"""What may be said to a question back, word for word, for who would rather press it."""

from collections.abc import Iterator

from control_api.engine.plan import Question
from control_api.language.answering.choosing import choose
from control_api.language.answering.noise import is_ghost
from control_api.language.answering.reading import bare_answer
from control_api.language.understanding.names import find_project
from control_api.language.understanding.places import is_place
from control_api.language.understanding.scene import Scene
from control_api.language.wording.dates_aloud import on_due
from control_api.language.words.heard import hear
from shared.tasks import Task

_MOST = 5


def answers_to(question: Question, scene: Scene) -> list[str]:
    """Up to five answers, each of which chooses one thing; none when anything may be said.

    What is listed is read as it is meant, and what can't be told apart in words is left out.
    """
    match question.wants:
        case "yes":
            return scene.language.answers.offered
        case "list":
            known = scene.known.projects
            names = question.options[:_MOST]
            return [name for name in names if find_project(name, known, scene.language) == name]
        case "person":
            return question.options[:_MOST]
        case "task":
            return _tasks(question, scene)
        case _:
            return []


def _tasks(question: Question, scene: Scene) -> list[str]:
    open_now = scene.known.open_by_id
    here = [(at, open_now[each]) for at, each in enumerate(question.options) if each in open_now]
    answers = []
    for place, task in here[:_MOST]:
        wordings = _wordings(task, place, scene)
        answer = next((each for each in wordings if _means(each, task, question, scene)), None)
        if answer is not None:
            answers.append(answer)
    return answers


def _wordings(task: Task, place: int, scene: Scene) -> Iterator[str]:
    """How the task may be named, the plainest first."""
    language = scene.language
    yield task.title
    if task.due is not None:
        when = on_due(task.due, task.time_zone, scene.now, scene.zone, language)
        yield f"{task.title} {when}"
    if task.project:
        yield task.project
    places = language.names.places.items()
    yield from (word for word, at in places if at == place and is_place(word, language))


def _means(text: str, task: Task, question: Question, scene: Scene) -> bool:
    answering = scene.language.answering
    said = bare_answer(text, scene.language)
    if is_ghost(text, scene.language) or not said.text or answering.unsure.fullmatch(said.text):
        return False
    if answering.declines.fullmatch(hear(text, scene.language).text):
        return False
    return choose(said, question, scene) == [task]
