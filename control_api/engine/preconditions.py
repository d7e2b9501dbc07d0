"""What must still be so for a command to be run: that nobody has changed its subject meanwhile."""

import msgspec
from sqlite_utils import Database

from control_api.http.etags import etag, strong_tags
from control_api.log.kinds import Kinds
from shared.problems import PreconditionFailedError


class Precondition(msgspec.Struct, frozen=True):
    """A task or thing that must have one of these tags."""

    thing_id: str
    etags: frozenset[str]


def precondition(thing_id: str, if_match: str | None) -> Precondition | None:
    """What an If-Match header demands of the thing that a request is about."""
    if if_match is None or if_match == "*":
        return None
    return Precondition(thing_id, strong_tags(if_match))


def check(db: Database, kinds: Kinds, demanded: Precondition) -> None:
    """Raise `PreconditionFailedError` for another version; what isn't there the action will say."""
    now = kinds.find(db, demanded.thing_id)
    if now is not None and etag(now) not in demanded.etags:
        raise PreconditionFailedError(
            "It was changed since you read it, so nothing was done. Read it again, then decide."
        )
