"""One line of text, as people and programs may send it."""

import unicodedata

from control_api.input.fields import invalid

# Controls, lone surrogates, and the two separators that break lines.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


def clean_line(text: str, field: str, longest: int) -> str:
    """Take the white space around a line away.

    Raises `InvalidInputError` for `field` when nothing is left, or more than `longest` characters,
    or what is no single line.
    """
    line = text.strip()
    if not line:
        raise invalid(field, f"The {field} is empty: write something in it.")
    if len(line) > longest:
        raise invalid(field, f"The {field} is too long: {longest} characters at most.")
    if any(unicodedata.category(character) in _REFUSED_CATEGORIES for character in line):
        raise invalid(field, f"The {field} must be one line of text without control characters.")
    return line
