"""The expressions for what surrounds the tasks: what each is for stands with its data."""

import re

import msgspec


class Things(msgspec.Struct, frozen=True):
    """Lists, tags, people, saved filters, and many tasks at once."""

    article: re.Pattern[str]
    no_new_name: re.Pattern[str]
    overdue: re.Pattern[str]
    colours: dict[str, str]
    """By name; nothing for none."""
    contact_kinds: dict[str, str]
    """What a way to reach somebody is called, and how it is kept."""
    email_signs: list[tuple[str, re.Pattern[str]]]
    """What stands in an address, and how it is said."""
    filter_words: list[tuple[str, re.Pattern[str]]]
    """What stands in a filter, and how it is said."""
    counts: dict[str, int]
    """How many, in words that are no numbers."""
    deeds: list[tuple[str, re.Pattern[str]]]
    """What was done, and what that is called."""
    since: re.Pattern[str]
    owns: re.Pattern[str]
    named_day: re.Pattern[str]
    trailing_kind: re.Pattern[str]
    assistant: re.Pattern[str]
