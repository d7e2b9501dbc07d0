"""What was said just now, and what came of it."""

from control_api.engine.plan import Turn
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.understanding.names import stands_for_one
from control_api.language.understanding.scene import SOON_S, Scene
from control_api.language.understanding.titles import (
    is_empty,
    is_foreign,
)
from control_api.language.words.sentence import Words
from shared.actions import CreateTask, UpdateTask

LOOSE = frozenset({"correct_just", "go_on_with", "put_on_it", "date_it", "ask_on"})
"""What is meant by a few words only where nothing else is."""
_LONGEST_WORDS = 6


def another_time(said: Words, scene: Scene) -> When | None:
    """When the same is to be done again: "and on Thursday as well"; "Tom" is no tomorrow."""
    if scene.language.fields.name_all_the_same.fullmatch(said.text):
        return None
    return read_when(said, scene.now, scene.language)


def may_be_a_title(said: Words, scene: Scene) -> bool:
    """Whether so few words can be what a task is called."""
    language = scene.language
    return not (
        len(said.mask.split()) > _LONGEST_WORDS
        or is_empty(said, language)
        or is_foreign(said, language)
        or language.creating.to_the_assistant.search(said.mask)
        or language.answering.ghosts.fullmatch(said.mask)
        or language.answering.unsure.fullmatch(said.mask)
        or language.answering.declines.fullmatch(said.mask)
        or language.answering.asks_itself.fullmatch(said.mask)
        or language.changing.said_again.match(said.mask)
        or language.openers.match(" " + said.mask)
        or language.commands.says_it.search(said.mask)
        or stands_for_one(said.text, language)
        or another_time(said, scene)
    )


def last_made(scene: Scene) -> CreateTask | None:
    """The task that was just made, the last of several."""
    turn = scene.last_turn(SOON_S)
    if turn is None:
        return None
    made = made_in(turn)
    if made:
        return made[-1]
    task = scene.last_mentioned()
    changed = {each.task_id for each in turn.actions if isinstance(each, UpdateTask)}
    before = {each.task_id for earlier in scene.known.turns[1:] for each in made_in(earlier)}
    if task is None or task.id not in changed & before:
        return None
    return CreateTask(
        title=task.title,
        due=task.due,
        time_zone=task.time_zone,
        project=task.project,
        tags=task.tags,
    )


def made_in(turn: Turn) -> list[CreateTask]:
    """The tasks that it made."""
    return [each for each in turn.actions if isinstance(each, CreateTask)]


def names_it(action: object) -> bool:
    """Whether it says what a task is called."""
    return isinstance(action, CreateTask) or (
        isinstance(action, UpdateTask) and isinstance(action.title, str)
    )


def like(made: CreateTask, title: str) -> CreateTask:
    """A task like one that was just made, with another title."""
    return CreateTask(
        title=title,
        due=made.due,
        time_zone=made.time_zone,
        project=made.project,
        parent_id=made.parent_id,
        tags=made.tags,
    )
