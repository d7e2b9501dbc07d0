"""The expressions that tell sentences apart: what each is for stands with its data."""

import re

import msgspec


class Hearing(msgspec.Struct, frozen=True):
    """What is no word."""

    hesitation: re.Pattern[str]
    trails_off: re.Pattern[str]
    apart: re.Pattern[str]
    """What stands between two words that are written together: "d'appeler", "rappelle-moi"."""
    parted: list[tuple[str, re.Pattern[str]]]
    """Words that are written as one and read as two, "bórralo": as templates of what is read."""


class Answers(msgspec.Struct, frozen=True):
    """A yes or no."""

    approves: re.Pattern[str]
    refuses: re.Pattern[str]
    begins_refusal: re.Pattern[str]
    asides: frozenset[str]
    offered: list[str]
    """A yes and a no, for who would rather press one."""


class Answering(msgspec.Struct, frozen=True):
    """What answers complete, and how they choose."""

    then_title: str
    add: str
    add_to: str
    move: str
    rename: str
    deadline: str
    then_task: str
    """Goes behind words that are of one task, and don't name it."""
    show: str
    of_lists: dict[str, str]
    """By what is to be done with the list."""
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    declines: re.Pattern[str]
    both: re.Pattern[str]
    all: re.Pattern[str]
    first_few: re.Pattern[str]
    former: dict[str, int]
    by_due: re.Pattern[str]
    due_order: dict[str, int]
    undated: re.Pattern[str]
    one_about: re.Pattern[str]
    named_kind: re.Pattern[str]
    literally: re.Pattern[str]
    clock_after: re.Pattern[str]
    unsure: re.Pattern[str]
    asks_itself: re.Pattern[str]
    negates: re.Pattern[str]
    again: re.Pattern[str]
    ghosts: re.Pattern[str]
    acknowledges: re.Pattern[str]


class Commands(msgspec.Struct, frozen=True):
    """Where a sentence is cut into commands."""

    asks_kindly: re.Pattern[str]
    before_a_day: re.Pattern[str]
    whole: re.Pattern[str]
    whole_question: re.Pattern[str]
    joint: re.Pattern[str]
    joins: re.Pattern[str]
    detail: re.Pattern[str]
    """Goes on with the command before, when no more than a comma parts the two."""
    joint_at_end: re.Pattern[str]
    remark: re.Pattern[str]
    """What is only said about the command before, at its end: "..., we don't need them"."""
    comma: re.Pattern[str]
    tells: re.Pattern[str]
    """How a remark begins that tells something: "Christmas is creeping up on us"."""
    trailing: re.Pattern[str]
    """Where what is told may begin, be it after no comma: "delete the milk I've got some"."""
    clause: re.Pattern[str]
    """How a clause may begin that is told: "the linen is ordered", "I've paid the rent"."""
    hence: re.Pattern[str]
    """Between what is told of something and what becomes of it: "..., so delete it"."""
    states: re.Pattern[str]
    """How something is said of a task: "the banner is for Bob"."""
    says_it: re.Pattern[str]
    corrected: re.Pattern[str]
    corrected_time: re.Pattern[str]
    negated: re.Pattern[str]
    meant: str
    instead: str


class Creating(msgspec.Struct, frozen=True):
    """Sentences that make tasks."""

    in_project: re.Pattern[str]
    no_item: re.Pattern[str]
    """Is in no thing of a row: "I've got bread", "put candles"."""
    to_the_assistant: re.Pattern[str]
    article: re.Pattern[str]
    taken_down: re.Pattern[str]
    leaving: re.Pattern[str]
    to_put: re.Pattern[str]
    needs_a_day: re.Pattern[str]
    for_us: re.Pattern[str]
    no_errand: re.Pattern[str]
    when_i: re.Pattern[str]
    at_a_place: re.Pattern[str]
    errands: dict[str, re.Pattern[str]]
    """Verbs that may be part of a task, and what must follow them then."""
    done_then: re.Pattern[str]
    """Verbs that are what is to be done, where it is in so many days."""
    generic_lists: frozenset[str]


class Titles(msgspec.Struct, frozen=True):
    """What is and is not a part of a title."""

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    partitive: re.Pattern[str]
    """What stands before a thing on a list, and is no part of its name."""
    connecting: re.Pattern[str]
    counted: re.Pattern[str]
    nothing: re.Pattern[str]
    sum: re.Pattern[str]
    with_guests: re.Pattern[str]
    no_title: re.Pattern[str]
    misheard_buy: re.Pattern[str]
    buy: str


class Names(msgspec.Struct, frozen=True):
    """How tasks that exist are meant."""

    pronoun: re.Pattern[str]
    by_place: re.Pattern[str]
    last_one: re.Pattern[str]
    places: dict[str, int]
    """Where each word of a place is, from 0 on; -1 is the last."""
    just_one: re.Pattern[str]
    leading: re.Pattern[str]
    trailing_kind: re.Pattern[str]
    sort_of_event: re.Pattern[str]
    list_kind: re.Pattern[str]
    new_list_kind: re.Pattern[str]
    before_a_time: re.Pattern[str]


class Listing(msgspec.Struct, frozen=True):
    """Questions for tasks."""

    rest: re.Pattern[str]
    this: str
    leading: re.Pattern[str]
    leading_known: re.Pattern[str]
    generic_lists: frozenset[str]
    later: re.Pattern[str]
    edge: re.Pattern[str]
    before_clock: re.Pattern[str]
    after_clock: re.Pattern[str]
    between_clocks: re.Pattern[str]
    between: re.Pattern[str]
    ends_in_list: re.Pattern[str]
    several: re.Pattern[str]
    of_whom: re.Pattern[str]
    own: re.Pattern[str]
    of_all: re.Pattern[str]
    anything: re.Pattern[str]
    left_of_a_time: re.Pattern[str]
    shopping: frozenset[str]
    week: str
    priorities: dict[str, str]
    """What it is called, and the least or the only priority meant: ``>= high``."""


class Changing(msgspec.Struct, frozen=True):
    """Changes of tasks that exist."""

    renames: re.Pattern[str]
    earlier: re.Pattern[str]
    everything: re.Pattern[str]
    several: re.Pattern[str]
    said_again: re.Pattern[str]
    let_be: re.Pattern[str]
    brought: re.Pattern[str]
    new_one: re.Pattern[str]
    following: re.Pattern[str]
    aside: re.Pattern[str]
    over_by: re.Pattern[str]
    a_day: str
    a_list: re.Pattern[str]
    instead: re.Pattern[str]


class DoubtfulDeletes(msgspec.Struct, frozen=True):
    """What makes a wish to delete doubtful."""

    maybe: re.Pattern[str]
    articles: frozenset[str]


class Repeating(msgspec.Struct, frozen=True):
    """Sentences that make a task come again."""

    changes: list[re.Pattern[str]]
    moves: re.Pattern[str]
    on_day: str
    change_it: str
    make_it: str
    recurring: re.Pattern[str]
    said_of: re.Pattern[str]
    i_have: re.Pattern[str]
    every_year: re.Pattern[str]
    no_task: re.Pattern[str]


class Bells(msgspec.Struct, frozen=True):
    """Timers and alarms."""

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    says_its_kind: re.Pattern[str]
    nothing: re.Pattern[str]
    in_a_while: re.Pattern[str]
    one: str
    no_label: re.Pattern[str]
    begins_otherwise: re.Pattern[str]
    hour: re.Pattern[str]
    wakes: re.Pattern[str]
    earlier: re.Pattern[str]
    more: re.Pattern[str]
    sets: re.Pattern[str]
    another: re.Pattern[str]
    on_a_list: re.Pattern[str]
    alarm: re.Pattern[str]
    timer: re.Pattern[str]


class LearnedReader(msgspec.Struct, frozen=True):
    """What the learned reader is not believed about."""

    negated: re.Pattern[str]
    again: re.Pattern[str]
    bell: re.Pattern[str]


class Unsupported(msgspec.Struct, frozen=True):
    """Alarms and what else Saydo does not do."""

    hour: re.Pattern[str]
    on_a_list: re.Pattern[str]
    setting: re.Pattern[str]
    weekday: re.Pattern[str]
    too_often: re.Pattern[str]
    finishing: re.Pattern[str]
    for_whom: re.Pattern[str]


class AskedFor(msgspec.Struct, frozen=True):
    """Whether words ask for a change."""

    polite: re.Pattern[str]
    wants_to_know: re.Pattern[str]
    wonders: re.Pattern[str]
    negates: re.Pattern[str]
    asks_politely: re.Pattern[str]
    small: frozenset[str]
    verbs: dict[str, re.Pattern[str]]
    """By the type of the action."""
