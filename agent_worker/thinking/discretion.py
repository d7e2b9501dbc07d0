"""What a language model may not say: its instructions word for word, and addresses to go to.

The instructions are no secret, they are in the source; but nobody wants them read aloud, and who
gets them said gets other things said too. An address may carry off what the model has read.
"""

import re

from agent_worker.thinking.instructions import INSTRUCTIONS

_RUN = 6
"""So many words in a row are no chance."""
_WORD = re.compile(r"[a-z0-9']+")
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://|\bwww\.|\]\(|<\s*[a-z!/]|\b(?:mailto|javascript|data):", re.IGNORECASE
)


def is_for_saying(sentence: str) -> bool:
    """Whether a sentence may be said."""
    return not _ADDRESS.search(sentence) and _runs(sentence).isdisjoint(_KEPT)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


_KEPT = _runs(INSTRUCTIONS)
