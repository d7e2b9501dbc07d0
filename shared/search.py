"""What a full-text search answers."""

import msgspec

from shared.tasks import Task


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text; all of them, one after the other, are the text."""

    text: str
    found: bool = False
    """It is what was searched for: show it so."""


class Hit(msgspec.Struct, frozen=True):
    """A task that was found, and where the words are in it."""

    task: Task
    title: list[Piece]
    """The whole title."""
    notes: list[Piece]
    """The part of the notes that has the words; empty when they have none. So is `comments`."""
    comments: list[Piece]


class HitPage(msgspec.Struct, frozen=True):
    """One page of hits, the best first."""

    items: list[Hit]
    next_cursor: str | None
