"""Where the verb stands, and how words are bent: what each is for stands with its data."""

import re

import msgspec


class Grammar(msgspec.Struct, frozen=True):
    """What becomes of words in a sentence."""

    verb_last: bool
    nouns_have_capitals: bool
    infinitives: list[tuple[str, re.Pattern[str]]]
    """What stands there instead, as a template."""
    plural: re.Pattern[str]
    third_person: re.Pattern[str]
    and_word: str
    and_words: re.Pattern[str]
