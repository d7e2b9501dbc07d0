"""Sentences about saved filters: keep a question under a name, show it, rename it, delete it."""

from control_api.engine.plan import CommandPlan
from control_api.language.filters.reading import read_filter
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, ask, plan, refuse
from control_api.language.understanding.things.naming import (
    new_name,
    thing_named,
    things_of,
    with_capital,
)
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots
from shared.actions import ListTasks
from shared.problems import InvalidInputError
from shared.thing_actions import CreateFilter, DeleteFilter, UpdateFilter
from shared.things import SavedFilter

_NAMED_FILTERS = 8


def create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A question to the tasks is kept under a name."""
    title, said = slots["title"], slots.get("query")
    if said is None and ":" in title.mask:
        colon = title.mask.index(":")
        title, said = title.slice(0, colon).strip(), title.slice(colon + 1).strip()
    name = with_capital(new_name(title, scene.language))
    if not name:
        return None
    existing = thing_named(title, SavedFilter, scene)
    if said is None or not said.text:
        return ask(_with_example(scene.language.say("filter-unsaid"), scene), confidence)
    query = _query(said.text, scene)
    if query is None:
        unread = scene.language.say("filter-unread", query=said.text)
        return ask(_with_example(unread, scene), min(confidence, 0.9))
    if existing is not None:
        return plan(UpdateFilter(existing.id, query=query), confidence)
    return plan(CreateFilter(name=name, query=query), confidence)


def show(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The tasks that a saved filter finds."""
    found = _filter(slots, scene, confidence)
    if isinstance(found, CommandPlan):
        return found
    return plan(ListTasks(filter=found.query), confidence)


def show_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same without the word "filter"."""
    if thing_named(slots["filter"], SavedFilter, scene) is None:
        return None
    return show(slots, scene, confidence)


def rename(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A saved filter gets another name."""
    found = _filter(slots, scene, confidence)
    name = with_capital(new_name(slots["title"], scene.language))
    if isinstance(found, CommandPlan) or not name:
        return found if isinstance(found, CommandPlan) else None
    return plan(UpdateFilter(found.id, name=name), confidence)


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A saved filter goes away; the tasks stay."""
    found = _filter(slots, scene, confidence)
    return found if isinstance(found, CommandPlan) else plan(DeleteFilter(found.id), confidence)


def _filter(slots: Slots, scene: Scene, confidence: float) -> SavedFilter | CommandPlan:
    found = thing_named(slots["filter"], SavedFilter, scene)
    if found is not None:
        return found
    language = scene.language
    none = language.say("filter-none-called", name=slots["filter"].text)
    names = [each.name for each in things_of(SavedFilter, scene)]
    if not names:
        return refuse(_with_example(none, scene), confidence)
    listed = language.listed(names[:_NAMED_FILTERS])
    known = language.say("filters-known", count=len(names), names=listed)
    return refuse(f"{none} {known}", confidence)


def _with_example(said: str, scene: Scene) -> str:
    return f"{said} {scene.language.say('filter-example')}"


def _query(said: str, scene: Scene) -> str | None:
    """The filter as it is kept: as it was said, else with the signs for what was said of them."""
    for query in dict.fromkeys((said, _with_signs(said, scene.language))):
        try:
            read_filter(query, scene.now, scene.language)
        except InvalidInputError:
            continue
        return query
    return None


def _with_signs(said: str, language: Language) -> str:
    for sign, spoken in language.things.filter_words:
        said = spoken.sub(sign, said)
    return " ".join(said.split())


INTENTS = {
    "create_filter": Intent(create),
    "show_filter": Intent(show, show_known),
    "rename_filter": Intent(rename),
    "delete_filter": Intent(delete),
}
