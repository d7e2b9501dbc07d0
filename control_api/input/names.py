"""When two spellings are the same name."""

import unicodedata


def name_key(text: str) -> str:
    """What two spellings of the same name or title have in common."""
    return unicodedata.normalize("NFC", text).casefold()
