"""Everyday words that are no commands and have a known answer, without a language model."""

import re

from agent_worker.thinking.honesty import CAN_DO

_WORD = re.compile(r"[a-z']+")
_HUSH = frozenset({"stop", "quiet", "enough", "nevermind", "cancel", "hush", "shut"})
_AROUND_HUSH = _HUSH | frozenset(
    {"please", "talking", "now", "okay", "ok", "be", "up", "it", "that", "that's", "no", "just"}
)
_REPLIES = {
    r"never mind|forget it|that's (?:all|it)|nothing": "",
    r"(?:(?:ok|okay|great|good|perfect) )?(?:thanks|thank you)(?: (?:a lot|so much|very much))?": (
        "You're welcome."
    ),
    r"(?:hello|hi|hey)(?: (?:there|saydo))?|good (?:morning|afternoon|evening)": (
        "Hello. What should I remember for you?"
    ),
    r"help(?: me)?|what can (?:you|i) (?:do|say)(?: for me)?|how does this work": CAN_DO,
    r"who are you|what are you|what's your name": f"I'm Saydo. {CAN_DO}",
    r"(?:can|do) you hear me|are you there": "I hear you.",
}
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
_TALK = [(re.compile(pattern), reply) for pattern, reply in _REPLIES.items()]


def small_talk(text: str) -> str | None:
    """Give the reply to words that have a known one, empty when that is silence; else None."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if not _HUSH.isdisjoint(words) and _AROUND_HUSH.issuperset(words):
        return ""
    line = " ".join(words)
    return next((reply for pattern, reply in _TALK if pattern.fullmatch(line)), None)


def is_about_tasks(text: str) -> bool:
    """Whether somebody seems to want something of their tasks."""
    return _ABOUT_TASKS.search(text) is not None


def is_question(text: str) -> bool:
    """Whether somebody wants to know something, rather than have something done."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return _QUESTION.match(" ".join(words)) is not None
