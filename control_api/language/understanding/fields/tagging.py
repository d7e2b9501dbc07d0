"""The tags of a task: "tag the report with work"."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.meant import (
    Changes,
    as_plan,
    on_task,
    split_named,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project
from control_api.language.understanding.scene import Scene, ask
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.sentence import Slots, Words
from shared.actions import UpdateTask
from shared.tasks import Task
from shared.things import Tag

_LONGEST_TAG_WORDS = 3


def tags_named(words: Words, scene: Scene) -> list[str] | None:
    """The tags of a row of names, spelled as they are known; None when it is no such row."""
    language = scene.language
    known = [thing.name for thing in scene.known.things if isinstance(thing, Tag)]
    hashtags = language.fields.hashtag.findall(words.text)
    whole = _cleaned(words.text, scene)
    if hashtags:
        names = hashtags
    elif find_project(whole, known, language):
        names = [whole]
    else:
        names = [_cleaned(each, scene) for each in language.fields.row.split(words.text)]
    if not names or not all(name and len(name.split()) <= _LONGEST_TAG_WORDS for name in names):
        return None
    found = (find_project(name, known, language) or name for name in names)
    return list(dict.fromkeys(found))


def tag(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It gets tags, and keeps those that it has."""
    return _with(task, tags_named(slots.get("tags") or slots["hashtags"], scene))


def tag_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """With nothing between the task and the tags: "tag it work and home"."""
    named = split_named(slots["task_and_text"], scene)
    if named is None:
        return None
    task, rest = named
    if not rest.text:
        title = in_sentence(task.title, scene.language)
        return ask(scene.language.say("tag-unsaid", title=title), confidence)
    return as_plan(_with(task, tags_named(rest, scene)), confidence)


def tag_by_sign(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task and its tags as they are typed: "the report #work"."""
    words = slots["task_and_text"]
    if "#" not in words.mask:
        return None
    named = split_named(words, scene)
    if named is None or not scene.language.fields.hashtags.fullmatch(named[1].text):
        return None
    return as_plan(_with(named[0], tags_named(named[1], scene)), confidence)


def retag(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It gets tags in place of those that it has."""
    names = tags_named(slots["tags"], scene)
    return None if names is None else [UpdateTask(task.id, tags=names)]


def untag(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It loses tags."""
    names = tags_named(slots.get("tags") or slots["hashtags"], scene)
    if names is None:
        return None
    gone = {find_project(name, task.tags, scene.language) for name in names}
    return [UpdateTask(task.id, tags=[each for each in task.tags if each not in gone])]


def untag_all(task: Task, slots: Slots, scene: Scene) -> Changes:
    """It loses all of them."""
    del slots, scene
    return [UpdateTask(task.id, tags=[])]


def _if_signs(slots: Slots, scene: Scene) -> Slots | None:
    """The slots, unless what should be tags with their sign is anything else."""
    is_other = "hashtags" in slots and not scene.language.fields.hashtags.fullmatch(
        slots["hashtags"].text
    )
    return None if is_other else slots


def _with(task: Task, names: list[str] | None) -> Changes:
    if names is None:
        return None
    return [UpdateTask(task.id, tags=list(dict.fromkeys([*task.tags, *names])))]


def _cleaned(name: str, scene: Scene) -> str:
    fields = scene.language.fields
    while (shorter := fields.around_tag.sub("", name.strip(" \"'#,;:.!?"))) != name:
        name = shorter
    return name


INTENTS = {
    "tag": on_task(tag, _if_signs),
    "tag_bare": Intent(tag_bare, tag_by_sign),
    "retag": on_task(retag),
    "untag": on_task(untag, _if_signs),
    "untag_all": on_task(untag_all),
}
