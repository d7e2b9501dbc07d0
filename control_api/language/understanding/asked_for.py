"""Whether a person's own words ask for a change that a language model wants to make.

Strict: who is not sure asks, and a question costs one word. A wish to be told something asks for no
change, whatever the model was told by what it read.
"""

import re

from msgspec import UNSET, structs

from control_api.engine.results import Result
from shared.actions import CompleteTask, CreateTask, ReopenTask, UpdateTask

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "a an the to of for my me i it and or on in at by is this that with some our".split()  # noqa: SIM905
)
_TAIL = 4
"""Letters that may differ at the end of a word: call, calling."""
_POLITE = re.compile(
    r"(?:(?:please|so|and|well|hey|okay|ok|saydo|(?:can|could|would|will) you)\b[\s,]*)+"
)
_WANTS_TO_KNOW = re.compile(
    r"(?:who|what|when|where|why|how|which|whose|do|does|did|is|are|was|were|has|have|should|must"
    r"|can|could|would|will|read|show|list|look|search|find|say|tell|explain|describe|repeat"
    r"|summar\w+|translate|define|compare|remind me what|give me)\b"
)
_WONDERS = re.compile(r"\b(?:know|wonder\w*|curious|hear about)\b")
_NOT = re.compile(r"\b(?:not|never|no|don't|won't|\w+n't)\b")
_VERBS = {
    CreateTask: re.compile(
        r"\b(?:add|put|note|jot|pop|write|remember|remind|schedule|book|plan|need|must|should|want"
        r"|have to|got to|gotta|make sure|todo|to-do|list|task|appointment)\b"
    ),
    UpdateTask: re.compile(
        r"\b(?:move|shift|push|postpone|reschedul\w*|delay|bring|change|rename|call|put|set|make"
        r"|rather|instead|later|earlier)\b"
    ),
    CompleteTask: re.compile(
        r"\b(?:did|done|finish\w*|complet\w*|tick\w*|check\w* off|cross\w* off|taken? care"
        r"|took care|handled|sorted|over with|through with|got rid of)\b"
    ),
    ReopenTask: re.compile(r"\b(?:reopen\w*|open|again|unfinished|back)\b"),
}
_SAYABLE = frozenset({"task_id", "title", "due", "time_zone", "project"})
"""What words can ask for; of anything else, notes say, they can't hold the whole."""


def is_asked_for(result: Result, said: str) -> bool:
    """Whether `said` asks for what this action does."""
    action = result.action
    if not isinstance(action, CreateTask | UpdateTask | CompleteTask | ReopenTask):
        return False
    words = " ".join(said.lower().replace("\u2019", "'").split())
    if not _VERBS[type(action)].search(words) or _NOT.search(words) or _wants_to_know(words):
        return False
    names = [result.before.title] if result.before is not None else []
    if isinstance(action, CreateTask | UpdateTask):
        if not _given(action) <= _SAYABLE:
            return False
        names += [name for name in (action.title, action.project) if isinstance(name, str)]
    return bool(names) and all(_is_said(name, words) for name in names)


def _given(action: CreateTask | UpdateTask) -> set[str]:
    """The fields that say something."""
    values = structs.asdict(action).items()
    return {name for name, value in values if value is not UNSET and value not in ("", None, [])}


def _wants_to_know(words: str) -> bool:
    polite = _POLITE.match(words)
    rest = words[polite.end() :] if polite else words
    asks = polite is not None and re.search(r"\b(?:can|could|would|will) you\b", polite[0])
    is_question = words.endswith("?") and not asks
    return is_question or bool(_WANTS_TO_KNOW.match(rest) or _WONDERS.search(words))


def _is_said(name: str, words: str) -> bool:
    """Whether every word of a name that carries meaning was said."""
    spoken = set(_WORD.findall(words))
    wanted = set(_WORD.findall(name.lower())) - _SMALL
    return bool(wanted) and all(any(_alike(one, other) for other in spoken) for one in wanted)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= min(_TAIL, len(short))
