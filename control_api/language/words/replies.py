"""What Saydo says in one language: messages in Fluent, the files of the language's ``replies/``.

A message is a whole sentence or a whole piece of one, so that each language puts its words in its
own order and bends them as it must. Syntax: https://projectfluent.org/fluent/guide/
"""

import sys
from collections.abc import Iterable

from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax.ast import Junk

# The guard against messages of strangers that grow without end: these are our own, and what is
# said of five long titles may well be longer.
resolver.MAX_PART_LENGTH = sys.maxsize


class Replies:
    """The messages of one language, by name."""

    def __init__(self, locale: str, resources: Iterable[str]) -> None:
        """`locale` is a BCP 47 tag, each resource the text of a file.

        Raises ValueError for a text that can't be read, and for a message that is there twice.
        """
        self._locale = locale
        # Marks around each value are for writing that mixes directions, and are read aloud by some.
        self._bundle = FluentBundle([locale], use_isolating=False)
        for text in resources:
            resource = FluentResource(text)
            broken = [entry for entry in resource.body if isinstance(entry, Junk)]
            if broken:
                raise ValueError(f"This is no message: {broken[0].content!r}")
            self._bundle.add_resource(resource)

    def say(self, message: str, **values: str | int) -> str:
        """The message with its values. Raises KeyError when it, or a value for it, is missing."""
        found = self._bundle.get_message(message)
        if found.value is None:
            raise KeyError(message)
        said, errors = self._bundle.format_pattern(found.value, values)
        if errors:
            raise KeyError(f"{message}: {errors[0]}")
        return str(said)

    def listed(self, things: list[str]) -> str:
        """As one says several things: "milk, eggs, and bread"."""
        return format_list(things, locale=self._locale)
