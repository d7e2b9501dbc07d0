"""Whether words are a yes or a no, and nothing else."""

import re

from shared.approvals import Decision

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ASIDE = frozenset({"please", "thanks", "thank", "you", "saydo", "oh", "um", "uh", "well", "then"})
_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|sure|ok|okay|certainly|absolutely|of course|definitely|correct|confirm"
    r"|confirmed|go ahead|go for it|do it|do that|do so|i am sure|i'm sure|that's right"
    r"|that is right|delete it|delete them|delete that)(?: |$))+"
)
_NO = re.compile(
    r"(?:(?:no|nope|nah|never|never mind|nevermind|cancel|stop|wait|don't|do not|not now|not that"
    r"|leave it|leave that|leave them|keep it|keep that|keep them|forget it|better not|rather not"
    r"|do it|do that|it|that)(?: |$))+"
)
_STARTS_NO = re.compile(
    r"(?:no|nope|nah|never|nevermind|cancel|stop|wait|don't|do not|not"
    r"|leave|keep|forget|better|rather)\b"
)


def read_answer(text: str) -> Decision | None:
    """What somebody says to a question that is answered with yes or no; None for anything else."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    said = " ".join(word for word in words if word not in _ASIDE)
    if _YES.fullmatch(said):
        return "approve"
    if _STARTS_NO.match(said) and _NO.fullmatch(said):
        return "refuse"
    return None
