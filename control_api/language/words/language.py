"""Everything that is known of one language; see `loading` for where it comes from."""

import re

import msgspec

from control_api.language.learned.network import LearnedReader
from control_api.language.words import (
    field_expressions,
    grammar,
    repeat_expressions,
    row_expressions,
    sentence_expressions,
    step_words,
    thing_expressions,
    time_expressions,
)
from control_api.language.words.replies import Replies
from control_api.language.words.templates import Sentence


class Language(msgspec.Struct, frozen=True, eq=False):
    """What can be said in one language, and how it is said."""

    name: str
    """Its BCP 47 tag: "en", "de"."""
    replies: Replies
    """What is said back."""
    sentences: list[Sentence]
    misheard: list[tuple[re.Pattern[str], str]]
    """What a recogniser makes of commands, and what was said."""
    sound_alikes: dict[str, str]
    """First words that a recogniser takes for others, and what was said, likeliest first."""
    before: re.Pattern[str]
    """What people say before a command that changes nothing about it."""
    after: re.Pattern[str]
    openers: re.Pattern[str]
    """How commands begin, to tell two of them in one sentence."""
    unfinished: re.Pattern[str]
    """Ends of commands that something must follow."""
    dangling: frozenset[str]
    """Last words that something must follow, command or not."""
    last_words: frozenset[str]
    """Of those, the ones that a whole sentence may end with."""
    out_of_reach: dict[str, re.Pattern[str]]
    """What only a made-up answer could be given to, by subject."""
    out_of_reach_openers: dict[str, re.Pattern[str]]
    """How wishes for it begin; the group "verb" is where the deed does."""
    places: dict[str, str]
    """Time zones of places, by what they are called in small letters."""
    verbs: frozenset[str]
    """Words that tasks begin with."""
    past: dict[str, str]
    """Irregular verb forms and their plain form."""
    past_ending: re.Pattern[str]
    """How other verbs end that tell of what was done."""
    forms: list[tuple[re.Pattern[str], str]]
    """What becomes of a word in its plain form, as templates; the first that fits counts."""
    same_errand: list[frozenset[str]]
    """Verbs that tell of one errand."""
    settling: frozenset[str]
    """Verbs that settle a task which only names a thing."""
    unimportant: frozenset[str]
    """Words that say nothing about which task is meant."""
    musings: frozenset[str]
    """Verbs that make a wish or a thought, but no task."""
    lists: frozenset[str]
    """What lists are commonly called."""
    foreign: frozenset[str]
    """What other assistants look after: alarms, music, the house."""
    example: str
    """A whole sentence, to try everything with."""
    numbers: tuple[str, ...]
    """Small numbers in words, from none on."""
    articles: frozenset[str]
    no_list_name: re.Pattern[str]
    sounds: list[tuple[re.Pattern[str], str]]
    """What may have been said when it sounds like this."""
    same_start: tuple[str, ...]
    """First letters that are taken for one another."""

    duckling_locale: str
    """What Duckling calls the language."""
    months: dict[str, int]
    """All their names, in small letters, short ones too."""
    month_names: tuple[str, ...]
    """As they are written, January first."""
    weekday_names: tuple[str, ...]
    """As they are written, Monday first."""
    ordinals: dict[str, int]
    """All their forms, in small letters, two words with a hyphen; the last of each is said."""

    learned: LearnedReader | None
    """None where there is none for the language."""

    calendar: time_expressions.Calendar
    clock_digits: time_expressions.ClockDigits
    delays: time_expressions.Delays
    durations: time_expressions.Durations
    phrases: time_expressions.Phrases
    times: time_expressions.Times
    spellings: time_expressions.Spellings
    written_dates: time_expressions.WrittenDates
    relative_days: time_expressions.RelativeDays
    clock_forms: time_expressions.ClockForms
    time_names: time_expressions.TimeNames
    repeats: repeat_expressions.Repeats
    time_hints: time_expressions.TimeHints

    grammar: grammar.Grammar
    hearing: sentence_expressions.Hearing
    learned_reader: sentence_expressions.LearnedReader
    answers: sentence_expressions.Answers
    answering: sentence_expressions.Answering
    commands: sentence_expressions.Commands
    creating: sentence_expressions.Creating
    titles: sentence_expressions.Titles
    names: sentence_expressions.Names
    listing: sentence_expressions.Listing
    changing: sentence_expressions.Changing
    doubtful_deletes: sentence_expressions.DoubtfulDeletes
    repeating: sentence_expressions.Repeating
    bells: sentence_expressions.Bells
    unsupported: sentence_expressions.Unsupported
    asked_for: sentence_expressions.AskedFor

    rows: row_expressions.Rows
    clauses: row_expressions.Clauses
    stating: row_expressions.Stating
    fields: field_expressions.Fields
    things: thing_expressions.Things
    steps: step_words.Steps

    def say(self, message: str, **values: str | int) -> str:
        """A reply; see `Replies.say`."""
        return self.replies.say(message, **values)

    def listed(self, things: list[str]) -> str:
        """As one says several things; see `Replies.listed`."""
        return self.replies.listed(things)
