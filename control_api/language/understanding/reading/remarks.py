"""What is said around a command and asks for nothing: reasons, remarks, asides."""

from itertools import islice

from msgspec import UNSET

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.sentences import commands_of
from control_api.language.times.said_times import find_times
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.reading.plainly import BEYOND_DOUBT, read_one
from control_api.language.understanding.reading.surroundings import without_politeness
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    SkipOccurrence,
    SnoozeTask,
    Undo,
    UpdateTask,
)
from shared.bell_actions import CreateAlarm, CreateTimer
from shared.thing_actions import CreatePerson

_SURE_OF_KNOWN = 0.8
_SAID_OUTRIGHT = 0.95
_MOST_COMMAS = 3


def without_remark(bare: Words, scene: Scene) -> CommandPlan | None:
    """What is beyond doubt, when nothing more than a remark on it follows: "..., it's her turn"."""
    commands = scene.language.commands
    if (found := commands.remark.search(bare.mask)) is not None:
        reading = _of_beginning(bare, found.start(), scene, is_announced=True)
        if reading is None or not _only_undoes(reading):
            return reading
        # "Scratch that, I won't call Sarah" says what is to go.
        whole = read_one(bare, bare, scene)
        return None if whole is not None and whole.outcome == "planned" else reading
    # Of more commas none parts a remark from a command; each takes two readings.
    for comma in islice(commands.comma.finditer(bare.mask), _MOST_COMMAS):
        after = bare.slice(comma.end())
        if not commands.tells.match(after.mask) or _asks_for_more(after, scene):
            continue
        reading = _of_beginning(bare, comma.start(), scene, is_announced=False)
        if reading is not None and not any(isinstance(a, DeleteTask) for a in reading.actions):
            return reading
    return None


def without_trailing(said: Words, reading: CommandPlan | None, scene: Scene) -> CommandPlan | None:
    """What is meant without what was told behind it: "delete the milk I've got some".

    None where the words are understood as they are, and name what is there.
    """
    if reading is not None and reading.outcome not in {"refused", "clarify"}:
        return None
    language = scene.language
    bare = without_politeness(said, language)
    for place in islice(language.commands.trailing.finditer(bare.mask), _MOST_COMMAS):
        after = bare.slice(place.end())
        if not language.commands.tells.match(after.mask):
            continue
        meant = _of_beginning(bare, place.start(), scene, is_announced=False)
        if meant is None or any(isinstance(each, CreateTask) for each in meant.actions):
            continue
        # What says a time says it of the task, and an alarm has one already.
        rings = all(isinstance(each, CreateAlarm | CreateTimer) for each in meant.actions)
        timed = find_times(after.mask, scene.now, language)
        if rings or not (timed or _asks_for_more(after, scene)):
            return meant
    return None


def _asks_for_more(after: Words, scene: Scene) -> bool:
    """Whether what follows is no remark, but another command, or says something of a task."""
    if len(commands_of(after, scene.language)) > 1 or any_is_meant(after, scene):
        return True
    # Without remarks of its own: to look for those takes twice as long with each comma.
    reading = read_one(after, after, scene) or learned_reading(after, scene)
    return reading is not None and reading.outcome in {"planned", "clarify"}


def _of_beginning(bare: Words, end: int, scene: Scene, *, is_announced: bool) -> CommandPlan | None:
    """What the words mean up to there; None where what follows is more than a remark.

    The title of a new task might go on, unless its time or list ends it, or the remark
    `is_announced`.
    """
    language = scene.language
    said = bare.slice(0, end)
    details = language.fields.details.values()
    if language.commands.says_it.search(said.mask) and not scene.known.mentioned:
        return None
    if any(each.search(bare.mask, end) for each in details):
        return None
    reading = read_one(said, said, scene)
    if reading is None or reading.outcome != "planned" or not _is_closed(reading):
        return None
    made = [action for action in reading.actions if isinstance(action, CreateTask)]
    is_open = any(action.project is None for action in made) and not _ends_in_a_time(said, scene)
    if is_open and not is_announced:
        return None
    # A loose way to speak of what there is says enough, when the reason for it follows.
    return reading if reading.confidence >= (BEYOND_DOUBT if made else _SURE_OF_KNOWN) else None


def _is_closed(reading: CommandPlan) -> bool:
    """Whether it changes something by no words of its own, which might go on: no note, no name."""
    return all(
        isinstance(
            action,
            CreateTask | CompleteTask | CancelTask | DeleteTask | SkipOccurrence | SnoozeTask,
        )
        or (isinstance(action, UpdateTask) and action.notes is UNSET and action.title is UNSET)
        or isinstance(action, CreateAlarm | CreateTimer | CreatePerson | Undo)
        for action in reading.actions
    )


def _ends_in_a_time(words: Words, scene: Scene) -> bool:
    return any(
        not words.mask[when.end :].strip()
        for when in find_times(words.mask, scene.now, scene.language)
    )


def after_asides(parts: list[Words], scene: Scene) -> CommandPlan | None:
    """The command that ends a breath whose beginning asks for nothing: "..., so remind me to"."""
    *asides, last = parts
    commands = scene.language.commands
    reading = read_one(last, last, scene) if asides else None
    if reading is None or reading.outcome != "planned":
        return None
    meant = [read_one(each, each, scene) or learned_reading(each, scene) for each in asides]
    unread = [aside for aside, each in zip(asides, meant, strict=True) if each is None]
    if any(any_is_meant(aside, scene) for aside in unread):
        return None
    if _only_undoes(reading):
        # How one comes to it may be said in any words: "that was wrong, undo that".
        return reading if all(each is None or _only_undoes(each) for each in meant) else None
    # "Stop. Add milk" is no aside: each must tell something.
    tells = all(commands.tells.match(part.mask) for part in asides)
    if any(meant) or not tells or commands.says_it.search(last.mask):
        return None
    return reading if reading.confidence >= _SAID_OUTRIGHT else None


def any_is_meant(said: Words, scene: Scene) -> bool:
    """Whether a piece of it makes sense by itself: "the linen is ordered and ..."."""
    commands = scene.language.commands
    joints = [each for each in commands.joint.finditer(said.mask) if commands.joins.search(each[0])]
    if not 0 < len(joints) <= _MOST_COMMAS:
        return False
    edges = [0, *(edge for each in joints for edge in each.span()), len(said.mask)]
    pieces = [said.slice(a, b).strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    readings = (read_one(piece, piece, scene) for piece in pieces if piece.mask)
    return any(
        each is not None and each.outcome == "planned" and each.confidence >= _SURE_OF_KNOWN
        for each in readings
    )


def _only_undoes(reading: CommandPlan) -> bool:
    return bool(reading.actions) and all(isinstance(action, Undo) for action in reading.actions)
