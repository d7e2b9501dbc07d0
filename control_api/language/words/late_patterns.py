"""Regular expressions that are compiled when they are first used.

All of a language take seconds, which nobody who starts the server, or asks it for something else
than words, is to wait for.
"""

import re
from typing import Any, cast


class LatePattern:
    """Has all that `re.Pattern` has, once something of it is asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        """Raises nothing: a broken expression raises `re.error` where it is first used."""
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._expression, self._flags)
        # From now on these are found before this is asked.
        self.search, self.match, self.fullmatch = (
            compiled.search,
            compiled.match,
            compiled.fullmatch,
        )
        self.finditer, self.sub, self.split = compiled.finditer, compiled.sub, compiled.split
        self.pattern = compiled.pattern
        return getattr(compiled, name)


def compile_late(expression: str, flags: int) -> re.Pattern[str]:
    """The pattern of an expression, which it only becomes when it is used."""
    return cast("re.Pattern[str]", LatePattern(expression, flags))
