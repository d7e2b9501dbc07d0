"""One thing before and after a command."""

import msgspec

from control_api.kinds.tasks.records.document import plain
from control_api.kinds.things.kinds import KINDS
from shared.events import Kind
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing


class Change(msgspec.Struct, frozen=True):
    """A task or thing before and after; None where it did not exist or was in the trash."""

    before: Task | Thing | None
    after: Task | Thing | None

    @property
    def subject(self) -> Task | Thing:
        """What it is about, as it is now or was last."""
        subject = self.after or self.before
        if subject is None:
            raise ValueError("A change is of something.")
        return subject

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return kind_of(self.subject)

    @property
    def key(self) -> tuple[Kind, str]:
        """What tells it from every other thing."""
        return self.kind, self.subject.id

    @property
    def task_id(self) -> str | None:
        """The task that it is, or is about."""
        return task_of(self.subject)

    @property
    def is_none(self) -> bool:
        """Whether both are the same, but for what is looked up."""
        return as_kept(self.before) == as_kept(self.after)


class Purged(msgspec.Struct, frozen=True):
    """A thing that was deleted for good: all that is still known of it."""

    kind: Kind
    thing_id: str
    task_id: str | None


def kind_of(subject: Task | Thing) -> Kind:
    """The kind of a task or thing."""
    return "task" if isinstance(subject, Task) else KINDS[type(subject)]


def task_of(subject: Task | Thing) -> str | None:
    """The id of the task that it is, or is about."""
    if isinstance(subject, Task):
        return subject.id
    return subject.task_id if isinstance(subject, Comment | Occurrence) else None


def as_kept(subject: Task | Thing | None) -> Task | Thing | None:
    """It without what is looked up when it is read."""
    return plain(subject) if isinstance(subject, Task) else subject
