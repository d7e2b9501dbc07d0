"""Where the verb stands, and how words are bent: what each is for stands with its data."""

import re

import msgspec


class Grammar(msgspec.Struct, frozen=True):
    """What becomes of words in a sentence."""

    verb_last: bool
    nouns_have_capitals: bool
    nouns_first: bool
    infinitives: list[tuple[str, re.Pattern[str]]]
    """What stands there instead, as a template."""
    finite: re.Pattern[str]
    """Somebody who does what is to be done; the group "verb" is the form that stands there, and
    what is "kept" goes before it."""
    infinitive_of: dict[str, str]
    """What titles have for such a form."""
    imperative_of: dict[str, str]
    """What titles have for what one tells oneself to do: "kaufen" for "kauf"."""
    asked_of_others: frozenset[str]
    """Of these, what is asked of an assistant as well, "schreib ein Gedicht": told to oneself only
    where a time is said."""
    after_imperative: re.Pattern[str]
    """What may stand behind that and says nothing: "kauf noch Milch"."""
    separable: re.Pattern[str]
    """The "first" part of a verb that stands behind, with the space before it: "ruf Sarah an"."""
    doing: re.Pattern[str]
    """What is to be done, as one is reminded of it: "paying the plumber". The form is "doing", with
    its "root", which may lack an e or have a letter twice; the first word of its "object" may be an
    "article"."""
    plural: re.Pattern[str]
    third_person: re.Pattern[str]
    told_of_others: list[tuple[str, re.Pattern[str]]]
    """From what somebody does to the verb or the imperative of it, as templates: "cleans"."""
    and_word: str
    and_words: re.Pattern[str]
