"""What tells several things, errands and sentences apart: what each is for stands with its data."""

import re

import msgspec


class Rows(msgspec.Struct, frozen=True):
    """Things named in a row."""

    joint: re.Pattern[str]
    may_join: re.Pattern[str]
    amount: re.Pattern[str]
    to_somebody: re.Pattern[str]
    between: re.Pattern[str]
    tells_more: re.Pattern[str]
    object: re.Pattern[str]
    article: re.Pattern[str]
    errand_lists: frozenset[str]
    nouns_too: frozenset[str]
    takes_many: frozenset[str]
    family: frozenset[str]
    kinds: frozenset[str]
    flavours: frozenset[str]
    made_of: frozenset[str]
    first_names: frozenset[str]
    pairs: list[list[str]]
    goods: frozenset[str]
    """What people buy."""
    plural: re.Pattern[str]
    """A word for several, which no name goes on with."""
    ends_a_name: re.Pattern[str]
    """A word that is the last of what a thing is called, where nothing parts it from the next."""
    goes_on: re.Pattern[str]
    """Begins the rest of a name: "de" in "jus de pomme"."""
    of_two_words: frozenset[str]
    """Two words that may stand for themselves, and are one thing together."""
    made_with: frozenset[str]
    """What is named after what it holds or is made of: "soup bowls"."""


class Stating(msgspec.Struct, frozen=True):
    """What is told rather than asked for."""

    events: frozenset[str]
    no_duties: frozenset[str]
    """Verbs of what somebody is, likes or comes to, and not what they are to do."""
    kind_of_event: re.Pattern[str]
    no_event: re.Pattern[str]
    asked_about: re.Pattern[str]
    own: re.Pattern[str]
    whose: re.Pattern[str]
    not_to_get: re.Pattern[str]
    goes_on: re.Pattern[str]
    getting: re.Pattern[str]
    get: re.Pattern[str]
    to_be: re.Pattern[str]
    due: re.Pattern[str]
    an: re.Pattern[str]
    served: re.Pattern[str]
    sorts: frozenset[str]


class Clauses(msgspec.Struct, frozen=True):
    """Errands and sentences, one after the other."""

    joint: re.Pattern[str]
    lead: re.Pattern[str]
    add: re.Pattern[str]
    to_a_list: re.Pattern[str]
    time_first: re.Pattern[str]
    remind_me: str
    remind_me_to: str
    infinitive: re.Pattern[str]
    particle: re.Pattern[str]
    begins_with_at: re.Pattern[str]
    excepts: re.Pattern[str]
    row_head: re.Pattern[str]
    sentence_end: re.Pattern[str]
    abbreviations: frozenset[str]
    halves_of_the_day: frozenset[str]
    list_head: re.Pattern[str]
    aside: re.Pattern[str]
    them: re.Pattern[str]
    of_all: re.Pattern[str]
    """What is said of each of a row at its end: "..., all due on Friday"."""
    about: re.Pattern[str]
    """Which task all that follows is about: "for the report: make it urgent"."""
    for_somebody: re.Pattern[str]
    to_it: re.Pattern[str]
