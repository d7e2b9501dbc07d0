"""A sentence as it came from a microphone or a keyboard, made ready to be read."""

import re
import unicodedata

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_HIDDEN = "\u00a4"
_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u00a0": " ",
        **dict.fromkeys("\u00bf\u00a1"),
    }
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_QUOTED = re.compile(r'"([^"]*)"')


def hear(text: str, language: Language) -> Words:
    """The sentence in one line of plain characters, without hesitation and outer punctuation.

    In what it is read by, words that are written together stand apart.
    """
    line = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    line = re.sub(r"\s+", " ", _CONTROL.sub(" ", line))
    line = _said_for(language.hearing.hesitation, "", line).strip()
    for parted, pattern in language.hearing.parted:
        line = _said_for(pattern, parted, line)
    mask = language.hearing.apart.sub(lambda found: " " * len(found[0]), line)
    return Words(line, _QUOTED.sub(lambda found: _HIDDEN * len(found[0]), mask)).strip()


def _said_for(pattern: re.Pattern[str], meant: str, line: str) -> str:
    """Put `meant` for what the pattern finds, but for what is quoted: that is kept as it is."""
    quoted = [found.span() for found in _QUOTED.finditer(line)]

    def kept_or_meant(found: re.Match[str]) -> str:
        is_quoted = any(begin <= found.start() and found.end() <= end for begin, end in quoted)
        return found[0] if is_quoted else found.expand(meant)

    return pattern.sub(kept_or_meant, line)


def trails_off(text: str, language: Language) -> bool:
    """Whether the end says that more was to come: "um", a comma, dots."""
    return bool(language.hearing.trails_off.search(text.strip()))
