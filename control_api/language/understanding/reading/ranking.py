"""Which reading of a sentence is meant: the one that explains most of its words with what is there.

All frames are read, the most promising first, until none that is left could be better. The scores
were chosen by what they make of the sentences in tests and ``make eval``.
"""

from collections.abc import Iterable

import msgspec

from control_api.engine.plan import CommandPlan, PlanOutcome
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import RepeatingError
from control_api.language.times.places import whole_place
from control_api.language.times.said_times import find_times
from control_api.language.understanding.following.turns import LOOSE
from control_api.language.understanding.names import stands_for_one
from control_api.language.understanding.reading.frames import (
    EXPLAINED_BY_KIND,
    Frame,
    frames_of,
)
from control_api.language.understanding.reading.intents import INTENTS
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, words_of
from control_api.language.words.sentence import Words
from shared.actions import UpdateTask

Problem = NoSuchDateError | RepeatingError

_WORTH: dict[PlanOutcome, float] = {
    "planned": 1.0,
    "answered": 1.0,
    "clarify": 0.98,
    "refused": 0.6,
    "not_a_command": 0.3,
}
"""A question is as good as a plan where nothing else fits; a refusal only then, but for one about
what is there: "Milk has no reminders" is as good as a question."""
_PROBLEM_WORTH = 0.95


class Ranked(msgspec.Struct, frozen=True):
    """The frame that is meant most likely."""

    frame: Frame
    found: CommandPlan | Problem
    score: float


def best_reading(words: Words, scene: Scene, *, loose: bool = False) -> CommandPlan | None:
    """What the words mean most likely; None when no sentence fits.

    `loose`: only what is meant where nothing else is.
    Raises NoSuchDateError and RepeatingError when that is what is wrong with the best.
    """
    frames = [
        frame for frame in frames_of(words, scene.language) if (frame.intent in LOOSE) == loose
    ]
    best = rank(frames, words, scene)
    if best is None:
        return None
    if isinstance(best.found, CommandPlan):
        return best.found
    raise best.found


def rank(frames: Iterable[Frame], words: Words, scene: Scene) -> Ranked | None:
    """The best of the frames, which are in the order of what they can come to; None for none."""
    best: Ranked | None = None
    for frame in frames:
        if best is not None and frame.most <= best.score:
            break
        found = _read(frame, words, scene)
        score = _score(frame, found, scene)
        if found is not None and score > (best.score if best is not None else 0):
            best = Ranked(frame, found, score)
    return best


def _read(frame: Frame, words: Words, scene: Scene) -> CommandPlan | Problem | None:
    intent = INTENTS[frame.intent]
    read = intent.read_known if frame.only_known else intent.read
    if read is None:
        raise KeyError(f"Nothing reads what is only known of {frame.intent}.")
    try:
        return read({**frame.slots, "said": words}, scene, frame.confidence)
    except (NoSuchDateError, RepeatingError) as problem:
        return problem


def _score(frame: Frame, found: CommandPlan | Problem | None, scene: Scene) -> float:
    if found is None:
        return 0.0
    if isinstance(found, Problem):
        return frame.most * _PROBLEM_WORTH
    unsaid = _not_in_the_title(frame, found, scene)
    worth = _WORTH["clarify" if found.is_of_known else found.outcome]
    return (frame.explains - unsaid) * frame.confidence * worth


def _not_in_the_title(frame: Frame, found: CommandPlan, scene: Scene) -> float:
    """What is not explained after all: words that should name a task, and its title lacks."""
    said = frame.slots.get("task")
    if said is None or stands_for_one(said.text, scene.language):
        return 0.0
    ids = {getattr(action, "task_id", None) for action in found.actions}
    open_now = scene.known.open_by_id
    titles = [open_now[each].title for each in ids if each in open_now]
    if not titles:
        return 0.0
    have = {each for title in titles for each in _forms(title, scene.language)}
    # "Vuelo a Lisboa" has its "a", which alone says nothing.
    have.update(word for title in titles for word in title.casefold().split())
    words = scene.language.names.leading.sub("", _untimed(said, found, scene)).split()
    missing = sum(not have & _forms(word, scene.language) for word in words)
    return missing * EXPLAINED_BY_KIND / max(1, frame.length)


def _untimed(said: Words, found: CommandPlan, scene: Scene) -> str:
    """The words without the time that a task gets, which is no part of what it is called."""
    text = said.mask
    if any(isinstance(action, UpdateTask) and action.due for action in found.actions):
        for when in reversed(find_times(text, scene.now, scene.language)):
            start, end = whole_place(when, text, scene.language)
            text = text[:start] + text[end:]
    return text


def _forms(text: str, language: Language) -> set[str]:
    words = words_of(text, language)
    return {*words, *(sound(word, language) for word in words)}
