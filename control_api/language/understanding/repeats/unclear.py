"""Repeats that are no rule, or not wholly understood: what to ask about them."""

import re

from control_api.engine.plan import CommandPlan
from control_api.language.repeats.cores import Core, Found, find_cores
from control_api.language.repeats.reading import SaidRepeat
from control_api.language.times.said_times import find_times
from control_api.language.understanding.repeats.first_day import Read, makes_tasks
from control_api.language.understanding.scene import Scene, ask
from control_api.language.understanding.unsupported import errand_said
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from control_api.language.words.verbs import infinitive
from control_api.time.rule import Frequency, rule_text
from shared.actions import CreateTask
from shared.tasks import Repeat

_CERTAIN = 0.95
_TWICE = 2
_WRITTEN_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPREAD = (0, 3, 2, 4, 1, 5, 6)
"""Weekdays to name as examples, so many as are asked for."""


def ask_how_often(
    words: Words, scene: Scene, read: Read, *, besides: bool = False
) -> CommandPlan | None:
    """A question about what no rule says, such as "every hour"; None when nothing of it is said.

    `besides`: a repeat was understood, and what is left of one is asked about elsewhere.
    """
    language = scene.language
    for name, pattern in language.repeats.unclear:
        found = pattern.search(words.mask)
        if found is None or (besides and name == "other"):
            continue
        once = read(words.without(found.start(), found.end()).strip(), scene)
        if once is None or (once.outcome == "planned" and not makes_tasks(once)):
            return None
        errand = errand_said(words, once, language)
        return ask(_question(name, errand, language), _CERTAIN)
    return None


def _question(name: str, errand: str, language: Language) -> str:
    match name:
        case "hours":
            return language.say("repeat-hours", errand=errand)
        case "movable":
            return language.say("repeat-movable", errand=errand)
        case _:
            return language.say("repeat-how-often", errand=errand)


def ask_which_times(
    words: Words, said: SaidRepeat, reading: CommandPlan, language: Language
) -> CommandPlan:
    """Of "twice a week": on which days; of "twice a day": at which times."""
    errand = errand_said(words, reading, language)
    return ask(_which_times(said.core.rule.freq, said.core.often, errand, language), _CERTAIN)


def _which_times(freq: Frequency, often: int, errand: str, language: Language) -> str:
    match freq:
        case "DAILY":
            return language.say("repeat-times-daily", errand=errand)
        case "WEEKLY":
            days = [language.weekday_names[day] for day in sorted(_SPREAD[:often])]
            return language.say("repeat-times-weekly", errand=errand, days=language.listed(days))
        case "MONTHLY":
            return language.say("repeat-times-monthly", errand=errand)
        case _ if often == _TWICE:
            return language.say("repeat-times-twice-a-year", errand=errand)
        case _:
            return language.say("repeat-times-yearly", errand=errand)


def what_is_left(said: SaidRepeat, reading: CommandPlan, scene: Scene) -> str | None:
    """The words beside a repeat that would be lost, or be a part of the title; None for none."""
    language = scene.language
    if another := _another(said, language):
        return another
    titles = [action.title for action in reading.actions if isinstance(action, CreateTask)]
    for title in titles:
        if lost := _lost(title, said, language) or _time_left(title, said, scene):
            return lost
    return None if titles else what_follows(said, language)


def what_follows(said: SaidRepeat, language: Language) -> str | None:
    """What of the words after a repeat belongs to it, and was not understood."""
    return _found(said.after, language)


def _another(said: SaidRepeat, language: Language) -> str | None:
    """One more repeat right before or after: only one of them could be kept."""
    before = said.before.strip()
    for found in find_cores(before.mask, language):
        if not _without_clock(before.slice(found.end), language).text:
            return before.text[found.start :]
    after = _without_clock(said.after, language)
    for found in find_cores(after.mask, language):
        if language.repeats.joined_by.fullmatch(after.mask[: found.start].strip()):
            return after.text
    return None


def _without_clock(words: Words, language: Language) -> Words:
    clock = language.repeats.clock_between.match(words.mask)
    return (words.slice(clock.end()) if clock else words).strip()


def _lost(title: str, said: SaidRepeat, language: Language) -> str | None:
    """What of the words after a repeat, or before it, is neither title nor time."""
    if any(day not in said.before.text + said.after.text for day in _WRITTEN_DAY.findall(title)):
        # The day that it was read with is in the title, and so is what stands before that.
        return said.after.strip().text or title
    before, after = said.before.strip().text, said.after.text
    begins = _place_of(title, after, language)
    cut = language.repeats.cut_off.search(title)
    if cut and (cut.start() == 0 or begins is None):
        return cut[0]
    if _place_of(title, before, language) is not None:
        return what_follows(said, language)
    if begins is not None:
        return _before_the_title(begins, said, language)
    if language.repeats.goes_on.match(said.after.mask):
        return what_follows(said, language)
    return said.after.strip().text or None


def _place_of(title: str, text: str, language: Language) -> int | None:
    """Where a title begins in words of which it was made; None where it is none of them."""
    known, text = title.casefold(), text.casefold()
    first = known.split(maxsplit=1)[0]
    place = text.find(first)
    while place >= 0:
        if infinitive(text[place:], language).startswith(known):
            return place
        place = text.find(first, place + 1)
    return None


def _before_the_title(begins: int, said: SaidRepeat, language: Language) -> str | None:
    """What of the words after a repeat stands before a title, or at its beginning."""
    at_once = _without_clock(said.after, language)
    for rest in (said.after.mask[begins:], at_once.mask):
        if found := language.repeats.left_over.match(rest):
            return found[0].strip()
    return _found(said.after.slice(0, begins), language)


def _time_left(title: str, said: SaidRepeat, scene: Scene) -> str | None:
    """A time that stands right after the repeat, and in the title."""
    after = said.after.strip()
    for when in find_times(after.mask, scene.now, scene.language):
        if not scene.language.phrases.joining.fullmatch(after.mask[: when.start]):
            break
        if after.text[when.start : when.end].casefold() in title.casefold():
            return after.text[: when.end]
    return None


def _found(words: Words, language: Language) -> str | None:
    for _, pattern in language.clock_forms.ranges:  # "between 6 and 7"
        if span := pattern.search(words.mask):
            words = words.without(span.start(), span.end())
    found = language.repeats.left_over.search(words.mask)
    return words.text[found.start() :].strip(" ,.") if found else None


def ask_of_repeat_in_title(
    reading: CommandPlan | None, words: Words, scene: Scene
) -> CommandPlan | None:
    """A question where a title would hold how often, as what follows hid that: "daily by 6"."""
    if reading is None or not makes_tasks(reading):
        return None
    for action in reading.actions:
        title = action.title if isinstance(action, CreateTask) else ""
        found = _in_title(title, scene.language)
        if found is not None:
            after = title[found.end :] + words.text.casefold().rpartition(title.casefold())[2]
            return _ask_how_often_again(found.core, after.strip(" ,."), scene.language)
    return None


def _in_title(title: str, language: Language) -> Found | None:
    """The repeat that a title ends with, or what belongs to it; None for "the daily"."""
    for found in find_cores(title, language):
        before, after = title[: found.start].strip(), title[found.end :]
        is_whole = language.repeats.left_over.match(after) is None
        if (is_whole and (after or not before)) or language.repeats.named.search(before):
            continue
        return found
    return None


def ask_what_is_left(said: SaidRepeat, left: str, language: Language) -> CommandPlan:
    """A question that says what was understood, and what was not."""
    return _ask_how_often_again(said.core, left, language)


def _ask_how_often_again(core: Core, left: str, language: Language) -> CommandPlan:
    understood = say_repeat(Repeat(rule=rule_text(core.rule)), language)
    if not left:
        return ask(language.say("repeat-understood", repeat=understood), _CERTAIN)
    return ask(language.say("repeat-understood-but", repeat=understood, left=left), _CERTAIN)
