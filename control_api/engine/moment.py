"""When, where and by whom a command is run."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from shared.tasks import Source


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What an action needs to know of the command that it is a part of."""

    now: datetime
    """Aware: the time that the person's words are relative to."""
    zone: ZoneInfo
    """The person's own."""
    stamp: str
    """The real time, as it is stored."""
    actor: str = ""
    """The credential, in a word or two."""
    source: Source = "api"
    command_id: str = ""
    said: str | None = None
    """The words of the command."""
