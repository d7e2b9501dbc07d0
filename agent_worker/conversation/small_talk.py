"""What kind of words these are that the control API has no answer to, without a language model."""

import re

_WORD = re.compile(r"[a-z']+")
_HUSH = frozenset({"stop", "quiet", "enough", "nevermind", "cancel", "hush", "shut"})
_AROUND_HUSH = _HUSH | frozenset(
    {"please", "talking", "now", "okay", "ok", "be", "up", "it", "that", "that's", "no", "just"}
)
_SILENCE = re.compile(r"never mind|forget it|that's (?:all|it)|nothing")
_ABOUT_TASKS = re.compile(
    r"\b(?:tasks?|to-?dos?|remind\w*|lists?|add|create|delete|remove|complete|done|finish\w*|move|"
    r"reschedule|schedule|rename|due|undo|redo|put|project|appointment)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:please |so |and |well |hey |okay )*"
    r"(?:(?:who|what|when|where|why|how|which|whose)\b"
    r"|(?:tell|explain|describe|define|compare)\b"
    r"|(?:do|does|did|is|are|was|were|has|have|should)\b"
    r"|(?:can|could|would|will) you (?:please )?(?:tell|explain|say|describe|define|name)\b)"
)


def wants_silence(text: str) -> bool:
    """Whether somebody wants nothing but that the voice stops."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if not _HUSH.isdisjoint(words) and _AROUND_HUSH.issuperset(words):
        return True
    return _SILENCE.fullmatch(" ".join(words)) is not None


def is_about_tasks(text: str) -> bool:
    """Whether somebody seems to want something of their tasks."""
    return _ABOUT_TASKS.search(text) is not None


def is_question(text: str) -> bool:
    """Whether somebody wants to know something, rather than have something done."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return _QUESTION.match(" ".join(words)) is not None
