"""How far the learned reader is believed: what it may do, what takes a yes, what is let go.

The probabilities were chosen by what they make of other people's sentences (`make train`).
"""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.learned.meaning import Meaning
from control_api.language.repeats.reading import read_repeat
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import LOOKS, CreateTask
from shared.bell_actions import CreateAlarm

_SURE = 0.9
"""From this probability on, what is meant is done, and what is missing is asked for."""
_LIKELY = 0.6
"""From this one on, it is done after a yes."""
_SHOWN = 0.75
"""From this one on, what only shows something is shown."""


def believed(
    reading: CommandPlan, probability: float, words: Words, meaning: Meaning, language: Language
) -> CommandPlan | None:
    """The reading as far as it is believed; None where it is not."""
    if _shows(reading):
        return reading if probability >= _SHOWN else None
    makes = any(isinstance(action, CreateTask | CreateAlarm) for action in reading.actions)
    least = _LIKELY if reading.outcome == "planned" else _SURE
    if probability < least or _is_beyond_it(words, meaning, makes=makes, language=language):
        return None
    is_sure = probability >= _SURE and not (makes and _leaves_out(words, meaning))
    return msgspec.structs.replace(reading, is_sure=is_sure)


def _shows(reading: CommandPlan) -> bool:
    """Whether it changes and asks nothing."""
    looks = all(isinstance(action, LOOKS) for action in reading.actions)
    return reading.outcome == "answered" or (bool(reading.actions) and looks)


def _is_beyond_it(words: Words, meaning: Meaning, *, makes: bool, language: Language) -> bool:
    """Whether the words say what it has no place for: that something is not meant, or repeats."""
    never = language.learned_reader
    names_nothing = not meaning.stretches and meaning.intents[0].probability < _SURE
    return bool(
        names_nothing
        or never.negated.search(words.mask)
        or (makes and (never.again.search(words.mask) or _is_new_to_it(words, meaning, language)))
    )


def _is_new_to_it(words: Words, meaning: Meaning, language: Language) -> bool:
    """Whether what is to be made comes again and again, or is in pieces."""
    things = sum(each.tag == "thing" for each in meaning.stretches)
    return things > 1 or read_repeat(words, None, language) is not None


def _leaves_out(words: Words, meaning: Meaning) -> bool:
    """Whether there are words behind the thing that stand for nothing: "lunch with my aunt"."""
    begins = [each.start for each in meaning.stretches if each.tag == "thing"]
    begin = min(begins, default=len(words.mask))
    rest = list(words.mask)
    for each in meaning.stretches:
        rest[each.start : each.end] = " " * (each.end - each.start)
    return any(character.isalnum() for character in rest[begin:])
