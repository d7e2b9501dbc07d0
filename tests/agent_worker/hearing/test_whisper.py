"""How a hypothesis that can't be right is looked at again."""

import numpy as np
import pytest

from agent_worker.hearing.plausibility import Hypothesis
from agent_worker.hearing.whisper import Whisper

LOOP = Hypothesis("Give me a coffee. Give me a coffee. Give me a", -0.2, 0.0)
ONCE = Hypothesis("Give me a coffee.", -0.3, 0.0)


class Readings(Whisper):
    """A Whisper whose hypotheses are given."""

    def __init__(self, *hypotheses: Hypothesis) -> None:
        self.hypotheses = list(hypotheses)
        self.asked: list[tuple[str, float]] = []

    def _read(self, audio: object, prompt: str, window_s: float = 8.0) -> Hypothesis:
        del audio
        self.asked.append((prompt, window_s))
        return self.hypotheses.pop(0)


SECOND = np.zeros(16_000, np.float32)


def test_a_loop_is_looked_at_without_the_prompt_that_caused_it() -> None:
    whisper = Readings(LOOP, ONCE)
    assert whisper._hear(SECOND, "Undo that.").text == ONCE.text
    assert whisper.asked == [("Undo that.", 8.0), ("", 8.0)]


@pytest.mark.parametrize("prompt", ["", "Undo that."])
def test_a_loop_that_stays_is_looked_at_in_the_full_window(prompt: str) -> None:
    whisper = Readings(*([LOOP] * (2 if prompt else 1)), ONCE)
    assert whisper._hear(SECOND, prompt) == ONCE
    assert whisper.asked[-1] == ("", 30.0)
