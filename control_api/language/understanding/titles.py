"""What a task is called, cut out of what was said."""

import re

from control_api.language.words.language import ENGLISH
from control_api.language.words.sentence import Words

_LONGEST_ITEM_WORDS = 3
_QUOTES_OF_ONE = 2
_LEADING = re.compile(
    r"^(?:(?:that )?(?:i|we) (?:have|need|want|must|should|ought|still have|still need|got) to "
    r"|that (?:i|we) |to |about |that |of )+(?=\S)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:on|at|by|for|in|to|and|the|a|an|my|with|about|from|due|please)$", re.IGNORECASE
)
_ITEM_BREAK = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:something|anything|a thing|an item|items|(?:some|more|new) (?:things|items|tasks)"
    r"|(?:a|the|this|that|new|another) (?:new )?(?:item|task|reminder|thing|one|event|note)s?"
    r"|it|this|that|me|one|list|new|a|an|the|us|them|of|to|about|at|on|for|by|in|and|from|with)?",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|and|to|hundred|[\s.,+*/x-])++"
    r"|.*\b(?:plus|minus|times \d|divided by)\b.*",
    re.IGNORECASE,
)
_WITH_GUESTS = re.compile(
    r"\b(?:meeting|call|lunch|dinner|event|appointment|conference|interview|party|date)s?\b"
    r".*\b(?:with|for|between|inviting|and)\b\s+\w"
    r"|\binvit\w+|\bguests?\b|\battendees\b|\bevents? with\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"(?:only )?with\b|in (?:my|the) calendar\b", re.IGNORECASE)
# "Add by milk" is how recognisers hear "Add buy milk"; no task begins with "by".
_BY = re.compile(r"(?:by|bye) (?=\w)", re.IGNORECASE)


def tidied(words: Words) -> Words:
    """Without the words that only tie a title to its sentence: "to", "that I have to"."""
    words = words.strip()
    if leading := _LEADING.match(words.mask):
        words = words.slice(leading.end()).strip()
    while trailing := _TRAILING.search(words.mask):
        words = words.slice(0, trailing.start()).strip()
    return words


def as_title(text: str) -> str:
    """The title as it is kept: as it was said, with a capital, without quotes around it."""
    text = text.strip(" \t,;:.!?")
    if text.count('"') == _QUOTES_OF_ONE and text[0] == text[-1] == '"':
        text = text[1:-1].strip() or text
    text = _BY.sub("buy ", text, count=1) if _BY.match(text) else text
    return text[:1].upper() + text[1:]


def is_misheard(words: Words) -> bool:
    """Whether `as_title` repairs a slip of the recogniser."""
    return bool(_BY.match(words.text))


def is_empty(words: Words) -> bool:
    """Whether nothing is named: "something", "an item", "it"."""
    return bool(_NOTHING.fullmatch(words.mask))


def is_sum(words: Words) -> bool:
    """Whether "add" was meant as in arithmetic."""
    return bool(_SUM.fullmatch(words.mask))


def is_foreign(words: Words) -> bool:
    """Whether this is what other assistants look after: alarms, music, the house."""
    return not ENGLISH.foreign.isdisjoint(re.findall(r"[\w']+", words.mask.lower()))


def names_no_task(words: Words) -> bool:
    """Whether these are the guests or the place of something that was not named."""
    return bool(_NO_TITLE.match(words.mask))


def has_guests(words: Words) -> bool:
    """Whether other people would have to be asked."""
    return bool(_WITH_GUESTS.search(words.mask))


def items(words: Words) -> list[str]:
    """The titles of several things named in a row, when each is short and none is an errand."""
    pieces, position = [], 0
    for found in _ITEM_BREAK.finditer(words.mask):
        pieces.append(words.slice(position, found.start()).strip().text)
        position = found.end()
    pieces.append(words.slice(position).strip().text)
    short = all(
        piece
        and len(piece.split()) <= _LONGEST_ITEM_WORDS
        and piece.split()[0].lower() not in ENGLISH.verbs
        for piece in pieces
    )
    return [as_title(piece) for piece in pieces] if short else [as_title(words.text)]
