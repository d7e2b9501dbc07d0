"""Slips of the tongue, taken back in the same breath: "tomorrow, no wait, Friday"."""

from collections.abc import Callable

import msgspec
from msgspec import UNSET

from control_api.engine.plan import CommandPlan
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import read_when
from control_api.language.times.places import whole_place
from control_api.language.times.said_times import When, find_times
from control_api.language.understanding.names import find_task
from control_api.language.understanding.reading.clauses import Read, unread
from control_api.language.understanding.reading.growing import (
    grown,
    with_ids,
    without_unused_ids,
)
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask, UpdateTask
from shared.tasks import Task

_LONGEST_NAME_WORDS = 6
_MOST_REPLACED = 3
_SURELY = 0.9


def read_corrected(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What is meant after all; None where nothing is taken back."""
    commands = scene.language.commands
    for found in reversed(list(commands.negated.finditer(words.mask))):
        before, time, rest = _parts(words, found.start(), found.end(), scene)
        if time is not None and not rest.text and _time_at_end(before, scene) is not None:
            return _changed(before.then(_of(commands.instead)), scene, read) or read(before, scene)
    for found in commands.corrected_time.finditer(words.mask):
        before, time, rest = _parts(words, found.start(), found.end(), scene)
        if time is not None and (reading := _at_other_time(before, time, rest, scene, read)):
            return reading
        after = words.slice(found.end()).strip()
        if before.text and after.text and (reading := _of_another(before, after, scene, read)):
            return reading
    for found in commands.corrected.finditer(words.mask):
        before, time, rest = _parts(words, found.start(), found.end(), scene)
        if time is not None and (reading := _at_other_time(before, time, rest, scene, read)):
            return reading
        after = words.slice(found.end()).strip()
        if not before.text or not after.text:
            continue
        meant = (
            _of_another(before, after, scene, read)
            or _in_its_place(before, after, scene, read)
            or _otherwise(before, after, scene, read)
        )
        if meant is not None:
            return meant
    return None


def _parts(words: Words, start: int, end: int, scene: Scene) -> tuple[Words, Words | None, Words]:
    """What stands before, the time that follows, None where none does, and what is left."""
    before, after = words.slice(0, start).strip(), words.slice(end)
    ends = [when.end for when in find_times(after.mask, scene.now, scene.language)]
    for edge in dict.fromkeys((*reversed(ends), len(after.mask))):
        time = after.slice(0, edge).strip()
        if time.text and _when(time, scene) is not None:
            return before, time, after.slice(edge).strip()
    return before, None, after


def _when(words: Words, scene: Scene) -> When | None:
    try:
        return read_when(words, scene.now, scene.language)
    except NoSuchDateError:
        return None


def _time_at_end(before: Words, scene: Scene) -> tuple[int, Words] | None:
    """The time that the words end with, and where it begins."""
    for when in find_times(before.mask, scene.now, scene.language):
        start, end = whole_place(when, before.mask, scene.language)
        if not before.mask[end:].strip():
            return start, before.slice(start).strip()
    return None


def _only_time(before: Words, scene: Scene) -> tuple[int, Words] | None:
    """The only time in the words, and where it begins: "remind me at nine to call Mum"."""
    found = find_times(before.mask, scene.now, scene.language)
    if len(found) != 1:
        return None
    start, end = whole_place(found[0], before.mask, scene.language)
    time = before.slice(start, end)
    indent = len(time.mask) - len(time.mask.lstrip())
    return start + indent, time.strip()


def _at_other_time(
    before: Words, time: Words, rest: Words, scene: Scene, read: Read
) -> CommandPlan | None:
    """The same with the other time in place of the first: its day or its time of day stays."""
    wrong = _time_at_end(before, scene) or (None if rest.text else _only_time(before, scene))
    old, new = None if wrong is None else _when(wrong[1], scene), _when(time, scene)
    if wrong is None or old is None or new is None:
        return None
    kept, after = before.slice(0, wrong[0]).strip(), before.slice(wrong[0] + len(wrong[1].mask))
    if not kept.text:
        return None
    if new.clock is not None and not scene.language.clauses.begins_with_at.match(time.mask):
        bare = _when(_of(scene.language.times.at).then(time), scene)
        time = _of(scene.language.times.at).then(time) if bare is not None else time
    on_day = scene.language.repeating.on_day
    if (
        new.day is not None
        and wrong[1].mask.startswith(on_day)
        and not time.mask.startswith(on_day)
    ):
        time = Words(on_day + time.text, on_day + time.mask)
    if old.clock is not None and new.clock is None:
        time = _without(wrong[1], scene, keeps=lambda when: when.day is None).then(time)
    elif old.day is not None and new.day is None and new.moment is None:
        time = _without(wrong[1], scene, keeps=lambda when: when.clock is None).then(time)
    return read(Words.joined(kept, rest, time, after), scene)


def _without(time: Words, scene: Scene, *, keeps: Callable[[When], bool]) -> Words:
    """The beginning or the end of a time that is only a day, or only a time of day."""
    edges = [at for at, letter in enumerate(time.mask) if letter == " "]
    halves = [half for at in edges for half in (time.slice(0, at), time.slice(at).strip())]
    for half in sorted(halves, key=lambda each: -len(each.mask)):
        when = _when(half, scene)
        if when is not None and keeps(when):
            return half
    return Words("", "")


def _of_another(before: Words, after: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """The same of another task that there is: "delete the report, no, the invoice"."""
    commands = scene.language.commands
    if len(after.mask.split()) > _LONGEST_NAME_WORDS or commands.says_it.search(after.mask):
        return None
    other = find_task(after, scene, strict=True)
    first = read(before, scene) if isinstance(other, Task) else None
    if not isinstance(other, Task) or first is None or first.outcome != "planned":
        return None
    if len(first.actions) != 1:
        return None
    about = getattr(first.actions[0], "task_id", None)
    if isinstance(first.actions[0], CreateTask) or about not in scene.known.open_by_id:
        return None
    return msgspec.structs.replace(
        first, actions=[msgspec.structs.replace(first.actions[0], task_id=other.id)]
    )


def _in_its_place(before: Words, after: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """With what follows in place of the last word or words, where it ends the sentence.

    "Put ketchup, no wait, mustard on the grocery list"; "order 20, no wait, 30 bags".
    """
    said = before.mask.split()
    if len(after.mask.split()) < 2 or scene.language.openers.match(" " + after.mask):  # noqa: PLR2004
        return None
    for count in range(1, min(len(said), _MOST_REPLACED + 1)):
        edge = len(before.mask.rsplit(maxsplit=count)[0])
        reading = read(Words.joined(before.slice(0, edge), after), scene)
        if (
            reading is not None
            and reading.outcome == "planned"
            and reading.confidence >= _SURELY
            and all(isinstance(each, CreateTask) and each.project for each in reading.actions)
        ):
            return reading
    return None


def _otherwise(before: Words, after: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """Another command, or another name for what was just asked for: "milk, no wait, oat milk"."""
    language = scene.language
    if language.openers.match(" " + after.mask):
        return read(after, scene)
    if len(after.mask.split()) > _LONGEST_NAME_WORDS:
        return None
    first = read(before, scene)
    if first is None or first.outcome != "planned" or not _only_tasks(first.actions):
        return None
    actions = with_ids(first.actions)
    second = read(_of(language.commands.meant).then(after), grown(scene, actions))
    if second is None or second.outcome != "planned" or not _only_tasks(second.actions):
        return unread(after, language)
    return msgspec.structs.replace(
        first,
        actions=without_unused_ids(_together(actions, second.actions)),
        confidence=min(first.confidence, second.confidence),
        complete=second.complete,
    )


def _changed(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """The reading, where it moves a task that there is."""
    reading = read(words, scene)
    if reading is None or reading.outcome != "planned":
        return None
    moves = all(
        isinstance(each, UpdateTask) and each.due is not UNSET and each.title is UNSET
        for each in reading.actions
    )
    return reading if moves else None


def _only_tasks(actions: list[Action]) -> bool:
    return bool(actions) and all(isinstance(each, CreateTask | UpdateTask) for each in actions)


def _together(first: list[Action], second: list[Action]) -> list[Action]:
    """The actions with what is said of the same task later, so that each is done once."""
    made = list(first)
    for later in second:
        same = [
            place
            for place, each in enumerate(made)
            if isinstance(each, CreateTask | UpdateTask)
            and isinstance(later, UpdateTask)
            and each.task_id == later.task_id
        ]
        if not same:
            made.append(later)
            continue
        new = {
            field: value
            for field, value in msgspec.structs.asdict(later).items()
            if value is not UNSET and field != "task_id"
        }
        made[same[0]] = msgspec.structs.replace(made[same[0]], **new)
    return made


def _of(text: str) -> Words:
    return Words(text, text)
