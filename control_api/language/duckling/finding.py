"""From a text to its time phrases."""

import atexit
import os
import unicodedata
from datetime import datetime

import msgspec

from control_api.language.duckling.allowance import allowance, refuse_event_loop
from control_api.language.duckling.cutting import pieces
from control_api.language.duckling.messages import Phrase, Question
from control_api.language.duckling.pool import Pool
from control_api.language.duckling.remembered import Piece, Remembered
from control_api.language.duckling.unread import OverrunError
from control_api.language.words.language import Language

_pool = Pool()
_remembered = Remembered()
_LETTERS = frozenset(map(chr, range(0xC0, 0x180)))
"""Latin ones with accents and the like, which Duckling counts as Python does."""


def _begin_anew() -> None:
    global _pool  # noqa: PLW0603 (a fork has its parent's connections, and must not use them)
    _pool = Pool()


def _close() -> None:
    _pool.close()


os.register_at_fork(after_in_child=_begin_anew)
atexit.register(_close)


def find_phrases(text: str, now: datetime, language: Language) -> tuple[Phrase, ...]:
    """Every time phrase of `text`, left to right, relative to the wall-clock time `now`.

    Blocks, for milliseconds mostly, and never on an event loop. Raises `OverrunError` when the
    text holds more than can be read at once, and `UnavailableError`.
    """
    refuse_event_loop()  # whether or not it is remembered
    places = pieces(text, language)
    if not places:
        return ()
    readable, locale = _readable(text), language.duckling_locale
    asked = [Piece(readable[start:end], now, locale) for start, end in places]
    read = _remembered.those_of(asked)
    new = [at for at, each in enumerate(asked) if each not in read]
    if new:
        phrases = _ask(text, Question(readable, now, [places[at] for at in new], 0.0, locale))
        for at in new:
            read[asked[at]] = _within(phrases, *places[at])
        _remembered.add(read)
    found = (
        _moved(phrase, start)
        for each, (start, _) in zip(asked, places, strict=True)
        for phrase in read[each]
    )
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _ask(text: str, question: Question) -> list[Phrase]:
    """What the pieces of a question hold, read for what is left of the allowance."""
    with allowance(text) as left:
        try:
            answer = _pool.ask(msgspec.structs.replace(question, allowance_s=left.left_s))
        except OverrunError:
            left.left_s = 0.0
            raise OverrunError(text) from None
        left.left_s -= answer.spent_s
    return answer.phrases


def _within(phrases: list[Phrase], start: int, end: int) -> tuple[Phrase, ...]:
    """Those of a piece, with their places in it."""
    return tuple(_moved(each, -start) for each in phrases if start <= each.start < end)


def _moved(phrase: Phrase, by: int) -> Phrase:
    start, end = phrase.start + by, phrase.end + by
    return msgspec.structs.replace(phrase, start=start, end=end)


def _readable(text: str) -> str:
    """As many characters: letters that words of time may have, the others as like as may be."""
    return "".join(c if " " <= c <= "~" or c in _LETTERS else _like(c) for c in text)


def _like(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[:1]
    return letter if " " <= letter <= "~" else "x" if character.isalnum() else " "
