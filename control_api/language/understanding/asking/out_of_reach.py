"""What no list of tasks can do or know, and what is near: the weather, music, mail."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import refuse
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_LONGEST_EXAMPLE_WORDS = 10
_ERRANDS = frozenset({"messages", "calls", "orders"})
"""Subjects of which somebody can be reminded."""


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
    is_short = 1 < len(deed.text.split()) <= _LONGEST_EXAMPLE_WORDS
    is_for_somebody = language.unsupported.for_whom.search(deed.mask) is not None
    if subject not in _ERRANDS or not is_short or is_for_somebody:
        return language.say(f"out-of-reach-{subject}")
    errand = deed.text[:1].lower() + deed.text[1:]
    return language.say(f"out-of-reach-{subject}-but", errand=errand)
