"""Sentences about what was done: take back several things, or one by its name; what it was."""

from functools import reduce

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import is_it
from control_api.language.understanding.scene import Scene, answer, ask, plan, refuse
from control_api.language.understanding.things.counting import count_said
from control_api.language.understanding.things.likeness import distinct, fitting
from control_api.language.understanding.things.naming import without_article
from control_api.language.understanding.things.past_days import past_days
from control_api.language.wording.deed_replies import name_done_to
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from control_api.log.deeds import Deed, actor_of
from shared.actions import MOST_UNDONE, Redo, Undo
from shared.thing_actions import ListChanges

_NAMED_AT_MOST = 3
_LAST = 10
"""Commands that are told of when no time is said."""


def undo_several(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The last commands are taken back."""
    count = count_said(slots["count"].text, scene.language)
    if not count:
        return None
    if count > MOST_UNDONE:
        return refuse(scene.language.say("undo-too-many", most=MOST_UNDONE), confidence)
    return plan(Undo(count=count), confidence)


def redo_several(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was taken back last is done again."""
    count = count_said(slots["count"].text, scene.language)
    if not count:
        return None
    if count > MOST_UNDONE:
        return refuse(scene.language.say("redo-too-many", most=MOST_UNDONE), confidence)
    return plan(Redo(count=count), confidence)


def undo_named(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was done to one thing is taken back: the last of it, or what was named."""
    said = without_article(slots["task"], scene.language)
    if is_it(said.text, scene.language):
        return None
    verb = _verb(slots["deed"], scene) if "deed" in slots else None
    if "deed" in slots and verb is None:
        return None
    deeds = [deed for deed in scene.past().deeds if verb in {None, deed.verb}]
    named = [(name, deed) for deed in deeds for name in {deed.name, deed.name_before} if name]
    found = fitting(said.text, named, scene)
    latest = {deed.thing_id: deed for deed in reversed(found)}
    if not latest:
        name = in_sentence(said.text, scene.language)
        return refuse(scene.language.say("undo-none-like", name=name), confidence)
    if len(distinct([deed.command_id for deed in latest.values()])) > 1:
        return ask(_which_one(list(latest.values()), scene), confidence)
    return plan(Undo(command_id=next(iter(latest.values())).command_id), confidence)


def undo_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in loose words, when something of that name was changed."""
    reading = undo_named(slots, scene, confidence)
    return None if reading is None or reading.outcome == "refused" else reading


def list_changes(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What has changed, in a stretch of time or at all."""
    return _listed(slots, scene, confidence, mine=False)


def list_mine(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What the person who asks has changed."""
    return _listed(slots, scene, confidence, mine=True)


def list_last(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What the last command has changed."""
    del slots, scene
    return plan(ListChanges(mine=True, limit=1), confidence)


def list_of_others(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What one of those who share the workspace has changed; nobody else is in its log."""
    person = slots["person"]
    if scene.language.things.assistant.fullmatch(person.mask):
        return None
    if not scene.known.members:
        return refuse(scene.language.say("changes-by-name"), confidence)
    found = fitting(person.text, _members(scene), scene)
    if len(found) != 1:
        name = in_sentence(person.text, scene.language)
        return refuse(scene.language.say("changes-no-member", name=name), confidence)
    if found[0] == scene.known.account_id:
        return _listed(slots, scene, confidence, mine=True)
    return _listed(slots, scene, confidence, mine=False, by=found[0])


def who_changed(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Who was the last to change one thing, and how."""
    language, members = scene.language, scene.known.members
    said = without_article(slots["task"], language)
    if is_it(said.text, language):
        return None
    if not members:
        return refuse(language.say("changes-by-name"), confidence)
    named = [
        (name, deed)
        for deed in scene.past().deeds
        for name in {deed.name, deed.name_before}
        if name
    ]
    latest = next(iter(fitting(said.text, named, scene)), None)
    if latest is None:
        name = in_sentence(said.text, language)
        return refuse(language.say("undo-none-like", name=name), confidence)
    names = name_done_to(latest.kind, latest.name, language)
    done = language.say(f"deed-{latest.verb}", names=names)
    who = next((id_ for id_ in members if latest.actor.startswith(actor_of(id_))), None)
    if who is None:
        return answer(language.say("deeds-all", deeds=done), confidence)
    if who == scene.known.account_id:
        return answer(language.say("deeds-mine", deeds=done), confidence)
    return answer(language.say("deeds-by", name=members[who], deeds=done), confidence)


def _members(scene: Scene) -> list[tuple[str, str]]:
    """Names with accounts, each first name, too, where only one has it."""
    whole = [(name, id_) for id_, name in scene.known.members.items() if name.strip()]
    first = [(name.split()[0], id_) for name, id_ in whole]
    firsts = [name for name, _ in first]
    return [*whole, *(each for each in first if firsts.count(each[0]) == 1 and each not in whole)]


def _listed(
    slots: Slots, scene: Scene, confidence: float, *, mine: bool, by: str | None = None
) -> CommandPlan | None:
    asked = ListChanges(mine=mine, by=by, by_name=scene.known.members.get(by or ""))
    if "when" not in slots:
        return plan(structs.replace(asked, limit=_LAST), confidence)
    days = past_days(slots["when"], scene)
    if days is None:
        return None
    first, last = (day.isoformat() for day in days)
    return plan(structs.replace(asked, changed_from=first, changed_to=last), confidence)


def _verb(said: Words, scene: Scene) -> str | None:
    """What was done, by the word for it: "deletion"."""
    found = (verb for verb, pattern in scene.language.things.deeds if pattern.fullmatch(said.mask))
    return next(found, None)


def _which_one(deeds: list[Deed], scene: Scene) -> str:
    language = scene.language
    first, *others = [_that(deed, language) for deed in deeds[:_NAMED_AT_MOST]]
    named = reduce(
        lambda before, deed: language.say("undo-which-or", deeds=before, deed=deed), others, first
    )
    return language.say("undo-which", deeds=named)


def _that(deed: Deed, language: Language) -> str:
    name = name_done_to(deed.kind, deed.name, language)
    return language.say(f"undo-that-{deed.verb}", name=name)


INTENTS = {
    "undo_several": Intent(undo_several),
    "redo_several": Intent(redo_several),
    "undo_named": Intent(undo_named, undo_known),
    "list_changes": Intent(list_changes),
    "list_my_changes": Intent(list_mine),
    "list_last_change": Intent(list_last),
    "list_changes_of_others": Intent(list_of_others, list_of_others),
    "who_changed": Intent(who_changed, who_changed),
}
