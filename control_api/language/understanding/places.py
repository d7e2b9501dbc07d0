"""Which task is meant by its place in what was read out: "the second one", "the last"."""

from control_api.engine.plan import Turn
from control_api.language.understanding.scene import Scene
from control_api.language.wording.list_replies import read_out
from control_api.language.wording.phrasing import NAMED_AT_MOST
from control_api.language.words.language import Language
from shared.actions import CreateTask, ListTasks

_LAST = -1


def is_place(said: str, language: Language) -> bool:
    """Whether this means a task by its place."""
    return bool(language.names.by_place.fullmatch(said))


def at_place(said: str, scene: Scene) -> list[str]:
    """Ids of the tasks that may be meant by a place; none when nothing stands there."""
    language = scene.language
    found = language.names.by_place.fullmatch(said)
    place = (
        language.names.places.get((found["place"] or found["number"]).lower()) if found else None
    )
    if place is None:
        return []
    if scene.made:
        return scene.made[place:][:1]  # made in the same breath
    read_out = _read_out(scene)
    if place == _LAST:
        return list(dict.fromkeys([*_made_since(scene)[:1], *read_out[-1:], *_unheard(scene)[-1:]]))
    return read_out[place : place + 1]


def heard(turn: Turn) -> list[str]:
    """Ids of the tasks that an answer has named one after the other."""
    listed = list_of(turn)
    if listed is not None:
        return [task.id for task in turn.tasks[listed.after : heard_until(turn, listed)]]
    made = {each.task_id for each in turn.actions if isinstance(each, CreateTask)}
    return [task.id for task in turn.tasks if task.id in made][:NAMED_AT_MOST]


def heard_until(turn: Turn, listed: ListTasks) -> int:
    """How many of the tasks of a list were named by then."""
    return listed.after + read_out(len(turn.tasks) - listed.after)


def list_of(turn: Turn) -> ListTasks | None:
    """The question for tasks that it answers, if it does."""
    return next((each for each in turn.actions if isinstance(each, ListTasks)), None)


def _read_out(scene: Scene) -> list[str]:
    """What was read out last: the answers that a question named, or a list."""
    question = scene.known.question
    if question is not None and question.wants == "task" and question.options:
        return question.options[: question.named]
    turn = _last_list(scene)
    return [] if turn is None else heard(turn)


def _unheard(scene: Scene) -> list[str]:
    """What stood behind it, and was only counted."""
    question = scene.known.question
    if question is not None and question.wants == "task" and question.options:
        return question.options[question.named :]
    turn = _last_list(scene)
    listed = None if turn is None else list_of(turn)
    if turn is None or listed is None:
        return []
    return [task.id for task in turn.tasks[heard_until(turn, listed) :]]


def _last_list(scene: Scene) -> Turn | None:
    return next((turn for turn in scene.known.turns if _is_list(turn)), None)


def _made_since(scene: Scene) -> list[str]:
    """Ids of the tasks made one by one since a list was read out, the newest first."""
    made: list[str] = []
    for turn in scene.known.turns:
        if _is_list(turn) or scene.known.question is not None:
            break
        made += heard(turn)
    return made


def _is_list(turn: Turn) -> bool:
    """Whether several things were named, which can be counted off."""
    listed = list_of(turn)
    if listed is not None and listed.after:
        return bool(heard(turn))  # "That was all."
    return listed is not None or len(heard(turn)) > 1
