"""What is said or heard and asks for nothing: ghosts of silence, its own voice, an "mm-hm"."""

import re

from rapidfuzz import fuzz

from control_api.language.words.language import Language

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
"""A date is written with a number and heard as an ordinal."""
_SAME = 88
"""Of 100: from here on, what was heard is what was said, with some of it misheard."""
_SHORTEST_PIECE = 4
"""Words of a reply that nobody says by chance."""


def is_ghost(text: str, language: Language) -> bool:
    """Whether a recogniser gives these words where nobody spoke."""
    return bool(language.answering.ghosts.fullmatch(" ".join(_words(text))))


def is_acknowledgement(text: str, language: Language) -> bool:
    """Whether somebody only says that they listen: "mm-hm", "okay, great"."""
    return bool(language.answering.acknowledges.fullmatch(" ".join(_words(text))))


def is_own_voice(text: str, reply: str, *, pieces: bool) -> bool:
    """Whether this is the reply that the assistant just gave, or with `pieces` a part of it."""
    heard, spoken = _words(text), _words(reply)
    if len(heard) < _SHORTEST_PIECE or not spoken:
        return False
    if fuzz.ratio(" ".join(heard), " ".join(spoken)) >= _SAME:
        return True
    return pieces and f" {' '.join(heard)} " in f" {' '.join(spoken)} "


def sounds_like_a_piece(text: str, reply: str, language: Language) -> bool:
    """Whether this is nearly a part of the reply: "Dept appointment", of "the dentist ...".

    What begins like a command is a person's, who speaks of what they have just heard.
    """
    heard, spoken = _words(text), _words(reply)
    if len(heard) < _SHORTEST_PIECE or language.openers.match(f" {text.lower()}"):
        return False
    said, was = (" ".join(_ORDINAL.sub("", word) for word in each) for each in (heard, spoken))
    return len(said) <= len(was) and fuzz.partial_ratio(said, was) >= _SAME


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("\u2019", "'"))
