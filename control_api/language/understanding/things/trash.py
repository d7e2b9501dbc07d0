"""Sentences about what was deleted: what it is, and bringing it back."""

from datetime import date, datetime

from control_api.engine.plan import CommandPlan
from control_api.language.times.phrases import split_time
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import is_it
from control_api.language.understanding.scene import SOON_S, Scene, ask, plan, refuse
from control_api.language.understanding.things.counting import count_said
from control_api.language.understanding.things.likeness import distinct, fitting
from control_api.language.understanding.things.naming import without_article
from control_api.language.understanding.things.past_days import past_days
from control_api.language.wording.dates_aloud import say_day
from control_api.language.wording.phrasing import NAMED_AT_MOST, in_sentence
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action, DeleteTask, ReopenTask, RestoreTask, Undo
from shared.thing_actions import EmptyTrash, ListTrash, RestoreThing
from shared.trash import Trashed


def list_trash(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was deleted, in a stretch of time or at all."""
    if "when" not in slots:
        return plan(ListTrash(), confidence)
    days = past_days(slots["when"], scene)
    if days is None:
        return None
    first, last = days
    return plan(ListTrash(first.isoformat(), last.isoformat()), confidence)


def restore(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """One thing comes back, by its name: from the trash, else what was finished is open again."""
    said = without_article(slots["task"], scene.language)
    if is_it(said.text, scene.language):
        return None
    if found := restore_known(slots, scene, confidence):
        return found
    trash, language = scene.past().trash, scene.language
    nothing = language.say("trash-none-like", name=in_sentence(said.text, language))
    if not trash:
        return refuse(f"{nothing} {language.say('trash-empty')}")
    last = language.say("trash-last", name=in_sentence(trash[0].name, language))
    if split_time(said, scene.now, language).when:
        return refuse(f"{nothing} {last}")  # "bring back the books on Friday" is an errand
    return ask(f"{nothing} {last} {language.say('trash-which-like')}", confidence)


def restore_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same in loose words, when there is such a thing."""
    said = without_article(slots["task"], scene.language)
    if is_it(said.text, scene.language):
        return None
    found = _in_trash(said, scene.past().trash, scene)
    if len(found) > 1:
        return ask(_which_one(found, scene), confidence)
    if found:
        return plan(_restored(found[0]), confidence)
    finished = [
        (deed.name, deed.thing_id)
        for deed in scene.past().deeds
        if deed.kind == "task" and deed.verb in {"finished", "cancelled"}
    ]
    ids = distinct(fitting(said.text, finished, scene))
    return plan(ReopenTask(ids[0]), confidence) if len(ids) == 1 else None


def _in_trash(said: Words, trash: list[Trashed], scene: Scene) -> list[Trashed]:
    found = fitting(said.text, [(each.name, each) for each in trash], scene)
    kind = scene.language.things.trailing_kind.search(said.mask)
    if found or kind is None:
        return found
    named = said.slice(0, kind.start()).text
    return fitting(named, [(each.name, each) for each in trash if each.kind != "task"], scene)


def restore_last(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The last things that were deleted come back."""
    count = count_said(slots["count"].text, scene.language) if "count" in slots else 1
    if count is None or count < 1:
        return None
    trash = scene.past().trash
    if not trash:
        return refuse(scene.language.say("trash-empty"), confidence)
    actions: list[Action] = [_restored(each) for each in trash[:count]]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def restore_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was just deleted comes back: "bring it back"."""
    del slots
    turn = scene.last_turn(SOON_S)
    if turn is None or not turn.can_undo:
        return None
    if not turn.actions or not all(isinstance(each, DeleteTask) for each in turn.actions):
        return None
    return plan(Undo(command_id=turn.command_id), confidence)


def restore_days(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All that was deleted in a stretch of time comes back."""
    days = past_days(slots["when"], scene) if "when" in slots else None
    if "when" in slots and days is None:
        return None
    trash = scene.past().trash
    if days is not None:
        trash = [each for each in trash if days[0] <= _day(each, scene) <= days[1]]
    if not trash:
        none = scene.language.say("trash-none-then" if days else "trash-empty")
        return refuse(none, confidence)
    return CommandPlan(
        outcome="planned",
        actions=[_restored(each) for each in trash],
        confidence=confidence,
        names_all=False,
    )


def empty(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """All in the trash is to go for good, which is never done on words."""
    del slots, scene
    return plan(EmptyTrash(), confidence)


def delete_for_good(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """One thing is to go for good."""
    name = without_article(slots["task"], scene.language).text
    name = in_sentence(name, scene.language)
    return refuse(scene.language.say("trash-not-for-good", name=name), confidence)


def _restored(each: Trashed) -> Action:
    return RestoreTask(each.id) if each.kind == "task" else RestoreThing(each.id)


def _which_one(found: list[Trashed], scene: Scene) -> str:
    *names, last = [_named(each, scene) for each in found[:NAMED_AT_MOST]]
    return scene.language.say("trash-which", names="; ".join(names), last=last)


def _named(each: Trashed, scene: Scene) -> str:
    name = in_sentence(each.name, scene.language)
    return scene.language.say("trash-one", name=name, day=_when(each, scene))


def _when(each: Trashed, scene: Scene) -> str:
    return say_day(_day(each, scene), scene.now.date(), scene.language)


def _day(each: Trashed, scene: Scene) -> date:
    """The day as seen from the person's now, which need not be the real one."""
    real = datetime.fromisoformat(each.deleted_at).astimezone(scene.zone).date()
    seen_at = scene.past().seen_at
    if not seen_at:
        return real
    return real + (scene.now.date() - datetime.fromisoformat(seen_at).astimezone(scene.zone).date())


INTENTS = {
    "list_trash": Intent(list_trash),
    "restore": Intent(restore, restore_known),
    "restore_last": Intent(restore_last),
    "restore_it": Intent(restore_it),
    "restore_days": Intent(restore_days),
    "empty_trash": Intent(empty),
    "delete_for_good": Intent(delete_for_good),
}
