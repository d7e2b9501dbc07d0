"""What language the words of a conversation are in."""

from shared.languages import LanguageName
from shared.tasks import Source

HEARD: LanguageName = "en"
"""What the recogniser hears and the voice speaks."""


def language_of(source: Source) -> LanguageName | None:
    """That of what was said; None for what was typed: the person's own."""
    return HEARD if source == "voice" else None
