"""Whether what a language model wants done is about what the person said."""

import re

import msgspec

from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    ReopenTask,
    Undo,
    UpdateTask,
)

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"a", "an", "the", "to", "of", "for", "my", "me", "i", "it", "and", "or"})
_UNDO = re.compile(
    r"\b(?:undo|undone|revert|restore|put\b.*\bback|take\b.*\bback|wrong)\b", re.IGNORECASE
)
_TAIL = 4
"""Letters that may differ at the end of a word: call, calling."""


def is_grounded(action: Action, said: str, found: set[str]) -> bool:
    """Whether `action` follows from what was said, touching only tasks that were `found`.

    A model that makes things up can so neither add a task nobody named nor change one it has not
    looked at.
    """
    match action:
        case CreateTask():
            return _shares_words(action.title, said)
        case UpdateTask():
            new_title = action.title
            return action.task_id in found and (
                isinstance(new_title, msgspec.UnsetType) or _shares_words(new_title, said)
            )
        case CompleteTask() | ReopenTask() | DeleteTask():
            return action.task_id in found
        case ListTasks():
            return True
        case Undo():
            return _UNDO.search(said) is not None
        case _:  # no model is shown the others
            return False


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
