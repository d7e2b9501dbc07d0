"""Several errands in one sentence, told apart by their times and lists.

"Call Mum tomorrow and pay the rent on Friday" are two, "buy milk today and eggs tomorrow" too: the
second takes over how it was asked for, and its verb. "Call Mum and Dad tomorrow" is one.
"""

import re
from datetime import datetime, time
from itertools import chain

import msgspec

from control_api.language.cutting.items import is_errand
from control_api.language.repeats.reading import read_repeat
from control_api.language.times.phrases import read_when
from control_api.language.times.places import is_in_a_name, is_vague
from control_api.language.times.said_times import When, find_times
from control_api.language.words.language import Language
from control_api.language.words.row_expressions import Clauses
from control_api.language.words.sentence import Words

_NOTHING = Words("", "")
_NOON = 12
_PARTED, _EDGE = ";", " ,;.!?"


class _Part(msgspec.Struct, frozen=True):
    """An errand, and what makes it whole."""

    words: Words
    when: When | None
    """At its end, or before the verb at its end."""
    repeats: bool
    on_a_list: bool
    is_time_last: bool = True

    @property
    def is_whole(self) -> bool:
        return self.when is not None or self.repeats or self.on_a_list


def errands_of(words: Words, now: datetime, language: Language) -> list[Words]:
    """Each errand as a sentence of its own; the words as they are when they are one.

    `now` is aware. Raises NoSuchDateError.
    """
    clauses = language.clauses
    joints = list(clauses.joint.finditer(words.mask))
    if not joints:
        return [words]
    lead = clauses.lead.match(words.mask) or clauses.add.match(words.mask)
    start = lead.end() if lead else 0
    if clauses.row_head.match(words.mask, start):
        return [words]  # what follows is a row of things
    joined = _said_of_one(words, start, now, language)
    joints = [
        each
        for each in joints
        if each.start() > start and not any(a < each.end() and each.start() < b for a, b in joined)
    ]
    times = _times(words, joints, now, language)
    parts = _parts(words, start, joints, times, now, language)
    if len(parts) == 1:
        return [words]
    return _sentences(words.slice(0, start), parts, now, language)


def _said_of_one(
    words: Words, start: int, now: datetime, language: Language
) -> list[tuple[int, int]]:
    """Where a joint parts no errands: inside of a repeat or a time, and in "at nine and five"."""
    # "On Monday, December 7", "between 2 and 4".
    text = words.mask[start:]
    found = [
        (start + when.start, start + len(text[: when.end].rstrip(_EDGE)))
        for when in find_times(text, now, language)
    ]
    repeat = read_repeat(words, now, language)
    if repeat is not None:
        # "Tomorrow and then every week" is one: with nothing after it, the joint leads to a repeat.
        is_last = not words.mask[repeat.end :].strip(_EDGE)
        leads = language.clauses.joint.match(words.mask, repeat.start)
        found.append((leads.end() if leads and not is_last else repeat.start, repeat.end))
        clock = language.repeats.clock_between.match(words.mask, repeat.end)
        end = clock.end() if clock else repeat.end
        if along := language.repeats.goes_along.match(words.mask, end):
            found.append((end - 1, along.end()))
    times = language.repeats.several.search(words.mask)
    if times is not None:
        found.append(times.span("items"))
    return found


def _times(
    words: Words, joints: list[re.Match[str]], now: datetime, language: Language
) -> list[When]:
    """The times of all errands; a joint parts two of them: "at nine and five"."""
    text = words.mask
    for each in joints:
        text = text[: each.start()] + _PARTED.center(len(each[0])) + text[each.end() :]
    return [
        msgspec.structs.replace(each, end=len(text[: each.end].rstrip(_EDGE)))
        for each in find_times(text, now, language)
        if not is_vague(each, text, language) and not is_in_a_name(each, words, language)
    ]


def _parts(
    words: Words,
    start: int,
    joints: list[re.Match[str]],
    times: list[When],
    now: datetime,
    language: Language,
) -> list[_Part]:
    """The errands of a sentence: a new one begins only where the one before is whole."""
    found: list[_Part] = []
    comes_again = read_repeat(words, None, language) is not None
    ends = [*(each.start() for each in joints), len(words.mask)]
    nexts = [*(each.end() for each in joints), len(words.mask)]
    begin = start
    for end, following in zip(ends, nexts, strict=True):
        part = _part(words, begin, end, times, language)
        rest = words.slice(following)
        last = following == len(words.mask)
        whole = part.is_whole or (found and read_when(part.words, now, language) is not None)
        if not last and not whole and not _begins_with_time(rest, times, following, language):
            continue
        if not last and _lacks_its_verb(part, rest, language):
            continue
        if not last and not _may_follow(words, following, ends, part, times, now, language):
            continue
        if not last and comes_again and not _is_by_itself(words, following, ends, part, language):
            continue
        found.append(part)
        begin = following
    return found


def _part(words: Words, start: int, end: int, times: list[When], language: Language) -> _Part:
    said = words.slice(start, end).strip()
    last = len(words.mask[:end].rstrip(_EDGE))
    within = [each for each in times if start <= each.start and each.end <= last]
    ends_with_verb = _ends_with_verb(said, language)
    when = next((each for each in within if each.end == last or ends_with_verb), None)
    is_time_last = when is None or when.end == last
    if when is not None:
        when = msgspec.structs.replace(when, start=max(0, len(said.mask) - (last - when.start)))
    repeat = read_repeat(said, None, language)
    return _Part(
        said,
        when,
        repeat is not None and (when is not None or ends_with_verb or repeat.end == len(said.mask)),
        bool(language.clauses.to_a_list.search(said.mask)),
        is_time_last,
    )


def _ends_with_verb(said: Words, language: Language) -> bool:
    return language.grammar.verb_last and is_errand(said, language, are_things=False)


def _lacks_its_verb(part: _Part, rest: Words, language: Language) -> bool:
    """Whether the verb of what follows is its own, too: "Milch und Eier kaufen"."""
    if part.on_a_list or _ends_with_verb(part.words, language):
        return False
    return _ends_with_verb(rest.strip(), language)


def _may_follow(
    words: Words,
    start: int,
    ends: list[int],
    before: _Part,
    times: list[When],
    now: datetime,
    language: Language,
) -> bool:
    """Whether what comes next is an errand, too, or the same at another time."""
    rest = words.slice(start).strip()
    if is_errand(_bare(rest, language.clauses), language, are_things=False):
        return True
    if _begins_with_time(rest, times, start, language):
        return True
    later = (_part(words, start, end, times, language) for end in ends if end > start)
    first = next(later)
    if read_when(first.words, now, language) is not None:
        return True
    # They are as many as there are joints: no more than are needed are looked at.
    if before.on_a_list:
        return first.on_a_list or any(each.on_a_list for each in later)
    return any(each.when is not None or each.repeats for each in chain([first], later))


def _is_by_itself(
    words: Words, start: int, ends: list[int], before: _Part, language: Language
) -> bool:
    """Whether what follows a repeat has another verb, or a repeat of its own."""
    rest = words.slice(start).strip()
    if is_errand(_bare(rest, language.clauses), language, are_things=False):
        return True
    if language.clauses.excepts.match(rest.mask):
        return False
    end = next(each for each in ends if each > start)
    return before.repeats and read_repeat(words.slice(start, end), None, language) is not None


def _begins_with_time(rest: Words, times: list[When], start: int, language: Language) -> bool:
    """Whether a time stands first: "on Friday to pay the rent"."""
    first = language.clauses.time_first.match(rest.mask)
    return first is not None and any(
        start <= each.start and each.end == start + first.end("time") for each in times
    )


def _sentences(lead: Words, parts: list[_Part], now: datetime, language: Language) -> list[Words]:
    clauses = language.clauses
    first = before = parts[0]
    made = [_together(lead, first.words)]
    said = 0
    for part in parts[1:]:
        same = _again(made[said], before, part, now, language) or _at_another_time(
            made[said], before, part, now, language
        )
        if same is not None:
            made[said], again = same
            made.append(again)
            continue
        before, said = part, len(made)
        bare = _bare(part.words, clauses)
        if clauses.time_first.match(part.words.mask) and not part.is_whole:
            made.append(_together(_of(clauses.remind_me), part.words))
        elif language.openers.match(" " + part.words.mask):
            made.append(part.words)
        elif bare != part.words or is_errand(bare, language, are_things=False):
            to_add = clauses.add.match(lead.mask) and not part.on_a_list
            made.append(_together(_of(clauses.remind_me_to) if to_add else lead, bare))
        else:
            made.append(_together(_together(lead, _verb(first.words, language)), bare))
    return made


def _at_another_time(
    sentence: Words, before: _Part, part: _Part, now: datetime, language: Language
) -> tuple[Words, Words] | None:
    """The same errand twice, when all that follows is another time: "at nine and five"."""
    old = before.when
    new = read_when(part.words, now, language)
    if old is None or new is None or before.repeats or not before.is_time_last:
        return None
    if language.rows.between.search(sentence.mask):
        return None
    named = sentence.slice(0, len(sentence.mask) - len(before.words.mask) + old.start)
    joined = language.phrases.before_time.search(named.mask)
    named = named.slice(0, joined.start()) if joined else named
    later = part.words
    if new.day is None and new.moment is None and old.day is not None:
        later = _together(
            _of(f"{language.repeating.on_day}{old.day.isoformat()}"), _at(later, language)
        )
    elif new.day is None and new.moment is None:
        later = _at(later, language)
    elif new.clock is None and old.clock is not None and old.part is None:
        later = later.then(_clock_of(old, language))
    elif new.clock is not None and old.clock is None and old.day is not None and new.part is None:
        sentence = sentence.then(_clock_of(new, language))
    return sentence, _together(named, later)


def _again(
    sentence: Words, before: _Part, part: _Part, now: datetime, language: Language
) -> tuple[Words, Words] | None:
    """The same errand twice, when all that follows is how often: "and every Christmas"."""
    again = read_repeat(part.words, now, language)
    if again is None or again.before.strip().text or _without_clock(again.after, language).text:
        return None
    first = read_repeat(sentence, now, language)
    if first is not None:
        after = _without_clock(first.after, language)
        return sentence, _together(_together(first.before, after).strip(), part.words)
    if before.when is None or not before.is_time_last:
        return None
    named = sentence.slice(0, len(sentence.mask) - len(before.words.mask) + before.when.start)
    joined = language.phrases.before_time.search(named.mask)
    return sentence, _together(named.slice(0, joined.start()) if joined else named, part.words)


def _without_clock(words: Words, language: Language) -> Words:
    clock = language.repeats.clock_between.match(words.mask)
    return (words.slice(clock.end()) if clock else words).strip()


def _clock_of(when: When, language: Language) -> Words:
    """Its time of day in words, as open as it was said: "at six" may be in the evening."""
    clock = when.clock or time()
    hour = f"{clock.hour % _NOON or _NOON}" if when.half_unsure else f"{clock:%H}"
    return _of(f"{language.times.at} {hour}:{clock:%M}")


def _at(clock: Words, language: Language) -> Words:
    has_it = language.clauses.begins_with_at.match(clock.mask)
    return clock if has_it else _of(language.times.at).then(clock)


def _verb(errand: Words, language: Language) -> Words:
    """The verb that the next thing takes over: "buy", "pick up"; nothing where there is none."""
    first = errand.mask.partition(" ")[0]
    if first.lower() in language.grammar.imperative_of:
        return errand.slice(0, len(first))
    if language.grammar.verb_last or not is_errand(errand, language, are_things=False):
        return _NOTHING
    verb, _, rest = errand.mask.partition(" ")
    particle = language.clauses.particle.match(rest)
    return errand.slice(0, len(verb) + (1 + particle.end() if particle else 0))


def _bare(words: Words, clauses: Clauses) -> Words:
    found = clauses.infinitive.match(words.mask)
    return words.slice(found.end()) if found else words


def _together(before: Words, after: Words) -> Words:
    before = before.slice(0, len(before.mask.rstrip()))
    return before.then(after) if before.mask else after


def _of(text: str) -> Words:
    return Words(text, text)
