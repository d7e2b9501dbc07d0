"""What the learned reader makes of a sentence, as frames like those of the grammar.

It is asked where no sentence of the grammar fits. What it says is held against what is there in
the same way, and believed less.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.learned.meaning import TAGS, Meaning
from control_api.language.understanding.reading.believing import believed
from control_api.language.understanding.reading.frames import Frame
from control_api.language.understanding.reading.ranking import rank
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words

_UNKNOWN_COSTS = 0.1
"""What is named should be there; a new thing is not."""
_UNUSED_COSTS = 0.3
"""A stretch that the intent has no place for."""
_MAY_BE_PARTED = frozenset({"thing", "when"})
"""What is said in two places at times: "lunch tomorrow with Ben"."""
_LONGEST_WORDS = 60
"""Twice as long as any sentence that it was fitted to: what it made of more would be a guess."""
_BELLS = ("alarm", "timer")
"""How intents about those begin: they are not meant where none of their words is said."""


def learned_reading(words: Words, scene: Scene) -> CommandPlan | None:
    """What the words mean by the learned reader; None when it does not know, or is unsure."""
    reader = scene.language.learned
    if reader is None or not 0 < len(words.text.split()) <= _LONGEST_WORDS:
        return None
    meaning = reader.read(words.text)
    frames = sorted(_frames(words, meaning, scene.language), key=lambda frame: -frame.most)
    best = rank(frames, words, scene)
    if best is None or not isinstance(best.found, CommandPlan):
        return None
    read = msgspec.structs.replace(best.found, reader="learned")
    return believed(read, best.frame.confidence, words, meaning, scene.language)


def _frames(words: Words, meaning: Meaning, language: Language) -> Iterator[Frame]:
    total = max(1, len(words.mask.split()))
    said = {stretch.tag for stretch in meaning.stretches}
    for likely in meaning.intents:
        if likely.intent.startswith(_BELLS) and not language.learned_reader.bell.search(words.mask):
            continue
        names = _slots_by_tag(language).get(likely.intent, {})
        for only_known, shapes in ((True, likely.known_shapes), (False, likely.shapes)):
            shape = next((shape & names.keys() for shape in shapes if shape <= said), None)
            if shape is None or _is_parted(meaning, shape - _MAY_BE_PARTED):
                continue
            # A time tells which one is meant, where it is none to do it at: "drop Friday's lunch".
            used = shape | {"when"} if "thing" in shape else shape
            unused = sum(stretch.tag not in used for stretch in meaning.stretches)
            costs = _UNUSED_COSTS * unused + (0 if only_known else _UNKNOWN_COSTS)
            yield Frame(
                likely.intent,
                only_known,
                _slots(words, meaning, {tag: names[tag] for tag in shape}),
                likely.probability,
                max(0.0, 1.0 - costs),
                total,
            )


def _is_parted(meaning: Meaning, tags: frozenset[str]) -> bool:
    """Whether there are two of one of these, so that nobody knows which one is meant."""
    said = [each.tag for each in meaning.stretches if each.tag in tags]
    return len(said) > len(set(said))


def _slots(words: Words, meaning: Meaning, names: dict[str, str]) -> Slots:
    """What stands in the slots; `names` has those that there are, by what may stand there."""
    said: dict[str, list[Words]] = defaultdict(list)
    for each in meaning.stretches:
        tag = "thing" if each.tag == "when" and "when" not in names else each.tag
        if tag in names:
            said[names[tag]].append(words.slice(each.start, each.end))
    return {slot: Words.joined(*pieces) for slot, pieces in said.items()}


@cache
def _slots_by_tag(language: Language) -> dict[str, dict[str, str]]:
    """The slot of each intent that a kind of stretch fills."""
    filled: dict[str, set[str]] = defaultdict(set)
    for sentence in language.sentences:
        filled[sentence.reads] |= sentence.slots
    return {
        intent: {tag: name for name, tag in reversed(TAGS.items()) if name in slots}
        for intent, slots in filled.items()
    }
