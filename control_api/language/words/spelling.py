"""Letters with marks, which people leave off when they type: "reunion" for "réunion"."""

import re
import unicodedata

_TWO_LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss"}
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_ESCAPED_OR_LETTER = re.compile(r"\\.|[^\\]", re.DOTALL)


def plain(text: str) -> str:
    """The text without marks: "reunion", "oeuf", "strasse"."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    letters = (c for c in parts if not unicodedata.combining(c))
    return "".join(_TWO_LETTERS.get(c, c) for c in letters)


def plain_spellings(word: str) -> list[str]:
    """How a word may be typed without marks: "fur" and "fuer"; nothing where it has none."""
    if word.isascii():
        return []
    in_full = word
    for letter, letters in _UMLAUTS.items():
        in_full = in_full.replace(letter, letters)
    return [each for each in dict.fromkeys((plain(word), plain(in_full))) if each != word]


def with_plain_spellings(words: list[str]) -> list[str]:
    """The words, and each as it may be typed."""
    return list(dict.fromkeys([*words, *(p for word in words for p in plain_spellings(word))]))


def loosely(expression: str) -> str:
    """A regular expression that also finds what is typed without marks.

    Letters that become two must not stand in what looks behind.
    """
    # Most have no marks, and a language has tens of thousands.
    if expression.isascii():
        return expression
    made, in_class = [], False
    for found in _ESCAPED_OR_LETTER.finditer(expression):
        letter = found[0]
        if in_class or letter == "[":
            in_class = letter != "]"
            made.append(letter + _base(letter) if in_class else letter)
        else:
            made.append(_any_spelling(letter))
    return "".join(made)


def _any_spelling(letter: str) -> str:
    base, letters = _base(letter), _TWO_LETTERS.get(letter) or _UMLAUTS.get(letter)
    one = f"[{letter}{base}]" if base else letter
    return f"(?:{one}|{letters})" if letters else one


def _base(letter: str) -> str:
    """The letter below a mark; nothing where there is no mark."""
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if len(letter) == 1 and len(parts) > 1 and parts[0].isalpha() else ""
