"""The things and errands that are named in a row: which "and" stands between two, and which in one.

Names that hold an "and" are known from a list, and by what they are made of: capitals, kinds
without their noun ("red and green peppers"), what something tastes of ("leek and potato soup").
"""

import msgspec

from control_api.language.cutting.pairs import amount_end, pairs_of
from control_api.language.cutting.unparted import things_unparted
from control_api.language.words.language import Language
from control_api.language.words.row_expressions import Rows
from control_api.language.words.sentence import Words
from control_api.language.words.verbs import deed_in

_LONGEST_THING_WORDS = 4
"""Without how much of it: what is longer is a sentence, and a cut in it would be a guess."""
_MOST_WORDS_OF_A_TASTE = 2
_MOST_WORDS_MADE = 3
_EDGES = ".,;:!?"


class _Piece(msgspec.Struct):
    """A stretch of a row, and what parts it from the one before."""

    start: int
    end: int
    joint: str
    is_name: bool = False
    """Whether the capitals say that it goes on with a name."""


def items_of(words: Words, language: Language, *, are_things: bool) -> list[Words]:
    """Each thing and errand of a row; the words as they are where a cut would be a guess.

    `are_things`: the row is of things to buy, where "water" and "drink powder" are no errands.
    """
    found = parts_of(words, language, are_things=are_things)
    if are_things:
        found = [thing for part in found for thing in things_unparted(part, language)]
    if all(_is_short(each, language, are_things=are_things) for each in found):
        return [_named(each, language) for each in found]
    return [words]


def parts_of(words: Words, language: Language, *, are_things: bool) -> list[Words]:
    """The same, however long they are."""
    pieces = _pieces(words, language.rows)
    protected = [found.span() for found in pairs_of(language).finditer(words.mask)]
    whole = [pieces[0]]
    inside = [any(start < piece.start < end for start, end in protected) for piece in pieces]
    commas = any("," in each.joint and not held for each, held in zip(pieces, inside, strict=True))
    for piece, held in zip(pieces[1:], inside[1:], strict=True):
        last = whole[-1]
        before = words.slice(last.start, last.end).strip()
        after = words.slice(piece.start, piece.end).strip()
        begins = any(start == piece.start for start, _ in protected)
        piece.is_name = not commas and not begins and _is_a_name(before, after, language)
        if held or _belongs(before, after, piece, language, are_things=are_things):
            last.end = piece.end
        else:
            whole.append(piece)
    return [words.slice(piece.start, piece.end).strip() for piece in whole]


def is_errand(words: Words, language: Language, *, are_things: bool) -> bool:
    """Whether this is something to do: "pay the rent"; "water" and "drink powder" are things."""
    rows, deed = language.rows, deed_in(words.mask, language)
    rest = deed.rest
    if not deed.is_one(language) or not rest.strip():
        return False
    if deed.verb not in rows.nouns_too or rows.object.match(rest) or rest[:1].isupper():
        return True
    return not are_things and rest.split()[-1].lower() not in rows.goods


def is_good(words: Words, language: Language) -> bool:
    """Whether this is what people buy: the noun says so, "fresh bread", "leche fresca"."""
    named = words.mask[amount_end(words, language.rows) :].split()
    noun = 0 if language.grammar.nouns_first else -1
    return bool(named) and named[noun].lower().strip(_EDGES) in language.rows.goods


def _pieces(words: Words, rows: Rows) -> list[_Piece]:
    pieces, position, joint = [], 0, ""
    for found in rows.joint.finditer(words.mask):
        if words.mask[position : found.start()].strip():
            pieces.append(_Piece(position, found.start(), joint))
            joint = found[0]
        position = found.end()
    if words.mask[position:].strip() or not pieces:
        pieces.append(_Piece(position, len(words.mask), joint))
    return pieces


def _belongs(
    before: Words, after: Words, piece: _Piece, language: Language, *, are_things: bool
) -> bool:
    """Whether a piece goes on with what is before it."""
    rows = language.rows
    if language.grammar.verb_last:
        if is_errand(before, language, are_things=are_things):
            return False
        if is_errand(after, language, are_things=are_things):
            return _is_object(after, before, language, are_things=are_things)
    elif is_errand(before, language, are_things=are_things):
        return _is_object(before, after, language, are_things=are_things)
    return rows.may_join.fullmatch(piece.joint) is not None and (
        piece.is_name
        or _is_of_two_kinds(before, after, language)
        or _tastes_of_both(before, after, language)
        or _is_to_both(before, after, language)
    )


def _is_object(errand: Words, beside: Words, language: Language, *, are_things: bool) -> bool:
    """Whether an errand is about that, too: "buy milk, eggs", "call Sarah and Bob"."""
    if is_errand(beside, language, are_things=are_things):
        return False
    verb = deed_in(errand.mask, language).verb
    return verb in language.rows.takes_many or not is_good(beside, language)


def _is_of_two_kinds(before: Words, after: Words, language: Language) -> bool:
    """Two kinds of one thing: "red and green peppers", "pimientos rojos y verdes"."""
    rows = language.rows
    left, right = _plain(before, rows), _plain(after, rows)
    if language.grammar.nouns_first:
        left, right = right[::-1], left[::-1]
    return (
        bool(left)
        and all(word in rows.kinds for word in left)
        and len(right) > 1
        and right[0] in rows.kinds
    )


def _tastes_of_both(before: Words, after: Words, language: Language) -> bool:
    """What one thing is made of: "cheese and tomato pizza", "sopa de puerro y patata"."""
    rows = language.rows
    left, right = _plain(before, rows), _plain(after, rows)
    if language.grammar.nouns_first:
        left, right = right[::-1], left[::-1]
    return (
        0 < len(left) <= _MOST_WORDS_OF_A_TASTE
        and 1 < len(right) <= _MOST_WORDS_MADE
        and {left[-1], right[0]} <= rows.flavours
        and right[-1] in rows.made_of
    )


def _is_to_both(before: Words, after: Words, language: Language) -> bool:
    """Two people that something is for: "flowers for Anna and Tom"."""
    rows = language.rows
    if rows.between.search(before.mask):
        return True
    who = rows.to_somebody.search(before.mask)
    both = (who["who"], after.mask) if who is not None else ()
    return bool(both) and all(_is_somebody(each, language) for each in both)


def _is_somebody(said: str, language: Language) -> bool:
    words, rows = said.split(), language.rows
    if not words or words[-1].lower() in rows.family:
        return bool(words)
    if language.grammar.nouns_have_capitals:
        return words[0].lower() in rows.first_names
    return words[0][:1].isupper()


def _is_a_name(before: Words, after: Words, language: Language) -> bool:
    """Whether capitals say that it is one name: "Marks and Spencer", "Lilo and the Rest"."""
    rows = language.rows
    if language.grammar.nouns_have_capitals:
        return False
    left, right = before.mask.split(), rows.article.sub("", after.mask, count=1).split()
    if not left or not right or not (left[-1][:1].isupper() and right[0][:1].isupper()):
        return False
    if left[0].lower() in rows.first_names and len(left) == 1:
        return False
    if _ends_in_a_pair(before, language):
        return False
    return not is_good(before, language) and not _is_capital_good(right, rows)


def _is_capital_good(words: list[str], rows: Rows) -> bool:
    """Whether this is a thing in capitals, "Brown Bread"; a "Wollensky gift card" is not."""
    return any(word.lower() in rows.goods for word in (words[0], words[-1]) if word[:1].isupper())


def _ends_in_a_pair(words: Words, language: Language) -> bool:
    return any(found.end() == len(words.mask) for found in pairs_of(language).finditer(words.mask))


def _plain(words: Words, rows: Rows) -> list[str]:
    return words.mask[amount_end(words, rows) :].lower().split()


def _is_short(item: Words, language: Language, *, are_things: bool) -> bool:
    named = pairs_of(language).sub("x", item.mask[amount_end(item, language.rows) :])
    if not named.strip() or language.rows.tells_more.search(named):
        return False
    if is_errand(item, language, are_things=are_things):
        return True
    pieces = language.rows.joint.split(named)
    return all(len(piece.split()) <= _LONGEST_THING_WORDS for piece in pieces)


def without_partitive(words: Words, language: Language) -> Words:
    """A thing without what only stands before it: "du lait" is "lait"."""
    found = language.titles.partitive.match(words.mask)
    return words.slice(found.end()) if found else words


def _named(item: Words, language: Language) -> Words:
    """A pair without its article: "a gin and tonic"."""
    item = without_partitive(item, language)
    article = language.rows.article.match(item.mask)
    if article and pairs_of(language).match(item.mask, article.end()):
        return item.slice(article.end())
    return item
