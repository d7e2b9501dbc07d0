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


def without_false_stops(words: Words, language: Language) -> Words:
    """Without the full stops after words that can't be all, as in "Remind me to call. Sarah".

    A recogniser ends a sentence where somebody pauses. What begins another command is one.
    """
    for found in reversed(list(language.clauses.sentence_end.finditer(words.mask))):
        mark, before, after = found[0], words.mask[: found.start()], words.mask[found.end() :]
        last = before.rsplit(maxsplit=1)[-1:]
        is_stop = mark.startswith(".") and last and _ends(last[0], mark, after, language)
        goes_on = after and not language.openers.match(" " + after)
        if is_stop and goes_on and _goes_on(before, language):
            rest = words.slice(found.end())
            if language.clauses.list_head.fullmatch(before):
                named = words.text[: found.start()]
                words = Words(f"{named}: {rest.text}", f"{before}: {rest.mask}")
                continue
            words = words.slice(0, found.start()).then(_in_mid_sentence(rest, language))
    return words


def _goes_on(before: str, language: Language) -> bool:
    return must_go_on(before, language) or bool(language.clauses.list_head.fullmatch(before))


def must_go_on(sentence: str, language: Language) -> bool:
    """Whether something must follow; "what does my week look like" is whole."""
    commands = language.commands
    whole = commands.whole.search(sentence) or commands.whole_question.search(sentence)
    return not whole and bool(language.unfinished.search(" " + sentence))


def commands_of(words: Words, language: Language, *, states: bool = False) -> list[Words]:
    """Each command of a sentence that begins like one: "add milk and remind me to ...".

    `states`: what may be said of a task is one as well: "... and the milk is for Bob".
    """
    cuts = [0]
    for found in language.commands.joint.finditer(" " + words.mask):
        start = found.end() - 1
        if start <= 0 or not language.commands.joins.search(found[0]):
            continue
        after = words.mask[start:]
        if not states and found[0].strip() == "," and language.commands.detail.match(after):
            continue
        if language.openers.match(" " + after) or (
            states and language.commands.states.match(after)
        ):
            cuts.append(start)
    pieces = [words.slice(a, b) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    return [_without_and(piece, language) for piece in pieces]


def crosses_sentences(title: str, language: Language) -> bool:
    """Whether a title holds the end of a sentence, and so more than one thing."""
    return len(sentences_of(Words(title, title), language)) > 1


def _in_mid_sentence(words: Words, language: Language) -> Words:
    first = words.mask.split(maxsplit=1)[0].lower() if words.mask.strip() else ""
    if first not in language.dangling:
        return words
    return Words(words.text[:1].lower() + words.text[1:], words.mask[:1].lower() + words.mask[1:])


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
