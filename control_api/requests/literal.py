"""Where in a text the parts stand that are to be taken as they are written."""

import re
from collections.abc import Callable

from control_api.input.fields import invalid

Stretch = tuple[int, int]


def stretches_of(text: str, parts: list[str]) -> list[Stretch]:
    """Start and end of each place of each part, none within another; in their order.

    Raises `InvalidInputError` for what is no part of the text.
    """
    stretches: list[Stretch] = []
    for part in sorted(parts, key=len, reverse=True):
        found = [match.span() for match in _pattern(part).finditer(text)]
        if not found:
            raise invalid("literal", f'"{part}" is no part of the text: send it as it stands.')
        stretches += [each for each in found if not any(map(_overlap(each), stretches))]
    return sorted(stretches)


def _pattern(part: str) -> re.Pattern[str]:
    """Finds whole words only: "at" is no part of "cat"."""
    before = r"(?<!\w)" if part[:1].isalnum() else ""
    after = r"(?!\w)" if part[-1:].isalnum() else ""
    return re.compile(f"{before}{re.escape(part)}{after}")


def _overlap(one: Stretch) -> Callable[[Stretch], bool]:
    return lambda other: one[0] < other[1] and other[0] < one[1]
