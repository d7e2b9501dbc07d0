"""When a task can begin, and when it must be done at the latest."""

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import check_ahead, read_when
from control_api.language.times.said_times import Due
from control_api.language.understanding.fields.meant import (
    Changes,
    as_plan,
    on_task,
    split_named,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import CHOSEN, GAP, Scene, ask, refuse
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots, Words
from shared.actions import UpdateTask
from shared.tasks import Task


def read_date(words: Words, scene: Scene) -> Due | None:
    """The day or moment that the words are; None when they hold anything else.

    Raises NoSuchDateError, also for a day that is over.
    """
    when = read_when(words, scene.now, scene.language)
    if when is None:
        return None
    check_ahead(words, when, scene.now, scene.language)
    return due_of(when, scene.now, scene.zone)


def start_on(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It is of no use before then."""
    at = read_date(slots["when"], scene)
    if at is None or at.due is None:
        return None
    return [UpdateTask(task.id, start=at.due, start_time_zone=at.time_zone)]


def start_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """With nothing between the task and the time: "start the report next Monday"."""
    named = split_named(slots["task_and_text"], scene)
    if named is None or not named[1].text:
        return None
    return as_plan(start_on(named[0], {"when": named[1]}, scene), confidence)


def unstart(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It can be begun at any time."""
    del slots
    if task.start is None:
        return refuse(scene.language.say("start-none", task=at_start(task.title)))
    return [UpdateTask(task.id, start=None, start_time_zone=None)]


def due_latest(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It must be done by then."""
    at = read_date(slots["when"], scene)
    if at is None or at.due is None:
        return None
    return [UpdateTask(task.id, deadline=at.due, deadline_time_zone=at.time_zone)]


def no_deadline(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It may be done at any time; of what has a date only, that is meant."""
    del slots
    if task.deadline is not None:
        return [UpdateTask(task.id, deadline=None, deadline_time_zone=None)]
    if task.due is not None:
        return [UpdateTask(task.id, due=None, time_zone=None)]
    return refuse(scene.language.say("deadline-none", task=at_start(task.title)))


def unsaid_deadline(task: Task, slots: Slots, scene: Scene) -> Changes:
    """When was not said."""
    del slots
    title = in_sentence(task.title, scene.language)
    sentence = scene.language.answering.deadline.format(task=CHOSEN, gap=GAP)
    asks = Question(wants="time", sentence=sentence, about=task.id)
    return ask(scene.language.say("deadline-unsaid", title=title), asks=asks)


INTENTS = {
    "start_on": on_task(start_on),
    "start_bare": Intent(start_bare),
    "unstart": on_task(unstart),
    "due_latest": on_task(due_latest, is_named_behind=True),
    "no_deadline": on_task(no_deadline, is_named_behind=True),
    "unsaid_deadline": on_task(unsaid_deadline, is_named_behind=True),
}
