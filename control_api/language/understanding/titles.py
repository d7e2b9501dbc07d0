"""What a task is called, cut out of what was said."""

import re

from control_api.language.cutting.items import without_partitive
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from control_api.language.words.verbs import deed_in, infinitive

_QUOTES_OF_ONE = 2
_BEFORE_A_COMMA = re.compile(r"(?<!\s)\s+(?=[,;](?:\s|$))")
"""Where a time was cut out."""


def tidied(words: Words, language: Language) -> Words:
    """Without the words that only tie a title to its sentence: "to", "that I have to"."""
    words = words.strip()
    if leading := language.titles.leading.match(words.mask):
        words = words.slice(leading.end()).strip()
    while trailing := language.titles.trailing.search(words.mask):
        words = words.slice(0, trailing.start()).strip()
    return without_partitive(words, language)


def as_title(text: str, language: Language) -> str:
    """The title as it is kept: as it was said, with a capital, without quotes around it."""
    text = text.strip(" \t,;:.!?")
    if text.count('"') == _QUOTES_OF_ONE and text[0] == text[-1] == '"':
        text = text[1:-1].strip() or text
    else:
        text = infinitive(_BEFORE_A_COMMA.sub("", text), language)
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


def retitled(title: str, said: str, origin: str | None, language: Language) -> str | None:
    """The title with what was said in place of what it corrects; None where that is open.

    "Call Sarah" and "Mike" make "Call Mike"; `origin` is the part that was named as wrong.
    """
    if origin is not None:
        if said.casefold() in title.casefold():
            return title
        start = title.casefold().find(origin.casefold())
        return None if start < 0 else _put(title, start, start + len(origin), said, language)
    deed, words = deed_in(title, language), said.split()
    rest = deed.rest
    if not deed.is_one(language) or not rest or deed_in(said, language).is_one(language):
        return as_title(said, language)
    # The same thing with more said of it: "buy milk", "oat milk".
    before = rf"(?:\S+\s+){{0,{len(words) - 1}}}"
    last = re.search(rf"{before}{re.escape(words[-1])}\b", rest, re.IGNORECASE)
    if last and last[0].casefold() != said.casefold():
        start = deed.start + last.start()
        return _put(title, start, start + len(last[0]), said, language)
    parts = _parts(rest, language)
    alike = [part for part in parts if sort_of(part[2], language) == sort_of(said, language)]
    if len(parts) == 1:
        alike = parts
    if len(alike) != 1:
        return None
    start, end, _ = alike[0]
    return _put(title, deed.start + start, deed.start + end, said, language)


def _put(title: str, start: int, end: int, said: str, language: Language) -> str:
    has_article = said.split(maxsplit=1)[0].lower() in language.articles
    if has_article:
        said = said[:1].lower() + said[1:] if language.grammar.nouns_have_capitals else said.lower()
    return as_title(f"{title[:start]}{said}{title[end:]}", language)


def _parts(rest: str, language: Language) -> list[tuple[int, int, str]]:
    """Whom or what a title is about, each without the word that ties it to the others."""
    parts, position = [], 0
    for cut in [*language.titles.connecting.finditer(rest), None]:
        end = len(rest) if cut is None else cut.start()
        piece = rest[position:end]
        if position:
            tie, _, piece = piece.partition(" ")
            position += len(tie) + 1
        if piece:
            parts.append((position, end, piece))
        position = end if cut is None else cut.end()
    return parts


def sort_of(words: str, language: Language) -> str:
    """Whether words name somebody, begin with an article, or neither."""
    first = words.split(maxsplit=1)[0]
    if first.lower() in language.articles:
        return "thing"
    if language.grammar.nouns_have_capitals:
        is_name = first.lower() in language.rows.first_names | language.rows.family
    else:
        is_name = first[:1].isupper()
    return "name" if is_name else "other"
