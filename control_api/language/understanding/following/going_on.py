"""Sentences that go on with what was said just now: more of it, the same of another, the rest."""

from msgspec import structs

from control_api.engine.plan import CommandPlan, Turn
from control_api.language.cutting.items import items_of
from control_api.language.times.due_dates import due_of, reschedule
from control_api.language.times.phrases import Timed, read_when, split_time
from control_api.language.times.said_times import find_times
from control_api.language.understanding.following.turns import (
    another_time,
    last_made,
    like,
    made_in,
    may_be_a_title,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.listing import list_tasks
from control_api.language.understanding.names import find_task
from control_api.language.understanding.places import heard_until, list_of
from control_api.language.understanding.scene import SOON_S, Scene, plan
from control_api.language.understanding.titles import (
    as_title,
    retitled,
    sort_of,
)
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import deed_in
from shared.actions import CompleteTask, CreateTask, DeleteTask, ListTasks, UpdateTask
from shared.tasks import Task
from shared.thing_actions import CreateProject

_LENGTH_OF_DAY = len("2026-11-21")


def go_on_with(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """More of what was just added: "and butter"."""
    last = last_made(scene)
    if last is not None and (when := another_time(slots["what"], scene)) is not None:
        due = reschedule(when, last.due, last.time_zone, scene.now, scene.zone)
        again = like(last, last.title)
        return plan(structs.replace(again, due=due.due, time_zone=due.time_zone), confidence)
    if last is None:
        return put_on_it(slots, scene, confidence)
    return _more(slots["what"], last, scene, confidence)


def put_on_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes after "make a list called Party": "balloons"."""
    turn = scene.last_turn(SOON_S)
    made = turn.actions[0] if turn is not None and len(turn.actions) == 1 else None
    if not isinstance(made, CreateProject):
        return None
    return _more(slots["what"], CreateTask(title="", project=made.name), scene, confidence)


def date_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """When what was just added without a time is to be done: "tomorrow at nine".

    Of what has a day by now, the time of day as well: "at nine".
    """
    turn, task = scene.last_turn(SOON_S), scene.last_mentioned()
    if turn is None or task is None or not _is_new_to(turn, task, scene):
        return None
    timed = split_time(slots["when"], scene.now, scene.language)
    if timed.when is None or timed.words.text:
        return None
    if task.due is None:
        due = due_of(timed.when, scene.now, scene.zone)
    elif len(task.due) == _LENGTH_OF_DAY and timed.when.day is None and timed.when.clock:
        due = reschedule(timed.when, task.due, task.time_zone, scene.now, scene.zone)
    else:
        return None
    return plan(UpdateTask(task.id, due=due.due, time_zone=due.time_zone), confidence)


def _is_new_to(turn: Turn, task: Task, scene: Scene) -> bool:
    """Whether it is the one task that was just made, or that got its day after that."""
    made = made_in(turn)
    if made:
        return len(made) == 1
    dated = [each for each in turn.actions if isinstance(each, UpdateTask)]
    before = {each.task_id for earlier in scene.known.turns[1:] for each in made_in(earlier)}
    return len(turn.actions) == len(dated) == 1 and dated[0].task_id == task.id in before


def _time_first(said: Words, scene: Scene) -> Words:
    """With the time at the end, where it stands first: "for Tuesday cheese"."""
    for when in find_times(said.mask, scene.now, scene.language):
        if said.mask[: when.end] != said.mask and read_when(
            said.slice(0, when.end), scene.now, scene.language
        ):
            return said.slice(when.end).strip().then(said.slice(0, when.end))
    return said


def _more(said: Words, last: CreateTask, scene: Scene, confidence: float) -> CommandPlan | None:
    if scene.language.fields.name_all_the_same.fullmatch(said.text):
        timed = Timed(said, None)
    else:
        timed = split_time(_time_first(said, scene), scene.now, scene.language)
    if not timed.words.text or not may_be_a_title(timed.words, scene):
        return None
    if timed.when is not None:
        due = due_of(timed.when, scene.now, scene.zone)
        last = structs.replace(last, due=due.due, time_zone=due.time_zone)
    things = items_of(timed.words, scene.language, are_things=last.project is not None)
    titles = [as_title(each.text, scene.language) for each in things]
    made = [_beside(last, title, said, scene) for title in titles]
    return CommandPlan(outcome="planned", actions=[*made], confidence=confidence)


def ask_on(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The question that was just asked, of another day: "and on Thursday?"."""
    turn = scene.last_turn(SOON_S)
    asked = turn.actions[0] if turn is not None and turn.actions else None
    days = list_tasks(slots, scene, confidence)
    if not isinstance(asked, ListTasks) or asked.search is not None or days is None:
        return None
    action = days.actions[0]
    if not isinstance(action, ListTasks):
        return None
    return plan(structs.replace(action, project=asked.project), confidence)


def read_on(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The next of a list, of which only the first were read out: "go on"."""
    del slots
    turn = scene.last_turn(SOON_S)
    listed = None if turn is None else list_of(turn)
    if turn is None or listed is None:
        return None
    further = structs.replace(listed, after=heard_until(turn, listed))
    return structs.replace(plan(further, confidence), is_answer=True)


def read_on_if_asked(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A yes to "Shall I go on?", with which the reply to a question for tasks may end."""
    turn = scene.last_turn(SOON_S)
    asked = turn is not None and turn.reply.endswith("?")
    return read_on(slots, scene, confidence) if asked else None


def no_more(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A no to the same."""
    if read_on_if_asked(slots, scene, confidence) is None:
        return None
    remark = scene.language.say("all-right")
    return CommandPlan(outcome="planned", remark=remark, confidence=confidence)


def same_for(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was just done, for somebody or something else: "the same for Mike"."""
    turn, said = scene.last_turn(SOON_S), slots["what"]
    made = [] if turn is None else made_in(turn)
    if made:
        title = retitled(made[-1].title, said.text, None, scene.language)
        if title is None or not may_be_a_title(said, scene):
            return None
        return plan(like(made[-1], title), confidence)
    done = turn.actions[0] if turn is not None and len(turn.actions) == 1 else None
    if not isinstance(done, CompleteTask | DeleteTask | UpdateTask):
        return None
    if isinstance(done, UpdateTask) and isinstance(done.title, str):
        return None
    task = find_task(said, scene, strict=True)
    if isinstance(task, CommandPlan):
        return task
    return plan(structs.replace(done, task_id=task.id), confidence)


def same_for_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same where the words name another task that is there: "and the launch email too"."""
    turn = scene.last_turn(SOON_S)
    if turn is None or made_in(turn):
        return None
    if not isinstance(find_task(slots["what"], scene, strict=True), Task):
        return None
    return same_for(slots, scene, confidence)


def _beside(last: CreateTask, title: str, said: Words, scene: Scene) -> CreateTask:
    """Another one beside the last: bought, called, or on its list, as that one."""
    language = scene.language
    if not last.title:
        return like(last, title)
    deed = deed_in(last.title, language)
    is_errand, was_errand = deed_in(title, language).is_one(language), deed.is_one(language)
    if is_errand or not was_errand:
        made = like(last, title)
        return structs.replace(made, project=None) if is_errand and not was_errand else made
    raw = title if title in said.text else title[:1].lower() + title[1:]
    if sort_of(deed.rest or last.title, language) != sort_of(raw, language):
        return like(last, title)
    return like(last, retitled(last.title, raw, None, language) or title)


INTENTS = {
    "go_on_with": Intent(go_on_with),
    "date_it": Intent(date_it),
    "put_on_it": Intent(put_on_it),
    "ask_on": Intent(ask_on),
    "read_on": Intent(read_on),
    "read_on_if_asked": Intent(read_on_if_asked),
    "no_more": Intent(no_more),
    "same_for": Intent(same_for),
    "same_for_known": Intent(same_for_known, same_for_known),
}
