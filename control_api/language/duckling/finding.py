"""From a text to its time phrases."""

import atexit
import os
import unicodedata
from datetime import datetime
from functools import lru_cache

from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.cutting import pieces
from control_api.language.duckling.messages import Phrase, Question
from control_api.language.duckling.pool import Pool
from control_api.language.duckling.unread import OverrunError
from control_api.language.words.language import Language

_pool = Pool()
_LETTERS = frozenset(map(chr, range(0xC0, 0x180)))
"""Latin ones with accents and the like, which Duckling counts as Python does."""


def _begin_anew() -> None:
    global _pool  # noqa: PLW0603 (a fork has its parent's connections, and must not use them)
    _pool = Pool()


def _close() -> None:
    _pool.close()


os.register_at_fork(after_in_child=_begin_anew)
atexit.register(_close)


@lru_cache(maxsize=256)
def find_phrases(text: str, now: datetime, language: Language) -> tuple[Phrase, ...]:
    """Every time phrase of `text`, left to right, relative to the wall-clock time `now`.

    Blocks, for milliseconds mostly, and never on an event loop. Raises `OverrunError` when the
    text holds more than can be read at once, and `UnavailableError`.
    """
    asked = pieces(text, language)
    if not asked:
        return ()
    with allowance(text) as left:
        try:
            question = Question(_readable(text), now, asked, left.left_s, language.duckling_locale)
            answer = _pool.ask(question)
        except OverrunError:
            left.left_s = 0.0
            raise OverrunError(text) from None
        left.left_s -= answer.spent_s
    return tuple(sorted(answer.phrases, key=lambda p: p.start))


def _readable(text: str) -> str:
    """As many characters: letters that words of time may have, the others as like as may be."""
    return "".join(c if " " <= c <= "~" or c in _LETTERS else _like(c) for c in text)


def _like(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[:1]
    return letter if " " <= letter <= "~" else "x" if character.isalnum() else " "
