"""What to say about changes of projects, tags, people, saved filters and comments."""

from control_api.engine.results import Result
from control_api.language.wording.phrasing import (
    capital,
    how_many,
    in_a_row,
    in_sentence,
    number,
)
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.bells import Alarm, Timer
from shared.moving import ImportThings
from shared.tasks import Task
from shared.thing_actions import EmptyTrash, PurgeThing, RestoreThing
from shared.things import Comment, Occurrence, Project, Thing
from shared.voice_settings import VoiceSettings

_WITH_WORDS = frozenset({"project", "tag", "filter", "person"})
"""Kinds that are told what they are; one that no language has words for is told by its name."""


def say_things(result: Result, language: Language) -> str:
    """What was done to things; without a word about what was deleted for good."""
    match result.action:
        case ImportThings() as moved:
            return _say_import(moved, language)
        case PurgeThing() | EmptyTrash() if result.purged:
            things = how_many(len(result.purged), language, "thing")
            return language.say("purged", things=things)
        case EmptyTrash():
            return language.say("purged-nothing")
        case RestoreThing():
            return " ".join(_say_back(change, language) for change in result.also)
        case _:
            return " ".join(_say_change(change, language) for change in result.also)


def _say_back(change: Change, language: Language) -> str:
    subject = change.subject
    if isinstance(subject, Task):
        return language.say("thing-back-task")
    name = in_sentence(name_of(subject, language), language)
    return capital(language.say("thing-back", thing=name))


def _say_change(change: Change, language: Language) -> str:
    before, after = change.before, change.after
    if isinstance(before, Task) or isinstance(after, Task):
        return ""
    if isinstance(before or after, Occurrence):
        return ""
    if before is not None and after is not None:
        return _changed(before, after, language)
    subject = before or after
    if subject is None:
        return ""
    said = "thing-deleted" if after is None else "thing-added"
    return language.say(said, thing=object_of(subject, language))


def _changed(before: Thing, after: Thing, language: Language) -> str:
    old, new = object_of(before, language), object_of(after, language)
    if before == after:
        return language.say("thing-so-already", thing=name_of(after, language))
    if isinstance(before, Project) and isinstance(after, Project):
        if after.archived and not before.archived:
            return language.say("thing-archived", thing=new)
        if before.archived and not after.archived:
            return capital(language.say("thing-active", thing=name_of(after, language)))
    if not isinstance(after, Comment | Occurrence | Timer | Alarm | VoiceSettings) and old != new:
        return language.say("thing-renamed", thing=old, name=after.name)
    return language.say("thing-changed", thing=new)


def name_of(thing: Thing, language: Language) -> str:
    """The thing as the subject of a sentence: "the project Work"."""
    form, name = _form_and_name(thing)
    return language.say(f"thing-{form}", name=name) if form else name


def object_of(thing: Thing, language: Language) -> str:
    """The thing as what something is done to: "the project Work"."""
    form, name = _form_and_name(thing)
    return language.say(f"object-{form}", name=name) if form else name


def _form_and_name(thing: Thing) -> tuple[str, str]:
    match thing:
        case Timer() | Alarm():
            return f"{thing.KIND}-named" if thing.label else thing.KIND, thing.label
        case Comment() | Occurrence() | VoiceSettings():
            return thing.KIND, ""
        case _:
            return thing.KIND if thing.KIND in _WITH_WORDS else "", thing.name


def say_freed(freed: list[Task], language: Language) -> str:
    """What can be done now that it waits for nothing any more."""
    titles = [in_sentence(task.title, language) for task in freed[:2]]
    return " ".join(language.say("task-freed", title=title) for title in titles)


def _say_import(action: ImportThings, language: Language) -> str:
    """How much has come in."""
    counts = action.counts.get("task")
    if counts is None or not (counts.new or counts.changed or counts.restored):
        return language.say("imported-nothing")
    parts = [
        language.say(f"imported-{done}", tasks=how_many(count, language))
        for done, count in (
            ("new", counts.new),
            ("changed", counts.changed),
            ("restored", counts.restored),
        )
        if count
    ]
    return language.say("imported", counts=in_a_row(parts, language))


def say_import_undone(undone: list[Result], language: Language) -> str:
    """How much of an import was taken back."""
    tasks = sum(result.before is not None or result.after is not None for result in undone)
    return language.say("import-undone", count=tasks, number=number(tasks, language))
