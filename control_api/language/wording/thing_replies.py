"""What to say about changes of projects, tags, people, saved filters and comments."""

from control_api.engine.results import Result
from control_api.language.wording.phrasing import at_start, how_many, in_sentence
from control_api.language.words.language import Language
from control_api.log.changes import Change
from shared.bells import Alarm, Timer
from shared.moving import ImportThings
from shared.tasks import Task
from shared.thing_actions import EmptyTrash, PurgeThing, RestoreThing
from shared.things import Comment, Occurrence, Project, SavedFilter, Tag, Thing


def say_things(result: Result, language: Language) -> str:
    """What was done to things; without a word about what was deleted for good."""
    match result.action:
        case ImportThings() as moved:
            return _say_import(moved, language)
        case PurgeThing() | EmptyTrash() if result.purged:
            return f"Deleted {how_many(len(result.purged), language, 'thing')} for good."
        case EmptyTrash():
            return "The trash is empty already."
        case RestoreThing():
            return " ".join(f"{_name_at_start(change)} is back." for change in result.also)
        case _:
            return " ".join(map(_say_change, result.also))


def _name_at_start(change: Change) -> str:
    subject = change.subject
    return "It" if isinstance(subject, Task) else at_start(name_of(subject))


def _say_change(change: Change) -> str:
    before, after = change.before, change.after
    if isinstance(before, Task) or isinstance(after, Task):
        return ""
    if isinstance(before or after, Occurrence):
        return ""
    if before is not None and after is not None:
        return _changed(before, after)
    subject = before or after
    if subject is None:
        return ""
    return f"{'Deleted' if after is None else 'Added'} {name_of(subject)}."


def _changed(before: Thing, after: Thing) -> str:
    name = name_of(after)
    if before == after:
        return f"It was so already: {name}."
    if isinstance(before, Project) and isinstance(after, Project):
        if after.archived and not before.archived:
            return f"Archived {name}."
        if before.archived and not after.archived:
            return f"{name[:1].upper()}{name[1:]} is active again."
    if not isinstance(after, Comment | Occurrence | Timer | Alarm) and name_of(before) != name:
        return f"Renamed {name_of(before)} to {after.name}."
    return f"Changed {name}."


def name_of(thing: Thing) -> str:
    """The thing as one speaks of it: "the project Work"."""
    match thing:
        case Project() | Tag():
            said = f"the {thing.KIND} {thing.name}"
        case SavedFilter():
            said = f"the filter {thing.name}"
        case Comment():
            said = "the comment"
        case Occurrence():
            said = "one of its times"
        case Timer() | Alarm():
            said = f"the {f'{thing.label} {thing.KIND}'.strip()}"
        case _:
            said = thing.name
    return said


def say_freed(freed: list[Task], language: Language) -> str:
    """What can be done now that it waits for nothing any more."""
    return " ".join(f"Now you can {in_sentence(task.title, language)}." for task in freed[:2])


def _say_import(action: ImportThings, language: Language) -> str:
    """How much has come in."""
    counts = action.counts.get("task")
    if counts is None or not (counts.new or counts.changed or counts.restored):
        return "Nothing about your tasks has changed."
    parts = [
        f"{how_many(count, language)} {done}"
        for count, done in (
            (counts.new, "added"),
            (counts.changed, "changed"),
            (counts.restored, "brought back"),
        )
        if count
    ]
    return f"Imported: {', '.join(parts)}."


def say_import_undone(undone: list[Result], language: Language) -> str:
    """How much of an import was taken back."""
    tasks = sum(result.before is not None or result.after is not None for result in undone)
    return f"the import of {how_many(tasks, language)} is taken back."
