"""What no list of tasks can do or know, and what is near: the weather, music, mail."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import refuse
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_LONGEST_EXAMPLE_WORDS = 10
_REASONS = {
    "weather": "I don't know the weather; I keep your tasks and lists.",
    "news": "I don't know the news; I keep your tasks and lists.",
    "traffic": "I don't know the traffic; I keep your tasks and lists.",
    "prices": "I don't know prices; I keep your tasks and lists.",
    "music": "I can't play anything; I keep your tasks and lists.",
    "messages": "I can't send messages",
    "calls": "I can't make calls",
    "orders": "I can't book or order anything",
    "ways": "I don't know the way anywhere; I keep your tasks and lists.",
    "switches": "I can't switch anything on or off; I keep your tasks and lists.",
    "programs": "I can't open anything; I keep your tasks and lists.",
}
"""Those without an end can be put on the list."""


def out_of_reach(said: Words, language: Language) -> CommandPlan | None:
    """What only a made-up answer could be given to."""
    words = " " + said.mask
    for subject, pattern in language.out_of_reach.items():
        if pattern.search(words):
            return refuse(_reason(subject, said, language))
    for subject, pattern in language.out_of_reach_openers.items():
        if found := pattern.match(words):
            deed = said.slice(max(0, found.start("verb") - 1)).strip()
            return refuse(_reason(subject, deed, language))
    return None


def _reason(subject: str, deed: Words, language: Language) -> str:
    reason = _REASONS[subject]
    if reason.endswith("."):
        return reason
    is_short = 1 < len(deed.text.split()) <= _LONGEST_EXAMPLE_WORDS
    if not is_short or language.unsupported.for_whom.search(deed.mask):
        return f"{reason}; I keep your tasks and lists."
    errand = deed.text[:1].lower() + deed.text[1:]
    return f"{reason}, but I can remind you. Say: remind me to {errand}."
