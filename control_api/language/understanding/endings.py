"""Whether a sentence can end where it does, whatever it means."""

import re

from control_api.language.words.heard import trails_off
from control_api.language.words.language import Language

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STOPS = " .?!"
_SENTENCE_END = re.compile(r"[.?!]['\"”)]*$")


def is_dangling(text: str, language: Language) -> bool:
    """Whether the words can't be all: something must follow the last one."""
    text = text.strip()
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if not words or trails_off(text, language):
        return True
    last = words[-1]
    whole = language.commands.whole.search(text.rstrip(_STOPS))
    if last not in language.dangling or whole or _is_whole_question(words, language):
        return False
    return not (last in language.last_words and len(words) > 1 and _SENTENCE_END.search(text))


def _is_whole_question(words: list[str], language: Language) -> bool:
    return language.commands.whole_question.search(" ".join(words)) is not None
