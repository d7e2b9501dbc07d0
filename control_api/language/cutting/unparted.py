"""Things in a row that nothing parts, as speech gives them: "milk eggs brown bread".

They are cut only where each of the words is known: as what people buy, its kind, or how much of it.
Where a name may go on, "paper" with "cups", there is no cut, and then none in the whole row.
"""

import re
from itertools import pairwise

import msgspec

from control_api.language.cutting.pairs import amount_end, pairs_of
from control_api.language.words.language import Language
from control_api.language.words.row_expressions import Rows
from control_api.language.words.sentence import Words

_WORD = re.compile(r"\S+")
_TWO = 2


class _Thing(msgspec.Struct, frozen=True):
    """One thing, with its place in the row."""

    start: int
    end: int
    is_measured: bool
    """How much of it was said, so that nothing before it goes on with it."""
    goes_no_further: bool
    """Its last word is the end of a name."""


def things_unparted(words: Words, language: Language) -> list[Words]:
    """Each thing of the row; the words as they are where a cut would be a guess."""
    if len(words.mask.split()) <= 1:
        return [words]
    things: list[_Thing] = []
    position = 0
    while position < len(words.mask):
        goes_on = language.rows.goes_on.match(words.mask, position)
        thing = None if goes_on else _thing_at(position, words, language)
        if thing is None:
            return [words]
        things.append(thing)
        position = thing.end + 1
    if not all(a.goes_no_further or b.is_measured for a, b in pairwise(things)):
        return [words]
    return [words.slice(each.start, each.end) for each in things]


def _thing_at(start: int, words: Words, language: Language) -> _Thing | None:
    """The thing that begins there; None where the words are none that is known."""
    rows = language.rows
    begin = start + amount_end(words.slice(start), rows)
    if pair := pairs_of(language).match(words.mask, begin):
        after = words.mask[pair.end() :].lower().split()[:1]
        is_whole = (rows.made_of | rows.made_with).isdisjoint(after)  # "Q&A cards"
        return _Thing(start, pair.end(), is_measured=begin > start, goes_no_further=is_whole)
    said = list(_WORD.finditer(words.mask, begin))
    while said and said[0][0].lower() in rows.kinds and said[0][0].lower() not in rows.goods:
        said = said[1:]
    count = _length(list(map(_plain, said[:_TWO])), rows)
    if not count:
        return None
    last = said[count - 1]
    return _Thing(
        start,
        last.end(),
        is_measured=begin > start,
        goes_no_further=rows.ends_a_name.fullmatch(_plain(last)) is not None,
    )


def _plain(found: re.Match[str]) -> str:
    return found[0].lower()


def _length(said: list[str], rows: Rows) -> int:
    """Of how many of these words the first thing is; none where they are unknown."""
    if len(said) == _TWO and _is_one(said, rows):
        return _TWO
    return 1 if said and said[0] in rows.goods else 0


def _is_one(said: list[str], rows: Rows) -> bool:
    """Whether two words name one thing: "peanut butter", "tomato soup"."""
    first, second = said
    if f"{first} {second}" in rows.of_two_words:
        return True
    if rows.plural.fullmatch(first):
        return False
    return (first in rows.flavours and second in rows.made_of - rows.goods) or (
        first in rows.goods and second in rows.made_with
    )
