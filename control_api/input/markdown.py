"""Markdown, as people and programs may send it."""

import unicodedata

from control_api.input.fields import invalid

NOTES_LENGTH = 100_000


def clean_text(text: str, field: str = "notes") -> str:
    """Markdown of several lines. Raises `InvalidInputError`."""
    if len(text) > NOTES_LENGTH:
        raise invalid(field, f"The {field} is too long: {NOTES_LENGTH} characters at most.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(each) in {"Cc", "Cs"} for each in lines if each not in "\n\t"):
        raise invalid(field, f"The {field} has control characters in it; send text.")
    return lines
