"""Things that are one although their name holds an "and", and how much of a thing is said."""

import re
from functools import lru_cache

from control_api.language.words.language import Language
from control_api.language.words.row_expressions import Rows
from control_api.language.words.sentence import Words


@lru_cache(maxsize=4)
def pairs_of(language: Language) -> re.Pattern[str]:
    """Everything that is one thing although it holds an "and", as it may be written."""
    every = sorted({pair for line in language.rows.pairs for pair in line}, key=len, reverse=True)
    anyhow, joint = rf"(?:{language.grammar.and_words.pattern})", f" {language.grammar.and_word} "
    said = (anyhow.join(map(_loose, pair.split(joint))) for pair in every)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?:'?s)?(?!\w)", re.IGNORECASE)


def amount_end(words: Words, rows: Rows) -> int:
    """Where "two bottles of" ends, with which the words begin; 0 where they begin with none."""
    amount = rows.amount.match(words.mask)
    return amount.end() if amount else 0


def _loose(words: str) -> str:
    return r",?\s+".join(map(re.escape, words.split()))
