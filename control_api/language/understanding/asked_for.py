"""Whether a person's own words ask for a change that a language model wants to make.

Strict: who is not sure asks, and a question costs one word. A wish to be told something asks for no
change, whatever the model was told by what it read.
"""

import re

from msgspec import UNSET, structs

from control_api.engine.results import Result
from control_api.language.words.language import Language
from shared.actions import CompleteTask, CreateTask, ReopenTask, UpdateTask

_WORD = re.compile(r"[^\W_]+")
_TAIL = 4
"""Letters that may differ at the end of a word: call, calling."""
_SAYABLE = frozenset({"task_id", "title", "due", "time_zone", "project"})
"""What words can ask for; of anything else, notes say, they can't hold the whole."""


def is_asked_for(result: Result, said: str, language: Language) -> bool:
    """Whether `said` asks for what this action does."""
    action = result.action
    if not isinstance(action, CreateTask | UpdateTask | CompleteTask | ReopenTask):
        return False
    words = " ".join(said.lower().replace("\u2019", "'").split())
    if (
        not language.asked_for.verbs[str(type(action).__struct_config__.tag)].search(words)
        or language.asked_for.negates.search(words)
        or _wants_to_know(words, language)
    ):
        return False
    names = [result.before.title] if result.before is not None else []
    if isinstance(action, CreateTask | UpdateTask):
        if not _given(action) <= _SAYABLE:
            return False
        names += [name for name in (action.title, action.project) if isinstance(name, str)]
    return bool(names) and all(_is_said(name, words, language) for name in names)


def _given(action: CreateTask | UpdateTask) -> set[str]:
    """The fields that say something."""
    values = structs.asdict(action).items()
    return {name for name, value in values if value is not UNSET and value not in ("", None, [])}


def _wants_to_know(words: str, language: Language) -> bool:
    polite = language.asked_for.polite.match(words)
    rest = words[polite.end() :] if polite else words
    asks = polite is not None and language.asked_for.asks_politely.search(polite[0])
    is_question = words.endswith("?") and not asks
    return is_question or bool(
        language.asked_for.wants_to_know.match(rest) or language.asked_for.wonders.search(words)
    )


def _is_said(name: str, words: str, language: Language) -> bool:
    """Whether every word of a name that carries meaning was said."""
    spoken = set(_WORD.findall(words))
    wanted = set(_WORD.findall(name.lower())) - language.asked_for.small
    return bool(wanted) and all(any(_alike(one, other) for other in spoken) for one in wanted)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= min(_TAIL, len(short))
