"""The words somebody is likely to say, for the recogniser."""

from shared.rooms import Vocabulary

_COMMON = (
    "Remind me to call tomorrow at three. Add milk to groceries. Move it to Friday at ten thirty. "
    "What's on today? Done with that. Undo that."
)
_MOST_CHARACTERS = 360
"""Whisper keeps the last 224 tokens of a prompt, and each costs a little time."""


def recogniser_prompt(vocabulary: Vocabulary | None) -> str:
    """Give a prompt for the recogniser; what it weighs most comes last."""
    if vocabulary is None:
        return _COMMON
    room = _MOST_CHARACTERS - len(_COMMON)
    chosen: list[str] = []
    for word in [*vocabulary.projects, *vocabulary.people, *vocabulary.titles]:
        phrase = " ".join(word.split())
        room -= len(phrase) + 2
        if room < 0:
            break
        chosen.append(phrase)
    own = ". ".join(reversed(chosen))
    return f"{own}. {_COMMON}" if own else _COMMON
