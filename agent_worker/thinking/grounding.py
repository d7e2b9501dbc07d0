"""Whether what a language model wants done is about what the person said."""

import re

import msgspec

from shared.actions import Action, Redo, Undo

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"a", "an", "the", "to", "of", "for", "my", "me", "i", "it", "and", "or"})
_UNDO = re.compile(
    r"\b(?:undo|undone|revert|restore|put\b.*\bback|take\b.*\bback|wrong)\b", re.IGNORECASE
)
_REDO = re.compile(r"\b(?:redo|again|after all|put\b.*\bback|wrong)\b", re.IGNORECASE)
_IDS = re.compile(r"_ids?$|^depends_on$")
_NAMES = ("title", "name", "label")
"""Fields that call something by a name of the person's."""
_TAIL = 4
"""Letters that may differ at the end of a word: call, calling."""


def is_grounded(action: Action, said: str, found: set[str]) -> bool:
    """Whether `action` follows from what was said, touching only what was `found`, by its ids.

    A model that makes things up can so neither add a task nobody named nor change one it has not
    looked at.
    """
    if isinstance(action, Undo):
        return _UNDO.search(said) is not None
    if isinstance(action, Redo):
        return _REDO.search(said) is not None
    values = msgspec.structs.asdict(action)
    ids = {each for name, value in values.items() if _IDS.search(name) for each in _texts(value)}
    names = [each for name in _NAMES for each in _texts(values.get(name))]
    return ids <= found and all(_shares_words(name, said) for name in names if name)


def _texts(value: object) -> list[str]:
    each = value if isinstance(value, list) else [value]
    return [text for text in each if isinstance(text, str)]


def _shares_words(title: str, said: str) -> bool:
    """Whether most of the words of `title` were said."""
    spoken = _words(said)
    wanted = _words(title)
    known = [w for w in wanted if any(_alike(w, s) for s in spoken)]
    return bool(wanted) and 2 * len(known) > len(wanted)


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.lower()) if w not in _SMALL_WORDS}


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _TAIL
