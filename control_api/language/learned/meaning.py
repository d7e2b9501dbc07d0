"""What the learned reader tells of a sentence: what may be meant, and what stands where."""

import msgspec

NOTHING = "nothing"
"""The intent of words that ask for nothing that was learned."""

TAGS: dict[str, str] = {
    "what": "thing",
    "task": "thing",
    "when": "when",
    "project": "list",
    "title": "title",
    "length": "length",
    "delay": "length",
    "label": "label",
    "bell": "label",
    "place": "place",
    "zone_name": "place",
    "person": "person",
    "people": "person",
    "text": "text",
    "tag": "tag",
    "tags": "tag",
}
"""Kinds of stretches, by the slots of templates that they fill. What fills slots of one kind looks
alike; which one it is, the intent says."""


class Stretch(msgspec.Struct, frozen=True):
    """What stands from one character to another."""

    start: int
    end: int
    tag: str


class Likely(msgspec.Struct, frozen=True):
    """An intent that may be meant."""

    intent: str
    """`NOTHING` may be one."""
    probability: float
    """Calibrated."""
    shapes: tuple[frozenset[str], ...]
    """Which kinds of stretches its sentences have together, the most first."""
    known_shapes: tuple[frozenset[str], ...]
    """Of sentences that are only meant so when they name what is there."""


class Meaning(msgspec.Struct, frozen=True):
    """What a sentence may mean."""

    intents: tuple[Likely, ...]
    """The likeliest one first."""
    stretches: tuple[Stretch, ...]
    """In their order, none in another."""
