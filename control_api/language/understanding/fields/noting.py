"""What is written down about a task: its notes, and comments."""

from collections.abc import Callable

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.meant import (
    Changes,
    as_plan,
    ask_for_named,
    on_task,
    split_named,
)
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.understanding.titles import as_title
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action, UpdateTask
from shared.tasks import Task
from shared.thing_actions import CreateComment

Written = Callable[[Task, str], Action]


def noted(task: Task, text: str) -> Action:
    """A note below those that are there."""
    return UpdateTask(task.id, notes=f"{task.notes.rstrip()}\n\n{text}" if task.notes else text)


def commented(task: Task, text: str) -> Action:
    """A comment."""
    return CreateComment(task.id, text)


def note(task: Task, slots: Slots, scene: Scene) -> Changes:
    """What is said is kept with it."""
    return [noted(task, _text(slots["text"], scene))]


def note_first(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is said before the task: "add the note ask Bob to my list" is about a list."""
    language = scene.language
    said = slots["task"].mask
    refers = language.fields.points_at.match(said) and not language.changing.a_list.fullmatch(said)
    return (_noting.read if refers else _noting_known)(slots, scene, confidence)


def comment(task: Task, slots: Slots, scene: Scene) -> Changes:
    """The same as a remark."""
    return [commented(task, _text(slots["text"], scene))]


def replace_notes(task: Task, slots: Slots, scene: Scene) -> Changes:
    """The notes say this and nothing else."""
    return [UpdateTask(task.id, notes=_text(slots["text"], scene))]


def clear_notes(task: Task, slots: Slots, scene: Scene) -> Changes:
    """There are none any more."""
    del slots
    if not task.notes:
        return refuse(scene.language.say("notes-none", task=at_start(task.title)))
    return [UpdateTask(task.id, notes="")]


def _bare(write: Written, unsaid: str, *, only_known: bool) -> Reader:
    """With nothing between the task and the text: "note on the report: ask Tom".

    `unsaid` is the message that asks for the text.
    """

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        words = slots["task_and_text"]
        named = split_named(words, scene, free_text=True)
        if named is None:
            refers = scene.language.fields.refers.match(words.mask)
            if only_known or not refers:
                return None
            return ask_for_named(words, scene)
        task, rest = named
        text = _text(rest, scene)
        if not text:
            title = in_sentence(task.title, scene.language)
            return ask(scene.language.say(unsaid, title=title), confidence)
        return as_plan([write(task, text)], confidence)

    return read


def _text(words: Words, scene: Scene) -> str:
    before = scene.language.fields.before_text.match(words.mask)
    return as_title(words.slice(before.end()).text if before else words.text, scene.language)


_noting = on_task(note)


def _noting_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    return None if _noting.read_known is None else _noting.read_known(slots, scene, confidence)


INTENTS = {
    "note": _noting,
    "note_first": Intent(note_first),
    "note_bare": Intent(
        _bare(noted, "note-unsaid", only_known=False),
        _bare(noted, "note-unsaid", only_known=True),
    ),
    "replace_notes": on_task(replace_notes),
    "clear_notes": on_task(clear_notes),
    "comment": on_task(comment),
    "comment_bare": Intent(_bare(commented, "comment-unsaid", only_known=False)),
}
