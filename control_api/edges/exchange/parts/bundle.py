"""What every format is read into and written from."""

import hashlib
import uuid
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Losses
from control_api.input.names import name_key
from shared.bells import Alarm, Timer
from shared.events import Event, Kind
from shared.moving import ImportThings
from shared.problems import InvalidInputError
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag
from shared.voice_settings import VoiceSettings

T = TypeVar("T")

MOST_WARNINGS = 100
STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"


class Bundle(msgspec.Struct, kw_only=True):
    """A workspace's things, or those of another program, and what was lost on the way."""

    tasks: list[Task] = msgspec.field(default_factory=list)
    projects: list[Project] = msgspec.field(default_factory=list)
    tags: list[Tag] = msgspec.field(default_factory=list)
    people: list[Person] = msgspec.field(default_factory=list)
    filters: list[SavedFilter] = msgspec.field(default_factory=list)
    comments: list[Comment] = msgspec.field(default_factory=list)
    occurrences: list[Occurrence] = msgspec.field(default_factory=list)
    timers: list[Timer] = msgspec.field(default_factory=list)
    alarms: list[Alarm] = msgspec.field(default_factory=list)
    settings: list[VoiceSettings] = msgspec.field(default_factory=list)
    """One at most, as long as nothing is wrong with them."""
    others: dict[str, list[Any]] = msgspec.field(default_factory=dict)
    """Things of further kinds, by kind: only Saydo's own format has a place for them."""
    trash: dict[str, str] = msgspec.field(default_factory=dict)
    """Ids of the things, but tasks, that are in the trash, and since when."""
    events: list[Event] = msgspec.field(default_factory=list)
    losses: Losses = msgspec.field(default_factory=Losses)
    warnings: list[str] = msgspec.field(default_factory=list)
    untold: frozenset[str] = frozenset()
    """Fields of tasks that the format has no place for."""
    tally: Tally = msgspec.field(default_factory=Tally)

    def add(self, things: list[T], thing: T) -> None:
        """Put one more into one of the lists. Raises `TooLargeError` when it is one too many."""
        self.tally.add()
        things.append(thing)

    def warn(self, sentence: str) -> None:
        """Say something of the file; what is said of very many records is said of the first."""
        if len(self.warnings) < MOST_WARNINGS:
            self.warnings.append(sentence)

    def by_kind(self) -> dict[Kind, list[Any]]:
        """All of it, in an order in which nothing refers to what comes later."""
        return {
            "project": self.projects,
            "tag": self.tags,
            "person": self.people,
            "filter": self.filters,
            "task": self.tasks,
            "comment": self.comments,
            "occurrence": self.occurrences,
            "timer": self.timers,
            "alarm": self.alarms,
            "settings": self.settings,
        }

    def action(self, *, force: bool) -> ImportThings:
        """What the engine is to do to take all of it in."""
        return ImportThings(
            tasks=self.tasks,
            projects=self.projects,
            tags=self.tags,
            people=self.people,
            filters=self.filters,
            comments=self.comments,
            occurrences=self.occurrences,
            timers=self.timers,
            alarms=self.alarms,
            settings=self.settings,
            trash=self.trash,
            untold=sorted(self.untold),
            force=force,
        )


class Names:
    """Makes projects, tags and people of their names, each once a bundle."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._projects = {name_key(each.name): each.id for each in bundle.projects}
        self._tags = {name_key(each.name): each.id for each in bundle.tags}
        self._people = {name_key(each.name): each.id for each in bundle.people}

    def project(self, name: str, **fields: Any) -> str | None:
        """The id of a project; None for no name."""
        name = one_line(name)
        if not name:
            return None
        found = self._projects.get(name_key(name))
        if found is None:
            made = Project(**(_named("project", name) | fields))
            self._bundle.add(self._bundle.projects, made)
            found = self._projects[name_key(name)] = made.id
        return found

    def tag(self, name: str, **fields: Any) -> str | None:
        """The id of a tag; None for no name."""
        name = one_line(name).removeprefix("#").strip()
        if not name:
            return None
        found = self._tags.get(name_key(name))
        if found is None:
            made = Tag(**(_named("tag", name) | fields))
            self._bundle.add(self._bundle.tags, made)
            found = self._tags[name_key(name)] = made.id
        return found

    def tags(self, names: list[str]) -> list[str]:
        """The ids of tags, each once."""
        found = [self.tag(name) for name in names]
        return list(dict.fromkeys(each for each in found if each is not None))

    def person(self, name: str, **fields: Any) -> str | None:
        """The id of a person; None for no name."""
        name = one_line(name)
        if not name:
            return None
        found = self._people.get(name_key(name))
        if found is None:
            made = Person(**(_named("person", name) | fields))
            self._bundle.add(self._bundle.people, made)
            found = self._people[name_key(name)] = made.id
        return found


class Seen:
    """Counts how often the same text was there; of a text only its hash is kept."""

    def __init__(self) -> None:
        self._times: dict[bytes, int] = {}

    def count(self, text: str) -> int:
        """How often it has been there by now."""
        key = hashlib.sha256(text.encode()).digest()
        self._times[key] = self._times.get(key, 0) + 1
        return self._times[key]


def new_task(task_id: str, title: str, **fields: Any) -> Task:
    """A task as another program had it; what is not given is not known."""
    known: dict[str, Any] = {
        "status": "todo",
        "due": None,
        "time_zone": None,
        "project": None,
        "created_at": "",
        "updated_at": "",
        "source": "import",
    }
    return Task(id=task_id, title=title, **(known | fields))


def stable_id(*parts: str) -> str:
    """The same UUID for the same foreign thing, whenever it is read."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:saydo:" + ":".join(parts)))


def task_id_of(program: str, foreign_id: str) -> str:
    """The id of a task: the foreign one where that is a UUID."""
    try:
        return str(uuid.UUID(foreign_id))
    except ValueError:
        return stable_id(program, "task", foreign_id)


def with_origin(task: Task, program: str, foreign_id: str, record: Any) -> Task:
    """The task with a note of where it came from, and how it was written there.

    As long as the foreign record stays the same, what was changed here since stays as well.
    """
    seen = hashlib.sha256(msgspec.json.encode(record, order="deterministic")).hexdigest()[:16]
    note = {"from": program, "id": foreign_id, "seen": seen}
    return msgspec.structs.replace(task, extra=task.extra | {"import": note})


def seen_of(task: Task) -> Any:
    """How the task was written where it came from; None when it came from nowhere else."""
    note = task.extra.get("import")
    return (note.get("from"), note.get("seen")) if isinstance(note, dict) else None


def aside(task: Task, program: str) -> dict[str, Any]:
    """What was set aside of a task for the program that it came from."""
    kept = task.extra.get(program)
    return kept if isinstance(kept, dict) else {}


def one_line(text: str) -> str:
    """The text on one line, without white space around it."""
    return " ".join(text.splitlines()).replace("\t", " ").strip()


def stamp(moment: datetime) -> str:
    """An aware time as it is stored."""
    return moment.astimezone(UTC).strftime(STAMP)


def bad(where: str, sentence: str) -> InvalidInputError:
    """Make the error for one line or record of a file."""
    return InvalidInputError(f"{where}: {sentence} Nothing was imported.", fields={where: sentence})


def _named(kind: str, name: str) -> dict[str, Any]:
    made = stable_id(kind, name_key(name))
    return {"id": made, "name": name, "created_at": "", "updated_at": ""}
