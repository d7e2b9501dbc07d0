"""Whether words are a yes or a no, and nothing else."""

import re

from control_api.language.words.language import Language
from shared.approvals import Decision

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def read_answer(text: str, language: Language) -> Decision | None:
    """What somebody says to a question that is answered with yes or no; None for anything else."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    said = " ".join(word for word in words if word not in language.answers.asides)
    if language.answers.approves.fullmatch(said):
        return "approve"
    if language.answers.begins_refusal.match(said) and language.answers.refuses.fullmatch(said):
        return "refuse"
    return None
