"""One verb for several tasks: "complete the milk and the eggs", "I bought milk and bread"."""

from collections.abc import Iterator

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand, parts_of
from control_api.language.understanding.reading.clauses import Read, read_in_turn
from control_api.language.understanding.reading.frames import frames_of
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import ListTasks

_NAMES_TASKS = ("task", "thing")
_DEED = "deed"
_MOST_FRAMES = 4


def read_of_several(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What the words ask for each of several tasks; None when they name one, or one is unclear."""
    language = scene.language
    if not language.rows.joint.search(words.mask):
        return None
    for sentences in _shared_out(words, language):
        reading = read_in_turn(sentences, None, scene, read)
        if reading is None or reading.outcome != "planned":
            continue
        if any(isinstance(action, ListTasks) for action in reading.actions):
            return None  # questions are read with all that they name
        about = [getattr(action, "task_id", None) for action in reading.actions]
        if len(set(map(type, reading.actions))) == 1 and len(set(about)) == len(sentences):
            return reading
    return None


def _shared_out(words: Words, language: Language) -> Iterator[list[Words]]:
    """The sentence said of each thing in a row, in each way to take it apart."""
    tried = set[str]()
    for frame in frames_of(words, language):
        for name in (*_NAMES_TASKS, _DEED):
            slot = frame.slots.get(name)
            if slot is None or slot.mask in tried or len(tried) >= _MOST_FRAMES:
                continue
            tried.add(slot.mask)
            verb, row = _verb_apart(slot) if name == _DEED else (None, slot)
            named = parts_of(row, language, are_things=True)
            if len(named) > 1 and not any(_is_command(each, language) for each in named):
                start = words.mask.find(slot.mask)
                said = [_with_verb(verb, each, language) for each in named]
                yield [_put(words, start, start + len(slot.mask), each) for each in said]


def _is_command(each: Words, language: Language) -> bool:
    """Whether this takes back, or asks for something else: "delete the report, cancel that"."""
    return bool(
        language.openers.match(" " + each.mask)
        or language.before.match(" " + each.mask)
        or is_errand(each, language, are_things=True)
    )


def _verb_apart(deed: Words) -> tuple[Words, Words]:
    verb = len(deed.mask.split()[0])
    return deed.slice(0, verb), deed.slice(verb).strip()


def _with_verb(verb: Words | None, each: Words, language: Language) -> Words:
    """The thing with the verb of the first: "bought milk and bread", unless it has its own."""
    first = each.mask.split()[0].lower()
    has_own = first in language.past or language.past_ending.search(first) is not None
    return each if verb is None or has_own else verb.then(each)


def _put(words: Words, start: int, end: int, each: Words) -> Words:
    before, after = words.slice(0, start), words.slice(end)
    return Words(before.text + each.text + after.text, before.mask + each.mask + after.mask)
