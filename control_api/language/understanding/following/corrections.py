"""Sentences that correct what was said just now, or let go of it."""

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.items import without_partitive
from control_api.language.times.said_times import find_times
from control_api.language.understanding.fields.assigning import people_called, people_named
from control_api.language.understanding.following.turns import (
    last_made,
    may_be_a_title,
    names_it,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, find_task
from control_api.language.understanding.scene import CHOSEN, GAP, SOON_S, Scene, ask, plan, refuse
from control_api.language.understanding.titles import (
    as_title,
    retitled,
    tidied,
)
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.heard import hear
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import deed_in
from shared.actions import CompleteTask, CreateTask, ReopenTask, Undo, UpdateTask
from shared.tasks import Task

_AT_ONCE_S = 60.0


def correct(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The task mentioned last is about something else: "I meant oat milk"."""
    task = scene.last_mentioned()
    said = slots["title"]
    if task is None or not may_be_a_title(said, scene) or _is_taken_back(scene):
        return None
    if scene.language.answering.unsure.fullmatch(slots["said"].mask):
        return None  # "wait a moment"
    if find_times(said.mask, scene.now, scene.language):
        return None  # when it is, and not what
    if (people := _other_people(task, said, scene)) is not None:
        return plan(UpdateTask(task.id, assignees=people), confidence)
    return _corrected(task, said, slots.get("origin"), scene, confidence)


def correct_which(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Another task was meant by what was just done: "sorry, I meant the lab report"."""
    turn = scene.last_turn(SOON_S)
    done = turn.actions[0] if turn is not None and len(turn.actions) == 1 else None
    other = find_task(slots["title"], scene, strict=True)
    if not isinstance(done, CompleteTask | UpdateTask) or not isinstance(other, Task):
        return None
    if names_it(done) or other.id == done.task_id:
        return None
    if isinstance(done, UpdateTask):
        return refuse(
            scene.language.say(
                "correct-undo-first", title=in_sentence(other.title, scene.language)
            ),
            confidence,
        )
    return CommandPlan(
        outcome="planned",
        actions=[ReopenTask(done.task_id), CompleteTask(other.id)],
        confidence=confidence,
    )


def correct_list(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was just put on a list belongs on another one: "no, to the household list"."""
    turn = scene.last_turn(SOON_S)
    name = find_project(slots["project"].text, scene.known.projects, scene.language)
    if turn is None or name is None:
        return None
    actions = [
        UpdateTask(action.task_id, project=name)
        for action in turn.actions
        if isinstance(action, CreateTask | UpdateTask)
        and isinstance(action.project, str)
        and action.task_id in scene.known.open_by_id
        and action.task_id is not None
    ]
    if not actions:
        return None
    return CommandPlan(outcome="planned", actions=[*actions], confidence=confidence)


def correct_just(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in fewer words, of a task that was just made or renamed: "no, oat milk"."""
    turn = scene.last_turn(SOON_S)
    if turn is None or not any(names_it(each) or _assigns(each) for each in turn.actions):
        return None
    return correct(slots, scene, confidence)


def count_them(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How many of what was just added: "actually two of them"."""
    task = scene.last_mentioned()
    turn = scene.last_turn(SOON_S)
    if task is None or turn is None or not any(map(names_it, turn.actions)):
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
    turn = scene.last_turn(_AT_ONCE_S)
    if turn is None or not turn.can_undo:
        return None
    return plan(Undo(command_id=turn.command_id), confidence)


def literally(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task gets the words that were said as its title: "no, literally"."""
    del slots
    turn, task = scene.last_turn(SOON_S), scene.last_mentioned()
    made = last_made(scene)
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


def _other_people(task: Task, said: Words, scene: Scene) -> list[str] | None:
    """Whose it is after all, where it was somebody's: "no, Tom"."""
    if not task.assignees or not people_called(said.text, scene):
        return None
    people = people_named(said, scene, surely=False)
    return people if isinstance(people, list) else None


def _is_taken_back(scene: Scene) -> bool:
    """Whether nothing is left of what would be corrected."""
    turn = scene.last_turn(SOON_S)
    return turn is not None and any(isinstance(each, Undo) for each in turn.actions)


def _assigns(action: object) -> bool:
    return isinstance(action, CreateTask | UpdateTask) and bool(action.assignees)


INTENTS = {
    "correct": Intent(correct),
    "correct_list": Intent(correct_list, correct_list),
    "correct_which": Intent(correct_which, correct_which),
    "correct_just": Intent(correct_just),
    "count_them": Intent(count_them),
    "never_mind": Intent(never_mind),
    "literally": Intent(literally),
}
