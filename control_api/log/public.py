"""An entry of the log as clients see it."""

import msgspec

from control_api.log.entries import Entry
from control_api.log.kinds import Kinds
from shared.events import Event


def to_event(kinds: Kinds, entry: Entry) -> Event:
    """The event of an entry: the same, with its kind as the tag. What was purged is None."""
    fields = msgspec.structs.asdict(entry)
    del fields["purged"]
    event: Event = kinds.kept[fields.pop("kind")].event(**fields)
    return event
