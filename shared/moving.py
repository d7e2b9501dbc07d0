"""Moving in and out: what an import would do or did, and what a format has no place for."""

from typing import Literal

import msgspec

from shared.bells import Alarm, Timer
from shared.events import Kind
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag
from shared.voice_settings import VoiceSettings

ExportFormat = Literal[
    "saydo", "csv", "ics", "todoist-csv", "todoist-json", "taskwarrior", "todotxt"
]
ImportFormat = Literal[
    "saydo", "csv", "ics", "todoist-csv", "todoist-json", "taskwarrior", "vikunja"
]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of the things of one kind."""

    new: int = 0
    changed: int = 0
    restored: int = 0
    """They come back out of the trash."""
    same: int = 0
    kept: int = 0
    """They stay as they are here, where they are newer, or not in the trash as in the file."""
    trashed: int = 0
    """They are in the file's trash, and go to the one here."""


class ImportThings(msgspec.Struct, tag="import_things", omit_defaults=True, frozen=True):
    """Takes things in whole, with their ids and times. Undo takes all of it back.

    What is here already by the same id becomes as given; a project, tag, person or filter of the
    same name is taken for the same. Empty ``_at`` fields mean that the time is not known.
    """

    tasks: list[Task] = []
    projects: list[Project] = []
    tags: list[Tag] = []
    people: list[Person] = []
    filters: list[SavedFilter] = []
    comments: list[Comment] = []
    occurrences: list[Occurrence] = []
    timers: list[Timer] = []
    alarms: list[Alarm] = []
    settings: list[VoiceSettings] = []
    trash: dict[str, str] = {}
    """Ids of those of the above, but tasks, that are in the trash, and since when."""
    untold: list[str] = []
    """Fields that these tasks say nothing of: those of tasks that are here stay."""
    force: bool = False
    """Also when much of what is here would change, or is newer."""
    counts: dict[Kind, Counts] = {}
    """Filled in by the engine, which gives it back instead of the things."""


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """What one field comes to on the other side, where it is not the same."""

    field: str
    what: str
    """One sentence."""
    kept: bool = False
    """It is set aside in the task's `extra`, and given back to the program it came from."""
    count: int = 1
    examples: list[str] = []


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to an import: what it would do, or did."""

    format: ImportFormat
    dry_run: bool
    counts: dict[Kind, Counts]
    losses: list[Loss]
    warnings: list[str]
    sample: list[Task]
    """The first of the tasks that are new or changed; nothing once it is done."""
    stops: str | None = None
    """Why it would be refused without `force`."""
    command_id: str | None = None
    """To undo it by; None for a dry run, or when nothing was changed."""


class Wiped(msgspec.Struct, frozen=True, kw_only=True):
    """What was there before everything was wiped."""

    counts: dict[Kind, int]


class ExportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an export would hold, and what the format has no place for."""

    format: ExportFormat
    counts: dict[Kind, int]
    losses: list[Loss]
