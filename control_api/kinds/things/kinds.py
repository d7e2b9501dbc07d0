"""The kinds of thing, and the struct that each is kept as."""

from typing import Any

from shared.events import Kind
from shared.problems import NotFoundError
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag, Thing

TYPES: dict[Kind, type[Thing]] = {
    "project": Project,
    "tag": Tag,
    "person": Person,
    "filter": SavedFilter,
    "comment": Comment,
    "occurrence": Occurrence,
}
KINDS: dict[type[Any], Kind] = {kind: name for name, kind in TYPES.items()}

_MISSING: dict[Kind, str] = {
    "project": "There is no such project.",
    "tag": "There is no such tag.",
    "person": "There is no such person.",
    "filter": "There is no such saved filter.",
    "comment": "There is no such comment.",
    "occurrence": "There is nothing on record of that time.",
}


def missing(kind: Kind) -> NotFoundError:
    """Make the error for a thing that is not there."""
    return NotFoundError(_MISSING[kind])
