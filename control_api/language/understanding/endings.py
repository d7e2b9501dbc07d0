"""Whether a sentence can end where it does, whatever it means."""

import re

from control_api.language.words.language import ENGLISH
from control_api.language.words.sentence import trails_off

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.?!]['\"”)]*$")


def is_dangling(text: str) -> bool:
    """Whether the words can't be all: something must follow the last one."""
    text = text.strip()
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if not words or trails_off(text):
        return True
    last = words[-1]
    if last not in ENGLISH.dangling:
        return False
    return not (last in ENGLISH.last_words and len(words) > 1 and _SENTENCE_END.search(text))
