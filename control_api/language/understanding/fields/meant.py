"""Which task a field is changed of, and what becomes of the sentence when there is none."""

from collections.abc import Callable, Sequence

from msgspec import structs

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.phrases import read_when
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_task, fitting_tasks, is_it
from control_api.language.understanding.scene import CHOSEN, GAP, Scene, ask
from control_api.language.understanding.titles import is_foreign
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action
from shared.tasks import Task

Changes = Sequence[Action] | CommandPlan | None
"""What is to be done, or what to answer; None when the words make no sense so."""
OfOne = Callable[[Task, Slots, Scene], Changes]
OfTwo = Callable[[Task, Task, Scene], Changes]
Prepare = Callable[[Slots, Scene], Slots | None]
"""Gives the slots as they are meant; None when that is nothing. It is to take no time."""

IT = Words(CHOSEN, CHOSEN)
_LONGEST_NAME_WORDS = 8


def on_task(
    change: OfOne,
    prepare: Prepare = lambda slots, _: slots,
    *,
    is_named_behind: bool = False,
) -> Intent:
    """What is said of one task, in the slot "task", else of the one mentioned last.

    `is_named_behind`: words that name none are whole with one behind them: "remove the deadline",
    "for the report".
    """

    def read_as(slots: Slots, scene: Scene, sure: float, *, only_known: bool) -> CommandPlan | None:
        prepared = prepare(slots, scene)
        if prepared is None:
            return None
        if is_named_behind and "task" not in prepared and scene.last_mentioned() is None:
            then = scene.language.answering.then_task.format(gap=GAP)
            return ask(scene.language.say("which-task"), asks=Question(wants="task", then=then))
        return _one(change, prepared, scene, sure, only_known=only_known)

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        return read_as(slots, scene, confidence, only_known=False)

    def read_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        return read_as(slots, scene, confidence, only_known=True)

    return Intent(read, read_known)


def on_two(change: OfTwo, other: str, prepare: Prepare = lambda slots, _: slots) -> Intent:
    """What is said of one task and another, which stands in the slot of that name."""

    def read_as(slots: Slots, scene: Scene, sure: float, *, only_known: bool) -> CommandPlan | None:
        prepared = prepare(slots, scene)
        if prepared is None:
            return None
        return _two(change, prepared, other, scene, sure, only_known=only_known)

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        return read_as(slots, scene, confidence, only_known=False)

    def read_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        return read_as(slots, scene, confidence, only_known=True)

    return Intent(read, read_known)


def find_meant(words: Words, scene: Scene, *, only_known: bool) -> Task | CommandPlan | None:
    """The task of that name, or the question which one it is.

    None when there is none, and the words need not be about one.
    """
    if is_foreign(words, scene.language) and not _is_a_title(words, scene):
        return None
    if is_it(words.text, scene.language) and scene.last_mentioned() is None and only_known:
        return None
    found = find_task(words, scene, strict=only_known)
    if isinstance(found, CommandPlan) and found.outcome == "refused":
        return None if only_known else _ask_for(words, scene)
    return found


def _is_a_title(words: Words, scene: Scene) -> bool:
    """Whether this is what a task is called, "the demo video", and no business of others."""
    tasks = scene.known.open_tasks
    return bool(fitting_tasks(words.text, tasks, scene.language, strict=True))


def as_plan(changes: Changes, confidence: float) -> CommandPlan | None:
    """The reading that does this."""
    if isinstance(changes, CommandPlan) and changes.outcome == "refused":
        return structs.replace(changes, is_of_known=True)
    if changes is None or isinstance(changes, CommandPlan):
        return changes
    return CommandPlan(outcome="planned", actions=list(changes), confidence=confidence)


def split_named(
    words: Words, scene: Scene, *, free_text: bool = False
) -> tuple[Task, Words] | None:
    """A task named at the beginning, and what is left: "the report: the numbers are missing".

    What is left may be empty. Where it may be anything, `free_text`, the task must stand apart from
    it, or begin with "the": "add a note to call Bob" is about no call. None when it begins with no
    task, or with one of several.
    """
    fields = scene.language.fields
    it = fields.it_first.match(words.mask)
    if it and it[0].strip().lower() not in scene.language.articles:
        # "It party" is not the party.
        return _of_the_last(words.slice(it.end()), scene)
    for apart in filter(None, (fields.colon.search(words.mask), fields.says.search(words.mask))):
        task = _named(words.slice(0, apart.start()), scene)
        if task is not None:
            return task, words.slice(apart.end()).strip()
    whole = _named(words, scene)
    if whole is not None:
        return whole, words.slice(len(words.mask))
    if free_text and not fields.refers.match(words.mask):
        return None
    spaces = [at for at, letter in enumerate(words.mask) if letter == " "]
    for edge in reversed([*spaces, len(words.mask)][:_LONGEST_NAME_WORDS]):
        head = words.slice(0, edge)
        # "The report that": what says nothing of the task belongs to what follows.
        last = head.mask.rpartition(" ")[2].lower()
        if edge < len(words.mask) and " " in head.mask and last in scene.language.unimportant:
            continue
        task = _named(head, scene)
        if task is not None:
            return task, words.slice(edge).strip()
    # "La cita" is an appointment first, and only then "la", it.
    return _of_the_last(words.slice(it.end()), scene) if it else None


def _of_the_last(rest: Words, scene: Scene) -> tuple[Task, Words] | None:
    mentioned = scene.last_mentioned()
    return None if mentioned is None else (mentioned, rest.strip())


def _named(words: Words, scene: Scene) -> Task | None:
    if is_it(words.text, scene.language):
        return scene.last_mentioned()
    tasks = scene.known.open_tasks
    fitting = fitting_tasks(words.text, tasks, scene.language, strict=True)
    return fitting[0] if len(fitting) == 1 else None


def _one(
    change: OfOne, slots: Slots, scene: Scene, confidence: float, *, only_known: bool
) -> CommandPlan | None:
    found = find_meant(slots.get("task", IT), scene, only_known=only_known)
    if found is None:
        return None
    if isinstance(found, CommandPlan):
        when = slots.get("when")
        is_time = when is None or read_when(when, scene.now, scene.language)
        return found if is_time else None
    return as_plan(change(found, slots, scene), confidence)


def _two(
    change: OfTwo, slots: Slots, other: str, scene: Scene, confidence: float, *, only_known: bool
) -> CommandPlan | None:
    first = find_meant(slots.get("task", IT), scene, only_known=True)
    second = find_meant(slots.get(other, IT), scene, only_known=True)
    if first is None and second is None:
        return None
    if first is None or second is None:
        # With neither known it would be about the world, not about tasks.
        missing = slots.get("task", IT) if first is None else slots.get(other, IT)
        refers = scene.language.fields.refers.match(missing.mask)
        return None if only_known or not refers else _ask_for(missing, scene)
    if isinstance(first, CommandPlan):
        return first
    if isinstance(second, CommandPlan):
        return second
    return as_plan(change(first, second, scene), confidence)


def ask_for_named(words: Words, scene: Scene) -> CommandPlan:
    """The question which task is meant by words that begin with one that is not there."""
    fields = scene.language.fields
    ends = [
        found.start()
        for found in (fields.colon.search(words.mask), fields.says.search(words.mask))
        if found
    ]
    return _ask_for(words.slice(0, min(ends, default=None)).strip(), scene)


def _ask_for(words: Words, scene: Scene) -> CommandPlan:
    name = in_sentence(scene.language.names.leading.sub("", words.text), scene.language)
    return ask(scene.language.say("task-none-like", name=name))
