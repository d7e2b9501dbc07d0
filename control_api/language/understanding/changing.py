"""Sentences that change, complete or delete a task that exists."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Literal

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.delays import read_delay
from control_api.language.times.due_dates import from_its_beginning
from control_api.language.times.due_dates import reschedule as rescheduled
from control_api.language.times.due_dates import shift as shifted
from control_api.language.times.phrases import check_ahead, is_unread_time, read_when
from control_api.language.understanding.creating import project_named
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.names import find_project, find_task, is_it
from control_api.language.understanding.scene import CHOSEN, GAP, Scene, ask, plan, refuse
from control_api.language.understanding.titles import as_title, is_empty, is_foreign
from control_api.language.understanding.unsupported import several
from control_api.language.wording.phrasing import in_sentence, sentence_on
from control_api.language.words.sentence import Slots, Words
from control_api.time.due_times import local_due
from shared.actions import Action, CompleteTask, DeleteTask, SkipOccurrence, UpdateTask
from shared.tasks import Task

_IT = Words(CHOSEN, CHOSEN)


def complete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task is done."""
    return _on_one(slots, scene, confidence, lambda task: CompleteTask(task.id), strict=False)


def complete_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Statements such as "I called Sarah", when there is such a task."""
    return _if_known(complete, slots, scene, confidence)


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task goes away."""
    if scene.language.changing.brought.match(slots["said"].mask):
        return None
    return _on_one(slots, scene, confidence, lambda task: DeleteTask(task.id), strict=True)


def delete_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a task."""
    if scene.language.changing.let_be.fullmatch(slots["said"].mask):
        return None
    if "project" in slots and not find_project(
        slots["project"].text, scene.known.projects, scene.language
    ):
        return None
    return _if_known(delete, slots, scene, confidence)


def skip(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """One time of a task that repeats is left out."""
    if "task" not in slots and scene.last_mentioned() is None:
        return None
    task = find_task(slots.get("task", _IT), scene, strict=True)
    if isinstance(task, CommandPlan) or task.repeat is None:
        return None
    return plan(SkipOccurrence(task.id), confidence)


def stop_repeating(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task comes no more, once it is done."""
    task = find_task(slots.get("task", _IT), scene)
    if isinstance(task, CommandPlan):
        return task
    if task.repeat is None:
        return refuse(sentence_on(task.title, "does-not-repeat", scene.language), confidence)
    return plan(UpdateTask(task.id, repeat=None), confidence)


def shift(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task is due so much later, or earlier."""
    by = read_delay(slots["delay"].mask, scene.language)
    if by is None:
        return None
    if scene.language.changing.earlier.search(slots["said"].mask):
        by = -by
    return shift_by(by, slots.get("task", _IT), scene, confidence)


def shift_by(by: timedelta, said: Words, scene: Scene, confidence: float) -> CommandPlan:
    """The task that is said is due so much later; what has no time is asked for one."""
    task = find_task(said, scene)
    if isinstance(task, CommandPlan):
        return task
    if task.due is None:
        question = sentence_on(task.title, "no-date-to-shift", scene.language)
        return ask(question, confidence, _about("time", task, scene))
    moved = shifted(task.due, task.time_zone, by, scene.zone)
    if moved is None:
        question = sentence_on(task.title, "no-time-to-shift", scene.language)
        return ask(question, confidence, _about("time", task, scene))
    return plan(UpdateTask(task.id, due=moved.due, time_zone=moved.time_zone), confidence)


def reschedule(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task is due at another time; what is not said anew, the day or the time, stays."""
    if (following := scene.language.changing.following.search(slots["when"].mask)) is not None:
        day = slots["when"].without(following.start(), following.end())
        return _to_following(day, slots.get("task", _IT), scene, confidence)
    when = read_when(slots["when"], scene.now, scene.language)
    if when is None:
        return None
    task = find_task(slots.get("task", _IT), scene)
    if isinstance(task, CommandPlan):
        return task
    check_ahead(slots["when"], when, scene.now, scene.language)
    said = slots.get("said", slots["when"])
    if not scene.language.changing.over_by.search(said.mask):
        when = from_its_beginning(when, scene.now.date())
    due = rescheduled(when, task.due, task.time_zone, scene.now, scene.zone)
    return plan(UpdateTask(task.id, due=due.due, time_zone=due.time_zone), confidence)


def _to_following(day: Words, said: Words, scene: Scene, confidence: float) -> CommandPlan | None:
    """The day of that name after the one that the task has: "to the following Thursday"."""
    task = find_task(said, scene)
    if isinstance(task, CommandPlan):
        return task
    since = scene.now
    if task.due is not None:
        due = local_due(task.due, task.time_zone, scene.zone)
        since = max(since, datetime.combine(due, time(), scene.zone))
    when = read_when(day, since, scene.language)
    if when is None:
        return None
    moved = rescheduled(when, task.due, task.time_zone, scene.now, scene.zone)
    return plan(UpdateTask(task.id, due=moved.due, time_zone=moved.time_zone), confidence)


def reschedule_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a task; "a meeting" is a new one."""
    if "task" in slots and scene.language.changing.new_one.match(slots["task"].mask):
        return None
    return _if_known(reschedule, slots, scene, confidence)


def reschedule_unsaid(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The new time is missing, or stands without a word between it and the task."""
    if told := _told_after(slots, scene, confidence):
        return told
    found = find_task(slots["task"], scene)
    if isinstance(found, CommandPlan):
        return found
    return _ask_when(found, scene, confidence)


def reschedule_unsaid_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The new time after a task that there is, without a word between them."""
    return _told_after(slots, scene, confidence, only_known=True)


def _told_after(
    slots: Slots, scene: Scene, confidence: float, *, only_known: bool = False
) -> CommandPlan | None:
    """A task at the time that ends the words, or later by a length at either end of them."""
    words = slots["task"].text.split()
    for position in range(1, len(words)):
        edge = len(" ".join(words[:position]))
        task, when = slots["task"].slice(0, edge), slots["task"].slice(edge).strip()
        if read_when(when, scene.now, scene.language):
            read = reschedule_known if only_known else reschedule
            return read({**slots, "task": task, "when": when}, scene, confidence)
        for named, delay in () if only_known else ((task, when), (when, task)):
            if read_delay(delay.mask, scene.language):
                return shift({**slots, "task": named, "delay": delay}, scene, confidence)
    return None


def unschedule(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task loses its date."""
    task = find_task(slots.get("task", _IT), scene)
    if isinstance(task, CommandPlan):
        return task
    return plan(UpdateTask(task.id, due=None, time_zone=None), confidence)


def rename(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task gets another title."""
    task = find_task(slots.get("task") or slots.get("origin") or _IT, scene)
    if isinstance(task, CommandPlan):
        return task
    said = _behind_its_name(task, slots) or slots["title"].text
    title = as_title(scene.language.changing.instead.sub("", said), scene.language)
    if is_empty(Words(title, title), scene.language):
        question = scene.language.say("call-it-what")
        return ask(question, confidence, _about("title", task, scene))
    return plan(UpdateTask(task.id, title=title), confidence)


def _behind_its_name(task: Task, slots: Slots) -> str | None:
    """The new title, where the old one holds the word that parts them: "viaje a Lisboa a ..."."""
    if "task" not in slots:
        return None
    said, old, new = slots["said"].text, slots["task"].text, slots["title"].text
    _, _, behind = said.partition(old)
    parting = behind[: len(behind) - len(new)].strip() if behind.endswith(new) else ""
    begin = said.lower().find(task.title.lower())
    rest = said[begin + len(task.title) :].strip()
    is_parted = parting and begin >= 0 and rest.lower().startswith(f"{parting.lower()} ")
    return rest[len(parting) :].strip() if is_parted else None


def rename_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a task."""
    language, title = scene.language, slots["title"]
    if language.changing.said_again.match(title.mask):
        return None
    if is_unread_time(title, language):
        raise NoSuchDateError(language.say("no-known-time", said=title.text))
    return _if_known(rename, slots, scene, confidence)


def move(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task goes to another list, or to none."""
    out_of = _out_of(slots, scene)
    task = find_task(slots.get("task", _IT), scene, project=out_of)
    if isinstance(task, CommandPlan):
        return task
    if "project" not in slots:
        return plan(UpdateTask(task.id, project=None), confidence)
    known = find_project(slots["project"].text, scene.known.projects, scene.language)
    if known is None and read_when(slots["project"], scene.now, scene.language):
        return None  # "from Monday to Tuesday"
    return plan(UpdateTask(task.id, project=project_named(slots["project"], scene)), confidence)


def _out_of(slots: Slots, scene: Scene) -> str | None:
    """The list that a task is taken out of, when there is one of that name."""
    if "out_of" not in slots:
        return None
    return find_project(slots["out_of"].text, scene.known.projects, scene.language)


def move_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there are such a task and such a list."""
    named = slots.get("project") or slots["out_of"]
    if find_project(named.text, scene.known.projects, scene.language) is None:
        return None
    return _if_known(move, slots, scene, confidence)


def unsaid_task(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The beginning of a command without the task's name, or without what follows it."""
    if "task" not in slots:
        question = scene.language.say("which-task")
        return ask(question, confidence, Question(wants="task", then=GAP))
    task = find_task(slots["task"], scene)
    if isinstance(task, CommandPlan):
        return task
    if scene.language.changing.renames.match(slots["said"].mask):
        title = in_sentence(task.title, scene.language)
        question = scene.language.say("call-task-what", title=title)
        return ask(question, confidence, _about("title", task, scene))
    return _ask_when(task, scene, confidence)


def unsaid_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to begin it, when there is such a task."""
    return _if_known(unsaid_task, slots, scene, confidence)


def _ask_when(task: Task, scene: Scene, confidence: float) -> CommandPlan:
    title = in_sentence(task.title, scene.language)
    question = scene.language.say("task-when", title=title)
    return ask(question, confidence, _about("time", task, scene))


def _about(wants: Literal["time", "title"], task: Task, scene: Scene) -> Question:
    answering = scene.language.answering
    sentence = answering.move if wants == "time" else answering.rename
    return Question(wants=wants, sentence=sentence.format(task=CHOSEN, gap=GAP), about=task.id)


def _on_one(
    slots: Slots, scene: Scene, confidence: float, act: Callable[[Task], Action], *, strict: bool
) -> CommandPlan | None:
    language = scene.language
    said = slots.get("task", _IT)
    if language.changing.everything.fullmatch(said.mask):
        # Before a task is looked for: there may be one called "Everything for the party".
        return None
    project = (
        find_project(slots["project"].text, scene.known.projects, language)
        if "project" in slots
        else None
    )
    task = find_task(said, scene, strict=strict, project=project)
    if isinstance(task, CommandPlan):
        if task.outcome == "refused" and is_foreign(said, language):
            return None
        if language.changing.several.fullmatch(said.mask):
            return several(slots["said"], scene, confidence)
        if language.changing.a_list.fullmatch(said.mask):
            return None
        return task
    return plan(act(task), confidence)


def _if_known(read: Reader, slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    said = slots.get("task") or slots.get("origin") or _IT
    if is_it(said.text, scene.language) and scene.last_mentioned() is None:
        return None
    found = find_task(said, scene)
    if isinstance(found, CommandPlan) and found.outcome == "refused":
        return None
    reading = read(slots, scene, confidence)
    return None if reading is None or reading.outcome == "refused" else reading


INTENTS = {
    "complete": Intent(complete, complete_known),
    "skip": Intent(skip),
    "stop_repeating": Intent(stop_repeating),
    "delete": Intent(delete, delete_known),
    "shift": Intent(shift),
    "reschedule": Intent(reschedule, reschedule_known),
    "reschedule_unsaid": Intent(reschedule_unsaid, reschedule_unsaid_known),
    "unschedule": Intent(unschedule),
    "rename": Intent(rename, rename_known),
    "move": Intent(move, move_known),
    "unsaid_task": Intent(unsaid_task, unsaid_known),
}
