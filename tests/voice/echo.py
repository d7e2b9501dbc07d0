"""A person whose loudspeaker is heard by their microphone, as without an echo canceller."""

import numpy as np
from livekit import rtc

from bench.conversation.caller import HEARING_RATE, Caller
from bench.conversation.signal import MICROPHONE_RATE, Samples

DELAY_S = 0.2
LOUDNESS = 0.32
"""Of what was heard: -10 dB."""


class EchoingCaller(Caller):
    """Publishes, beside what it says, what it hears."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__(seed)
        self.echoed = 0
        """Samples that were not silent."""
        self._resampler = rtc.AudioResampler(HEARING_RATE, MICROPHONE_RATE)
        self._taken = 0
        self._ahead = np.zeros(int(DELAY_S * MICROPHONE_RATE), np.int16)

    async def _push(self, samples: Samples, due: float) -> float:
        self._take_in()
        count = min(len(samples), len(self._ahead))
        echo = np.zeros(len(samples))
        echo[:count] = self._ahead[:count] * LOUDNESS
        self._ahead = self._ahead[count:]
        self.echoed += int((np.abs(echo) > 30).sum())
        mixed = np.clip(samples + echo, -32768, 32767).astype(np.int16)
        return await super()._push(mixed, due)

    def _take_in(self) -> None:
        fresh, self._taken = self.heard[self._taken :], len(self.heard)
        for _, piece in fresh:
            frame = rtc.AudioFrame(piece.tobytes(), HEARING_RATE, 1, len(piece))
            for made in self._resampler.push(frame):
                self._ahead = np.concatenate([self._ahead, np.frombuffer(made.data, np.int16)])
