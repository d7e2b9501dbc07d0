"""What somebody tells rather than asks for: an errand, what comes when, what is needed.

None of this is beyond doubt, so each must look like a task by itself: words of no kind are none.
"""

from itertools import pairwise

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand, is_good, parts_of
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import RepeatingError, Timed, read_when, split_time
from control_api.language.times.said_times import When
from control_api.language.understanding.creating import create, create_errand
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.telling.goods import make, things
from control_api.language.understanding.titles import (
    has_guests,
    is_empty,
    is_foreign,
    tidied,
)
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import stem
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import infinitive

_LONGEST_ERRAND_WORDS = 9
_LONGEST_EVENT_WORDS = 6
_LONGEST_UNKNOWN_EVENT_WORDS = 3
_UNKNOWN_EVENT_CONFIDENCE = 0.65


def create_plain(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """An errand with nothing around it: "water the plants", "call Sarah tomorrow at three"."""
    language = scene.language
    said, what = slots["said"], slots["what"]
    if (
        len(said.mask.split()) > _LONGEST_ERRAND_WORDS
        or is_empty(what, language)
        or is_foreign(what, language)
        or language.creating.for_us.match(what.mask)
        or language.creating.to_the_assistant.search(what.mask)
        or language.stating.goes_on.search(what.mask)
        or language.stating.served.search(what.mask)
    ):
        return None
    timed = split_time(what, scene.now, language)
    # "Auto waschen am Samstag" ends with its verb where the time is not counted.
    errand = timed.words if language.grammar.verb_last else said
    if not is_errand(errand, language, are_things=False):
        return None
    verb = said.mask[: said.mask.rfind(what.mask)].strip().lower()
    if language.stating.get.fullmatch(verb) and not is_good(timed.words, language):
        return None
    row = parts_of(said, language, are_things=False)
    if timed.when is None and all(is_errand(each, language, are_things=False) for each in row):
        return make(row, None, None, scene, confidence)
    return create({**slots, "what": said}, scene, confidence)


def create_doing(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in another form: "paying the plumber on Friday"."""
    said = slots["said"]
    text, mask = (infinitive(each, scene.language) for each in (said.text, said.mask))
    if text == said.text or scene.language.stating.goes_on.search(mask):
        return None
    what = Words(text, mask).slice(text.find(" ")).strip()
    return create_plain({"said": Words(text, mask), "what": what}, scene, confidence)


def create_chore(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is done at home, with "do": "do the laundry"."""
    return create({"said": slots["said"], "what": slots["said"]}, scene, confidence)


def create_made(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is made on a day: "make a cake for Anna on Sunday"."""
    stating, what = scene.language.stating, slots["what"].mask
    if stating.no_event.match(what) or stating.asked_about.search(what):
        return None
    if stating.served.search(what):
        return None
    return create_errand(slots, scene, confidence)


def create_named(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Things to get, errands and things in a row, or what comes and when."""
    what = slots["what"]
    if scene.language.stating.no_event.match(what.mask) or is_foreign(what, scene.language):
        return None
    try:
        return things(what, scene, confidence) or _event(what, scene, confidence)
    except RepeatingError:
        return None
    except NoSuchDateError:
        if _names_event(what, scene.language) and not is_errand(
            what, scene.language, are_things=True
        ):
            raise
        return None


def create_noted(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is to be kept as it is said: "note: the code is 4711"."""
    if is_empty(slots["what"], scene.language) or is_foreign(slots["what"], scene.language):
        return None
    return create(slots, scene, confidence)


def create_stated(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes, said in a sentence: "Tom's birthday is on December 12"."""
    language = scene.language
    what, said = slots["what"], slots["said"]
    when = _from_its_first_day(read_when(slots["when"], scene.now, language), scene)
    if when is None or _first_day(when, scene) is None:
        return None
    if not language.stating.whose.match(what.mask) or len(what.mask.split()) > _LONGEST_EVENT_WORDS:
        return None
    if language.stating.asked_about.search(what.mask) and not language.stating.own.match(what.mask):
        return None
    verb = _between(what, slots["when"], said)
    named = what
    if not language.stating.to_be.match(verb):
        named = what.then(Words(verb, verb))
    elif not language.stating.due.match(verb) and not (
        _names_event(what, language) and language.stating.own.match(what.mask)
    ):
        return None
    return make([tidied(named, language)], when, None, scene, confidence)


def _between(one: Words, other: Words, said: Words) -> str:
    """What stands between two stretches of a sentence, whichever comes first."""
    first, last = sorted((one, other), key=lambda each: said.mask.rfind(each.mask))
    begin = said.mask.rfind(first.mask) + len(first.mask)
    return said.mask[begin : said.mask.rfind(last.mask)].strip()


def _from_its_first_day(when: When | None, scene: Scene) -> When | None:
    """What ends "in May" may end when May begins."""
    if when is None or when.day is None or when.day < scene.now.date():
        return when
    return msgspec.structs.replace(when, last_day=None)


def create_coming(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What there is then: "am Freitag ist Elternabend"; "morgen ist Sonntag" asks for nothing."""
    when = read_when(slots["when"], scene.now, scene.language)
    named = tidied(slots["what"], scene.language)
    if when is None or not _is_event(Timed(named, when), scene):
        return None
    return make([named], when, None, scene, confidence)


def create_arranged(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes, in the words of a wish: "set up a meeting with Bob tomorrow at three"."""
    language = scene.language
    try:
        timed = split_time(slots["what"], scene.now, language)
    except NoSuchDateError:
        if _names_event(slots["what"], language):
            raise
        return None
    named = timed.words
    if article := language.creating.article.match(named.mask):
        named = named.slice(article.end())
    if timed.when is None or not _is_event(Timed(named, timed.when), scene):
        return None
    return make([tidied(named, language)], timed.when, None, scene, confidence)


def create_set(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same with "set", unless a thing is set to do something: "set the coffee to brew"."""
    if scene.language.stating.goes_on.search(slots["what"].mask):
        return None
    return create_arranged(slots, scene, confidence)


def _event(what: Words, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes and when: "dentist appointment on Friday at ten"."""
    timed = split_time(what, scene.now, scene.language)
    named = tidied(timed.words, scene.language)
    if article := scene.language.stating.an.match(named.mask):
        named = named.slice(article.end())
    timed = Timed(named, timed.when)
    if timed.when is None or not _is_event(timed, scene):
        return None
    if not _names_event(named, scene.language):
        confidence = min(confidence, _UNKNOWN_EVENT_CONFIDENCE)
    return make([named], timed.when, None, scene, confidence)


def _is_event(timed: Timed, scene: Scene) -> bool:
    language, when = scene.language, timed.when
    words = timed.words.mask.split()
    if when is None or not words or len(words) > _LONGEST_EVENT_WORDS:
        return False
    if _first_day(when, scene) is None or language.stating.no_event.match(timed.words.mask):
        return False
    is_own = language.stating.own.match(timed.words.mask)
    if language.stating.asked_about.search(timed.words.mask) and not is_own:
        return False
    if _is_told_of(timed.words, language):
        return False
    if _names_event(timed.words, language):
        return not is_errand(timed.words, language, are_things=True) or has_guests(
            timed.words, language
        )
    # Any other thing that comes is one only at a time of its own: "padel tomorrow at seven".
    return (
        when.day is not None
        and when.clock is not None
        and when.part is None
        and len(words) <= _LONGEST_UNKNOWN_EVENT_WORDS
        and words[0].lower() not in language.verbs
        and not language.stating.goes_on.search(timed.words.mask)
    )


def _names_event(words: Words, language: Language) -> bool:
    events = language.stating.events
    said = [word.strip(".,;:!?") for word in words.mask.lower().split()]
    joined = [*said, *("-".join(pair) for pair in pairwise(said))]
    singular = (language.grammar.plural.sub("", word) for word in joined)
    return any(map(events.__contains__, [*joined, *singular])) or any(
        map(language.stating.kind_of_event.search, said)
    )


def _is_told_of(words: Words, language: Language) -> bool:
    """Whether somebody does something: "my sister visits"."""
    *before, last = words.mask.lower().split()
    return (
        bool(before)
        and language.stating.whose.match(words.mask) is not None
        and language.grammar.third_person.search(last) is not None
        and stem(last, language) in language.verbs
    )


def _first_day(when: When, scene: Scene) -> str | None:
    """Whether it is still to come."""
    due = due_of(when, scene.now, scene.zone).due
    return due if due is not None and due[:10] >= scene.now.date().isoformat() else None


INTENTS = {
    "create_plain": Intent(create_plain),
    "create_doing": Intent(create_doing),
    "create_chore": Intent(create_chore),
    "create_made": Intent(create_made),
    "create_named": Intent(create_named),
    "create_noted": Intent(create_noted),
    "create_stated": Intent(create_stated),
    "create_coming": Intent(create_coming),
    "create_arranged": Intent(create_arranged),
    "create_set": Intent(create_set),
}
