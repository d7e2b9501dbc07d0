"""A sentence with signs in it: what they say of the task that the other words make."""

from collections.abc import Callable

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.details import added, only_makes
from control_api.language.understanding.fields.signs import (
    Signed,
    signed_in,
    with_signs,
    without_signs,
)
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

Read = Callable[[Words, Words, Scene], CommandPlan | None]
"""Reads words, and the same without politeness."""


def read_signed(words: Words, bare: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What the words mean. Signs make a new task of words that would say nothing alone.

    Raises as `read` does.
    """
    signed = signed_in(bare, scene)
    if not signed:
        return read(words, bare, scene)
    reading = read(words, bare, scene)
    if reading is not None and not only_makes(reading):
        asks = reading.outcome == "clarify"
        if not asks or _is_what_is_added(bare, signed[0], scene.language):
            return reading
    rest = without_signs(bare, signed)
    made = read(rest, rest, scene) if rest.text else None
    if made is None and rest.text and not _is_of_something(rest, scene.language):
        plain = added(rest, scene)
        made = read(plain, plain, scene)
    if made is None or made.outcome != "planned":
        return made or reading
    return with_signs(made, signed) if only_makes(made) else reading


def _is_what_is_added(words: Words, first: Signed, language: Language) -> bool:
    """Whether what is typed with a sign is all that is asked for: "add #work to the report"."""
    before = words.slice(0, first.start).strip()
    opener = language.openers.match(" " + before.mask)
    return bool(before.text) and opener is not None and opener.end() > len(before.mask)


def _is_of_something(rest: Words, language: Language) -> bool:
    """Whether the words speak of what there is, which is no new task: "the report", "tag it"."""
    leading = language.fields.around_tag.match(rest.mask)
    tags = leading is not None and not language.articles.issuperset(leading[0].lower().split())
    return tags or language.fields.refers.match(rest.mask) is not None
