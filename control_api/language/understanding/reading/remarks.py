"""What is said around a command and asks for nothing: reasons, remarks, asides."""

from itertools import islice

from msgspec import UNSET

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.sentences import commands_of
from control_api.language.times.said_times import find_times
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.reading.plainly import BEYOND_DOUBT, read_one
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    SkipOccurrence,
    SnoozeTask,
    UpdateTask,
)
from shared.bell_actions import CreateAlarm, CreateTimer

_SURE_OF_KNOWN = 0.8
_SAID_OUTRIGHT = 0.95
_MOST_COMMAS = 3


def without_remark(bare: Words, scene: Scene) -> CommandPlan | None:
    """What is beyond doubt, when nothing more than a remark on it follows: "..., it's her turn"."""
    commands = scene.language.commands
    if (found := commands.remark.search(bare.mask)) is not None:
        return _of_beginning(bare, found.start(), scene, is_announced=True)
    # Of more commas none parts a remark from a command; each takes two readings.
    for comma in islice(commands.comma.finditer(bare.mask), _MOST_COMMAS):
        after = bare.slice(comma.end())
        if not commands.tells.match(after.mask) or _asks_for_more(after, scene):
            continue
        reading = _of_beginning(bare, comma.start(), scene, is_announced=False)
        if reading is not None and not any(isinstance(a, DeleteTask) for a in reading.actions):
            return reading
    return None


def _asks_for_more(after: Words, scene: Scene) -> bool:
    """Whether what follows is no remark, but another command, or says something of a task."""
    if len(commands_of(after, scene.language)) > 1:
        return True
    # Without remarks of its own: to look for those takes twice as long with each comma.
    reading = read_one(after, after, scene) or learned_reading(after, scene)
    return reading is not None and reading.outcome in {"planned", "clarify"}


def _of_beginning(bare: Words, end: int, scene: Scene, *, is_announced: bool) -> CommandPlan | None:
    """What the words mean up to there; None where what follows is more than a remark.

    The title of a new task might go on, unless its time ends it or the remark `is_announced`.
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
    new = any(isinstance(action, CreateTask) for action in reading.actions)
    if new and not is_announced and not _ends_in_a_time(said, scene):
        return None
    # A loose way to speak of what there is says enough, when the reason for it follows.
    return reading if reading.confidence >= (BEYOND_DOUBT if new else _SURE_OF_KNOWN) else None


def _is_closed(reading: CommandPlan) -> bool:
    """Whether it changes something by no words of its own, which might go on: no note, no name."""
    return all(
        isinstance(
            action,
            CreateTask | CompleteTask | CancelTask | DeleteTask | SkipOccurrence | SnoozeTask,
        )
        or (isinstance(action, UpdateTask) and action.notes is UNSET and action.title is UNSET)
        or isinstance(action, CreateAlarm | CreateTimer)
        for action in reading.actions
    )


def _ends_in_a_time(words: Words, scene: Scene) -> bool:
    return any(
        not words.mask[when.end :].strip()
        for when in find_times(words.mask, scene.now, scene.language)
    )


def after_asides(parts: list[Words], scene: Scene) -> CommandPlan | None:
    """The command that ends a breath whose beginning asks for nothing: "..., so remind me to"."""
    last, commands = parts[-1], scene.language.commands
    if len(parts) < 2 or commands.says_it.search(last.mask):  # noqa: PLR2004
        return None
    # "Stop. Add milk" is no aside: each must tell something.
    if not all(commands.tells.match(part.mask) for part in parts[:-1]):
        return None
    asides = parts[:-1]
    if any(read_one(each, each, scene) or learned_reading(each, scene) for each in asides):
        return None
    reading = read_one(last, last, scene)
    if reading is None or reading.outcome != "planned":
        return None
    return reading if reading.confidence >= _SAID_OUTRIGHT else None
