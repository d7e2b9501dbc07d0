"""A text as the local voice has to say it.

The voice reads letters. What is written in signs and figures ("$5", "9:30", "Dr.") it would say
sign by sign, so that is put into words before. Each step leaves none of what it has read behind.
"""

import re
import unicodedata

from agent_worker.speaking.forms.amounts import say_amounts, say_ranges
from agent_worker.speaking.forms.contacts import say_contacts, say_titles_and_streets
from agent_worker.speaking.forms.dates import say_clocks, say_dates, say_years
from agent_worker.speaking.forms.tables import ANYWHERE, SIGNS, one_of

_ANYWHERE = re.compile(rf"(?<![\w.])(?:{one_of(ANYWHERE)})(?!\d)")
_SIGN = re.compile(rf" ?(?P<sign>[{re.escape(''.join(SIGNS))}]) ?")
_PICTURES = frozenset({"So", "Cs", "Co", "Cn"})


def aloud(text: str) -> str:
    """`text` in words."""
    text = say_contacts(text)
    text = _ANYWHERE.sub(lambda m: ANYWHERE[m[0]], text)
    text = say_titles_and_streets(text)
    text = say_years(say_ranges(say_dates(text)))
    text = say_amounts(say_clocks(text))
    text = _SIGN.sub(lambda m: f" {SIGNS[m['sign']]} ", text)
    return " ".join("".join(filter(_is_said, text)).split())


def _is_said(character: str) -> bool:
    """Whether it is no picture, which has no sound."""
    return unicodedata.category(character) not in _PICTURES
