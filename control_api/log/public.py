"""An entry of the log as clients see it."""

import msgspec

from control_api.log.entries import Entry
from shared.events import (
    CommentEvent,
    Event,
    FilterEvent,
    Kind,
    OccurrenceEvent,
    PersonEvent,
    ProjectEvent,
    TagEvent,
    TaskEvent,
)

_EVENTS: dict[Kind, type[Event]] = {
    "task": TaskEvent,
    "project": ProjectEvent,
    "tag": TagEvent,
    "person": PersonEvent,
    "filter": FilterEvent,
    "comment": CommentEvent,
    "occurrence": OccurrenceEvent,
}


def to_event(entry: Entry) -> Event:
    """The event of an entry: the same, with its kind as the tag. What was purged is None."""
    fields = msgspec.structs.asdict(entry)
    del fields["purged"]
    return _EVENTS[fields.pop("kind")](**fields)
