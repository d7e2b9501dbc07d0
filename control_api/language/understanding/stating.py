"""What somebody tells rather than asks for: an errand, what comes when, what is needed.

None of this is beyond doubt, so each must look like a task by itself: words of no kind are none.
"""

from itertools import pairwise

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand, is_good, items_of, parts_of
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import Timed, read_when, split_time
from control_api.language.times.said_times import When
from control_api.language.understanding.creating import create, create_errand, project_named
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.titles import (
    as_title,
    has_guests,
    is_empty,
    is_foreign,
    tidied,
)
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action, CreateTask

_LONGEST_ERRAND_WORDS = 9
_LONGEST_EVENT_WORDS = 6
_LONGEST_UNKNOWN_EVENT_WORDS = 3
_LONGEST_NEED_WORDS = 5
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
        or not is_errand(said, language, are_things=False)
    ):
        return None
    verb = said.mask[: said.mask.rfind(what.mask)].strip().lower()
    timed = split_time(what, scene.now, language)
    if language.stating.get.fullmatch(verb) and not is_good(timed.words, language):
        return None
    row = parts_of(said, language, are_things=False)
    if timed.when is None and all(is_errand(each, language, are_things=False) for each in row):
        return _made(row, None, None, scene, confidence)
    return create({**slots, "what": said}, scene, confidence)


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
    return _things(what, scene, confidence) or _event(what, scene, confidence)


def create_needed(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What there is too little of: "we need toilet paper", "we're out of milk"."""
    language = scene.language
    timed = split_time(slots["what"], scene.now, language)
    named = items_of(tidied(timed.words, language), language, are_things=True)
    if language.stating.not_to_get.match(slots["what"].mask):
        return None
    if not all(_can_be_got(each, language) for each in named):
        return None
    return _made(named, timed.when, None, scene, confidence)


def create_noted(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is to be kept as it is said: "note: the code is 4711"."""
    if is_empty(slots["what"], scene.language) or is_foreign(slots["what"], scene.language):
        return None
    return create(slots, scene, confidence)


def create_stated(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes, said in a sentence: "Tom's birthday is on December 12"."""
    language = scene.language
    what, said = slots["what"], slots["said"]
    when = read_when(slots["when"], scene.now, language)
    if when is None or _first_day(when, scene) is None:
        return None
    if not language.stating.whose.match(what.mask) or len(what.mask.split()) > _LONGEST_EVENT_WORDS:
        return None
    if language.stating.asked_about.search(what.mask) and not language.stating.own.match(what.mask):
        return None
    verb = said.mask[len(what.mask) : said.mask.rfind(slots["when"].mask)].strip()
    named = what
    if not language.stating.to_be.match(verb):
        named = what.then(Words(verb, verb))
    elif not language.stating.due.match(verb) and not _names_event(what, language):
        return None
    return _made([tidied(named, language)], when, None, scene, confidence)


def create_listed(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list, a colon, and what goes on it."""
    said, what = slots["said"], slots["what"]
    head = said.text[: said.mask.rfind(what.mask)]
    project = project_named(slots["project"], scene)
    if not head.rstrip().endswith(":") or project is None:
        return None
    return create(slots, scene, confidence)


def create_arranged(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What comes, in the words of a wish: "set up a meeting with Bob tomorrow at three"."""
    language = scene.language
    timed = split_time(slots["what"], scene.now, language)
    named = timed.words
    if article := language.creating.article.match(named.mask):
        named = named.slice(article.end())
    if timed.when is None or not _is_event(Timed(named, timed.when), scene):
        return None
    return _made([tidied(named, language)], timed.when, None, scene, confidence)


def create_more(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """One more of what was just added: "buy milk", then "and butter"."""
    language, last = scene.language, scene.last_mentioned()
    what = slots["what"]
    if last is None or not is_good(what, language):
        return None
    verb = language.stating.getting.match(last.title)
    if verb is None and last.project is None:
        return None
    named = [what] if verb is None else [Words(verb[0], verb[0]).then(what)]
    if verb is None:
        named = items_of(what, language, are_things=True)
    return _made(named, None, last.project, scene, confidence)


def _things(what: Words, scene: Scene, confidence: float) -> CommandPlan | None:
    """Things to buy, in a row with errands or alone: "milk", "eggs and call Mum on Friday"."""
    language = scene.language
    row = items_of(what, language, are_things=True)
    errands = [each for each in row if is_errand(each, language, are_things=True)]
    timed = split_time(what, scene.now, language) if not errands else Timed(what, None)
    if not errands:
        row = items_of(tidied(timed.words, language), language, are_things=True)
    if errands and (len(errands) == len(row) or row[0] in errands):
        return None
    if not all(each in errands or _is_thing(each, language) for each in row):
        return None
    if len(row) == 1 and not _is_nothing_else(row[0], language):
        return None
    actions: list[Action] = []
    for each in row:
        own = split_time(each, scene.now, language) if each in errands else Timed(each, timed.when)
        made = _made([tidied(own.words, language)], own.when, None, scene, confidence)
        if made is None:
            return None
        actions += made.actions
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


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
    return _made([named], timed.when, None, scene, confidence)


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
    return any(word in events or word.removesuffix("s") in events for word in joined)


def _first_day(when: When, scene: Scene) -> str | None:
    """Whether it is still to come."""
    due = due_of(when, scene.now, scene.zone).due
    return due if due is not None and due[:10] >= scene.now.date().isoformat() else None


def _is_thing(item: Words, language: Language) -> bool:
    words = item.mask.lower().split()
    first = words[0] if words else ""
    return (
        0 < len(words) <= _LONGEST_NEED_WORDS
        and is_good(item, language)
        and (first not in language.verbs or first in language.rows.goods)
        and not language.stating.asked_about.search(item.mask)
        and not language.stating.goes_on.search(item.mask)
    )


def _is_nothing_else(item: Words, language: Language) -> bool:
    """Whether every word says that it is to be bought: "oat milk", "toilet paper"."""
    rows, stating = language.rows, language.stating
    known = rows.goods | rows.kinds | rows.flavours | stating.sorts
    amount = rows.amount.match(item.mask)
    words = item.mask[amount.end() if amount else 0 :].lower().split()
    return set(words) <= known and not stating.served.search(item.mask)


def _can_be_got(item: Words, language: Language) -> bool:
    words = item.mask.lower().split()
    return (
        0 < len(words) <= _LONGEST_NEED_WORDS
        and not is_empty(item, language)
        and not language.stating.not_to_get.match(item.mask)
        and not language.stating.goes_on.search(item.mask)
        and not is_errand(item, language, are_things=True)
        and (is_good(item, language) or _is_no_service(item, language))
    )


def _is_no_service(item: Words, language: Language) -> bool:
    """Whether this may be a thing that is not known: more than one word says what it is."""
    return (
        len(language.creating.article.sub("", item.mask).split()) > 1
        and not language.stating.asked_about.search(item.mask)
        and not is_foreign(item, language)
    )


def _made(
    named: list[Words], when: When | None, project: str | None, scene: Scene, confidence: float
) -> CommandPlan | None:
    due = due_of(when, scene.now, scene.zone)
    titles = [as_title(each.text, scene.language) for each in named]
    if not all(titles):
        return None
    actions: list[Action] = [
        CreateTask(title=title, due=due.due, time_zone=due.time_zone, project=project)
        for title in titles
    ]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


INTENTS = {
    "create_plain": Intent(create_plain),
    "create_chore": Intent(create_chore),
    "create_made": Intent(create_made),
    "create_named": Intent(create_named),
    "create_needed": Intent(create_needed),
    "create_noted": Intent(create_noted),
    "create_stated": Intent(create_stated),
    "create_listed": Intent(create_listed),
    "create_arranged": Intent(create_arranged),
    "create_more": Intent(create_more),
}
