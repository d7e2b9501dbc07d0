"""Whether a sentence sounds over, by LiveKit's local end-of-turn model."""

import asyncio

from livekit import rtc
from livekit.agents import inference

_ANSWER_WITHIN_S = 0.25


class SoundOfEnding:
    """Listens along with one conversation, so that it can tell from the last second of sound."""

    def __init__(self) -> None:
        # The version is named because LiveKit's default is its cloud model when run in dev mode.
        self._stream = inference.TurnDetector(version="v1-mini").stream()

    def hear(self, frame: rtc.AudioFrame) -> None:
        """Take in the next sound."""
        self._stream.push_audio(frame)

    async def sounds_over(self) -> bool:
        """Whether what was heard last sounds like the end of a turn; yes when in doubt."""
        threshold = await self._stream.unlikely_threshold(None)
        prediction = self._stream.predict()
        done, _ = await asyncio.wait([prediction], timeout=_ANSWER_WITHIN_S)
        if not done or prediction.cancelled() or threshold is None:
            return True
        return prediction.result().end_of_turn_probability >= threshold

    async def aclose(self) -> None:
        """Stop listening."""
        await self._stream.aclose()
