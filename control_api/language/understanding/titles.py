"""What a task is called, cut out of what was said."""

import re

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_QUOTES_OF_ONE = 2


def tidied(words: Words, language: Language) -> Words:
    """Without the words that only tie a title to its sentence: "to", "that I have to"."""
    words = words.strip()
    if leading := language.titles.leading.match(words.mask):
        words = words.slice(leading.end()).strip()
    while trailing := language.titles.trailing.search(words.mask):
        words = words.slice(0, trailing.start()).strip()
    return words


def as_title(text: str, language: Language) -> str:
    """The title as it is kept: as it was said, with a capital, without quotes around it."""
    text = text.strip(" \t,;:.!?")
    if text.count('"') == _QUOTES_OF_ONE and text[0] == text[-1] == '"':
        text = text[1:-1].strip() or text
    text = language.titles.misheard_buy.sub(language.titles.buy, text)
    return text[:1].upper() + text[1:]


def is_misheard(words: Words, language: Language) -> bool:
    """Whether `as_title` repairs a slip of the recogniser."""
    return bool(language.titles.misheard_buy.match(words.text))


def is_empty(words: Words, language: Language) -> bool:
    """Whether nothing is named: "something", "an item", "it"."""
    return bool(language.titles.nothing.fullmatch(words.mask))


def is_sum(words: Words, language: Language) -> bool:
    """Whether "add" was meant as in arithmetic."""
    return bool(language.titles.sum.fullmatch(words.mask))


def is_foreign(words: Words, language: Language) -> bool:
    """Whether this is what other assistants look after: alarms, music, the house."""
    return not language.foreign.isdisjoint(re.findall(r"[\w']+", words.mask.lower()))


def names_no_task(words: Words, language: Language) -> bool:
    """Whether these are the guests or the place of something that was not named."""
    return bool(language.titles.no_title.match(words.mask))


def has_guests(words: Words, language: Language) -> bool:
    """Whether other people would have to be asked."""
    return bool(language.titles.with_guests.search(words.mask))
