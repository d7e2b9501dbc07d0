"""When a part of one text is the same as a part of another, however it is written."""

import re
import unicodedata

# Marks that people leave out: on Latin and Greek letters, and on the Cyrillic yo. Elsewhere they
# make another letter: a Japanese が is no か, and the Cyrillic short i is no i.
_LEFT_OUT = re.compile(
    r"(?<=[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff])[\u0300-\u036f]+|(?<=[\u0415\u0435])\u0308"
)


def search_key(text: str) -> str:
    """The text in small letters, ß as ss, without accents, all white space as one blank.

    The key of a part of a text is a part of its key. Indexes hold such keys: how they are made can
    only be changed with a step that makes those anew.
    """
    text = " ".join(text.split())
    if text.isascii():
        return text.lower()
    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare).casefold()
