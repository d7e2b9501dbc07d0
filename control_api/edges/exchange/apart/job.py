"""What the two processes say to each other."""

import msgspec

from control_api.edges.exchange.apart.spool import Told
from control_api.edges.exchange.parts.losses import Circumstances
from shared.moving import ImportFormat


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Which file to read, and where to write what was in it."""

    parent: int
    """Process that waits for it."""
    body: int
    """File descriptor."""
    records: int
    """File descriptor."""
    format: ImportFormat
    circumstances: Circumstances


class Refusal(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Why it can't be read."""

    name: str
    """Of the problem."""
    detail: str
    fields: dict[str, str]


class Read(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It was read, and all of it is written."""

    told: Told


Answer = Refusal | Read
