"""Where a text ends a sentence, and where a sentence begins another command."""

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words


def sentences_of(words: Words, language: Language) -> list[Words]:
    """Each sentence of a text; "Dr. Miller" ends none. Asides such as "thanks" are left out."""
    cuts, position = [], 0
    for found in language.clauses.sentence_end.finditer(words.mask):
        before = words.mask[position : found.start()].split()
        if before and _ends(before[-1], found[0], words.mask[found.end() :], language):
            cuts.append(words.slice(position, found.start()))
            position = found.end()
    cuts.append(words.slice(position))
    said = [each.strip() for each in cuts]
    whole = [each for each in said if not language.clauses.aside.fullmatch(each.mask)]
    return [each for each in whole if each.text] or [words]


def commands_of(words: Words, language: Language) -> list[Words]:
    """Each command of a sentence that begins like one: "add milk and remind me to ..."."""
    cuts = [0]
    for found in language.commands.joint.finditer(" " + words.mask):
        start = found.end() - 1
        joined = language.commands.joins.search(found[0])
        if start > 0 and joined and language.openers.match(" " + words.mask[start:]):
            cuts.append(start)
    pieces = [words.slice(a, b) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    return [_without_and(piece, language) for piece in pieces]


def crosses_sentences(title: str, language: Language) -> bool:
    """Whether a title holds the end of a sentence, and so more than one thing."""
    return len(sentences_of(Words(title, title), language)) > 1


def _ends(last: str, mark: str, after: str, language: Language) -> bool:
    if not mark.startswith("."):
        return True
    word = last.lower().rstrip(".")
    if word in language.clauses.halves_of_the_day or word.removesuffix(".m") in {"a", "p"}:
        return after[:1].isupper()
    # "J. Miller" is no end, and "1. Milk" neither.
    return word not in language.clauses.abbreviations and (len(word) > 1 or word.isdigit())


def _without_and(piece: Words, language: Language) -> Words:
    ending = language.commands.joint_at_end.search(piece.mask)
    return piece.slice(0, ending.start()) if ending else piece
