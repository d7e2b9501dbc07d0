"""One thing before and after a command."""

from typing import Any, TypeVar, overload

import msgspec

from shared.events import Kind
from shared.tasks import Task
from shared.things import Thing

Subject = Task | Thing
"""What a change is of. What another kind brings is a struct with an `id` and a `KIND` as well."""
T = TypeVar("T")


class Change(msgspec.Struct, frozen=True):
    """A task or thing before and after; None where it did not exist or was in the trash."""

    before: Subject | None
    after: Subject | None

    @property
    def subject(self) -> Subject:
        """What it is about, as it is now or was last."""
        subject = self.after or self.before
        if subject is None:
            raise ValueError("A change is of something.")
        return subject

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return self.subject.KIND

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


def task_of(subject: Subject) -> str | None:
    """The id of the task that it is, or is about."""
    if isinstance(subject, Task):
        return subject.id
    found: str | None = getattr(subject, "task_id", None)
    return found


@overload
def as_kept(subject: None) -> None: ...
@overload
def as_kept(subject: T) -> T: ...
def as_kept(subject: Any) -> Any:
    """It without what is looked up when it is read."""
    looked_up = getattr(subject, "LOOKED_UP", None)
    return subject if looked_up is None else msgspec.structs.replace(subject, **looked_up)
