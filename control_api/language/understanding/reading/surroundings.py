"""What stands around a command and changes nothing about it, and the slips of a recogniser."""

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words


def repaired(heard: Words, language: Language) -> tuple[Words, bool]:
    """What was said where a recogniser slips, and whether it did."""
    for pattern, meant in language.misheard:
        found = pattern.match(" " + heard.mask)
        if found:
            rest = heard.slice(max(found.end() - 1, 0))
            return Words(meant + rest.text, meant + rest.mask), True
    return heard, False


def without_politeness(words: Words, language: Language) -> Words:
    """The words without what makes them kind, before and after them."""
    while found := language.before.match(" " + words.mask):
        rest = words.slice(found.end() - 1).strip()
        if not rest.text:
            break
        words = rest
    return without_thanks(words, language)


def without_thanks(words: Words, language: Language) -> Words:
    """The words without what is said after a command."""
    after = language.after.search(" " + words.mask)
    if after and after.start() > 1:
        words = words.slice(0, after.start() - 1).strip()
    return words
