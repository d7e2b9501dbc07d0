"""Secret addresses of read-only calendars."""

from typing import Annotated, Literal

import msgspec

FeedKind = Literal["todo", "event"]
"""``event`` shows tasks with a date in every calendar; ``todo`` is for apps that know tasks."""


class NewFeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/feeds``."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)] = "Saydo"
    kind: FeedKind = "event"


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A secret address of a read-only calendar."""

    id: str
    name: str
    kind: FeedKind
    created_at: str


class MadeFeed(Feed, frozen=True, kw_only=True):
    """A new feed, with the address that is shown this once."""

    path: str
    """Below the address of this server."""


class FeedList(msgspec.Struct, frozen=True):
    """The feeds of a workspace."""

    items: list[Feed]
