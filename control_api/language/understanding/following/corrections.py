"""Sentences about what was said just now: corrected, gone on with, said of another, let go."""

from msgspec import structs

from control_api.engine.plan import CommandPlan, Question, Turn
from control_api.language.cutting.items import items_of, without_partitive
from control_api.language.times.due_dates import due_of, reschedule
from control_api.language.times.phrases import Timed, read_when, split_time
from control_api.language.times.said_times import When, find_times
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.listing import list_tasks
from control_api.language.understanding.names import find_task, stands_for_one
from control_api.language.understanding.places import heard_until, list_of
from control_api.language.understanding.scene import CHOSEN, GAP, Scene, ask, plan
from control_api.language.understanding.titles import (
    as_title,
    is_empty,
    is_foreign,
    retitled,
    sort_of,
    tidied,
)
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.heard import hear
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import deed_in
from shared.actions import CompleteTask, CreateTask, DeleteTask, ListTasks, Undo, UpdateTask
from shared.tasks import Task
from shared.thing_actions import CreateProject

LOOSE = frozenset({"correct_just", "go_on_with", "put_on_it", "date_it", "ask_on"})
"""What is meant by a few words only where nothing else is."""
_SOON_S = 120.0
"""So long a few words can correct something, or go on with it."""
_AT_ONCE_S = 60.0
_LONGEST_WORDS = 6


def correct(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The task mentioned last is about something else: "I meant oat milk"."""
    task = scene.last_mentioned()
    said = slots["title"]
    if task is None or not _may_be_a_title(said, scene):
        return None
    if scene.language.answering.unsure.fullmatch(slots["said"].mask):
        return None  # "wait a moment"
    return _corrected(task, said, slots.get("origin"), scene, confidence)


def correct_just(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in fewer words, of a task that was just made or renamed: "no, oat milk"."""
    turn = _last_turn(scene, _SOON_S)
    if turn is None or not any(_names_it(action) for action in turn.actions):
        return None
    return correct(slots, scene, confidence)


def go_on_with(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """More of what was just added: "and butter"."""
    last = _last_made(scene)
    if last is not None and (when := _another_time(slots["what"], scene)) is not None:
        due = reschedule(when, last.due, last.time_zone, scene.now, scene.zone)
        again = _like(last, last.title)
        return plan(structs.replace(again, due=due.due, time_zone=due.time_zone), confidence)
    if last is None:
        return put_on_it(slots, scene, confidence)
    return _more(slots["what"], last, scene, confidence)


def put_on_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes after "make a list called Party": "balloons"."""
    turn = _last_turn(scene, _SOON_S)
    made = turn.actions[0] if turn is not None and len(turn.actions) == 1 else None
    if not isinstance(made, CreateProject):
        return None
    return _more(slots["what"], CreateTask(title="", project=made.name), scene, confidence)


def date_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """When what was just added without a time is to be done: "tomorrow at nine"."""
    turn, task = _last_turn(scene, _SOON_S), scene.last_mentioned()
    made = [] if turn is None else _made(turn)
    if task is None or task.due is not None or len(made) != 1:
        return None
    timed = split_time(slots["when"], scene.now, scene.language)
    if timed.when is None or timed.words.text:
        return None
    due = due_of(timed.when, scene.now, scene.zone)
    return plan(UpdateTask(task.id, due=due.due, time_zone=due.time_zone), confidence)


def _another_time(said: Words, scene: Scene) -> When | None:
    """When the same is to be done again: "and on Thursday as well"; "Tom" is no tomorrow."""
    if scene.language.fields.name_all_the_same.fullmatch(said.text):
        return None
    return read_when(said, scene.now, scene.language)


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
    if not timed.words.text or not _may_be_a_title(timed.words, scene):
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
    turn = _last_turn(scene, _SOON_S)
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
    turn = _last_turn(scene, _SOON_S)
    listed = None if turn is None else list_of(turn)
    if turn is None or listed is None:
        return None
    further = structs.replace(listed, after=heard_until(turn, listed))
    return structs.replace(plan(further, confidence), is_answer=True)


def read_on_if_asked(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A yes to "Shall I go on?", with which the reply to a question for tasks may end."""
    turn = _last_turn(scene, _SOON_S)
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
    turn, said = _last_turn(scene, _SOON_S), slots["what"]
    made = [] if turn is None else _made(turn)
    if made:
        title = retitled(made[-1].title, said.text, None, scene.language)
        if title is None or not _may_be_a_title(said, scene):
            return None
        return plan(_like(made[-1], title), confidence)
    done = turn.actions[0] if turn is not None and len(turn.actions) == 1 else None
    if not isinstance(done, CompleteTask | DeleteTask | UpdateTask):
        return None
    if isinstance(done, UpdateTask) and isinstance(done.title, str):
        return None
    task = find_task(said, scene, strict=True)
    if isinstance(task, CommandPlan):
        return task
    return plan(structs.replace(done, task_id=task.id), confidence)


def count_them(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How many of what was just added: "actually two of them"."""
    task = scene.last_mentioned()
    turn = _last_turn(scene, _SOON_S)
    if task is None or turn is None or not any(map(_names_it, turn.actions)):
        return None
    count, language = slots["count"].text, scene.language
    bare = language.titles.counted.sub("", task.title)
    if language.titles.counted.match(f"{count} ") is None or not bare:
        return None
    rest = in_sentence(bare, language) if deed_in(bare, language).is_one(language) else bare
    return plan(UpdateTask(task.id, title=as_title(f"{count} {rest}", language)), confidence)


def never_mind(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Takes back a change that was made this very moment."""
    del slots
    turn = _last_turn(scene, _AT_ONCE_S)
    if turn is None or not turn.can_undo:
        return None
    return plan(Undo(command_id=turn.command_id), confidence)


def literally(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task gets the words that were said as its title: "no, literally"."""
    del slots
    turn, task = _last_turn(scene, _SOON_S), scene.last_mentioned()
    made = _last_made(scene)
    if turn is None or turn.text is None or task is None or made is None:
        return None
    title = as_said(turn.text, task.title, scene)
    if not title:
        return None
    action = UpdateTask(task.id, title=title, due=None, time_zone=None, repeat=None)
    return plan(action, confidence)


def as_said(text: str, title: str, scene: Scene) -> str:
    """The words of a command as they were said: from the title on, or after how it begins."""
    heard = hear(text, scene.language)
    start = heard.text.casefold().find(title.casefold()) if title else -1
    if start < 0:
        opener = scene.language.openers.match(" " + heard.mask)
        start = opener.end() - 1 if opener else 0
    words = tidied(heard.slice(start), scene.language).text
    return words[:1].upper() + words[1:]


def _corrected(
    task: Task, said: Words, origin: Words | None, scene: Scene, confidence: float
) -> CommandPlan | None:
    if not deed_in(task.title, scene.language).is_one(scene.language):
        said = without_partitive(said, scene.language)
    wrong = None if origin is None else origin.text
    title_now = retitled(task.title, said.text, wrong, scene.language)
    if title_now is None and wrong is not None:
        return None
    if title_now is None:
        sentence = scene.language.answering.rename.format(task=CHOSEN, gap=GAP)
        asks = Question(wants="title", sentence=sentence, about=task.id)
        name = in_sentence(task.title, scene.language)
        question = scene.language.say("call-task-what-now", title=name)
        return ask(question, confidence, asks)
    return plan(UpdateTask(task.id, title=title_now), confidence)


def _beside(last: CreateTask, title: str, said: Words, scene: Scene) -> CreateTask:
    """Another one beside the last: bought, called, or on its list, as that one."""
    language = scene.language
    if not last.title:
        return _like(last, title)
    deed = deed_in(last.title, language)
    is_errand, was_errand = deed_in(title, language).is_one(language), deed.is_one(language)
    if is_errand or not was_errand:
        made = _like(last, title)
        return structs.replace(made, project=None) if is_errand and not was_errand else made
    raw = title if title in said.text else title[:1].lower() + title[1:]
    if sort_of(deed.rest or last.title, language) != sort_of(raw, language):
        return _like(last, title)
    return _like(last, retitled(last.title, raw, None, language) or title)


def _like(made: CreateTask, title: str) -> CreateTask:
    """A task like one that was just made, with another title."""
    return CreateTask(
        title=title, due=made.due, time_zone=made.time_zone, project=made.project, tags=made.tags
    )


def _may_be_a_title(said: Words, scene: Scene) -> bool:
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
        or _another_time(said, scene)
    )


def _last_turn(scene: Scene, within_s: float) -> Turn | None:
    turn = next(iter(scene.known.turns), None)
    return turn if turn is not None and turn.ago_s <= within_s else None


def _last_made(scene: Scene) -> CreateTask | None:
    """The task that was just made, the last of several."""
    turn = _last_turn(scene, _SOON_S)
    if turn is None:
        return None
    made = _made(turn)
    if made:
        return made[-1]
    task = scene.last_mentioned()
    changed = {each.task_id for each in turn.actions if isinstance(each, UpdateTask)}
    before = {each.task_id for earlier in scene.known.turns[1:] for each in _made(earlier)}
    if task is None or task.id not in changed & before:
        return None
    return CreateTask(
        title=task.title,
        due=task.due,
        time_zone=task.time_zone,
        project=task.project,
        tags=task.tags,
    )


def _made(turn: Turn) -> list[CreateTask]:
    return [each for each in turn.actions if isinstance(each, CreateTask)]


def _names_it(action: object) -> bool:
    return isinstance(action, CreateTask) or (
        isinstance(action, UpdateTask) and isinstance(action.title, str)
    )


INTENTS = {
    "correct": Intent(correct),
    "correct_just": Intent(correct_just),
    "go_on_with": Intent(go_on_with),
    "date_it": Intent(date_it),
    "put_on_it": Intent(put_on_it),
    "ask_on": Intent(ask_on),
    "read_on": Intent(read_on),
    "read_on_if_asked": Intent(read_on_if_asked),
    "no_more": Intent(no_more),
    "same_for": Intent(same_for),
    "count_them": Intent(count_them),
    "never_mind": Intent(never_mind),
    "literally": Intent(literally),
}
