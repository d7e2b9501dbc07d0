"""The languages that Saydo speaks, each read from its folder when somebody first speaks it."""

import asyncio

from control_api.language.wording.spoken import SpokenWording
from control_api.language.words.language import Language
from control_api.language.words.loading import load
from shared.languages import LanguageName

ENGLISH = load("en")
"""Also what filters are written in, whoever writes them, and what is said to programs."""
WORDING = SpokenWording(ENGLISH)
"""For what is done by itself."""
_READ: dict[LanguageName, Language] = {"en": ENGLISH}


async def spoken_in(name: LanguageName) -> Language:
    """What can be said in a language, and how; nobody else waits while it is read."""
    found = _READ.get(name)
    return await asyncio.to_thread(language, name) if found is None else found


def language(name: LanguageName) -> Language:
    """The same, for threads."""
    if name not in _READ:
        _READ[name] = load(name)
    return _READ[name]
