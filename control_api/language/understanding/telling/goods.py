"""Things to get: named alone, in a row, on a list, or as what there is too little of."""

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand, is_good, items_of
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import Timed, split_time
from control_api.language.times.said_times import When
from control_api.language.understanding.creating import create, project_named
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.titles import as_title, is_empty, is_foreign, tidied
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action, CreateTask

_LONGEST_NEED_WORDS = 5
_MOST_WORDS = 4
"""Of one of the goods in a row, where no word asks for any: "a bottle of milk"."""
_COLON, _COMMA = ":", ","


def create_needed(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What there is too little of: "we need toilet paper", "we're out of milk"."""
    language = scene.language
    timed = split_time(slots["what"], scene.now, language)
    named = items_of(tidied(timed.words, language), language, are_things=True)
    if language.stating.not_to_get.match(slots["what"].mask):
        return None
    if not all(_can_be_got(each, language) for each in named):
        return None
    return make(named, timed.when, None, scene, confidence)


def create_listed(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A list, a colon, and what goes on it; of a list that there is, a comma will do."""
    said, what = slots["said"], slots["what"]
    head = said.text[: said.mask.rfind(what.mask)]
    project = project_named(slots["project"], scene)
    is_there = project in scene.known.projects
    if not head.rstrip().endswith((_COLON, _COMMA) if is_there else _COLON) or project is None:
        return None
    return create(slots, scene, confidence)


def create_goods(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Nothing but goods, and a list that there is: "eggs and butter to my shopping list"."""
    project = project_named(slots["project"], scene)
    row = items_of(slots["what"], scene.language, are_things=True)
    if project is None or not all(_is_short_good(item, scene) for item in row):
        return None
    return create(slots, scene, confidence)


def _is_short_good(item: Words, scene: Scene) -> bool:
    return (
        len(item.mask.split()) <= _MOST_WORDS
        and is_good(item, scene.language)
        and not scene.language.stating.no_event.match(item.mask)
    )


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
    return make(named, None, last.project, scene, confidence)


def things(what: Words, scene: Scene, confidence: float) -> CommandPlan | None:
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
        made = make([tidied(own.words, language)], own.when, None, scene, confidence)
        if made is None:
            return None
        actions += made.actions
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def make(
    named: list[Words], when: When | None, project: str | None, scene: Scene, confidence: float
) -> CommandPlan | None:
    """Tasks of these titles, all at one time; None where there is no title."""
    due = due_of(when, scene.now, scene.zone)
    titles = [as_title(each.text, scene.language) for each in named]
    if not all(titles):
        return None
    actions: list[Action] = [
        CreateTask(title=title, due=due.due, time_zone=due.time_zone, project=project)
        for title in titles
    ]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


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
        len(language.rows.article.sub("", item.mask).split()) > 1
        and not language.stating.asked_about.search(item.mask)
        and not is_foreign(item, language)
    )


INTENTS = {
    "create_needed": Intent(create_needed),
    "create_listed": Intent(create_listed),
    "create_goods": Intent(create_goods),
    "create_more": Intent(create_more),
}
