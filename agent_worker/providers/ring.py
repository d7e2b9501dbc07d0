"""The last seconds of what somebody said, to be given to another recogniser."""

from collections import deque
from collections.abc import Iterator

from livekit import rtc

KEPT_S = 15.0
"""Of one utterance."""
_ROUNDING_S = 1e-6
BEFORE_S = 0.5
"""Kept from before the voice was noticed, which takes the VAD a moment."""


class Ring:
    """Frames of one microphone, bounded however long somebody speaks."""

    def __init__(self, kept_s: float = KEPT_S) -> None:
        self._kept_s = kept_s
        self._frames: deque[rtc.AudioFrame] = deque()
        self._held_s = 0.0
        self.since_end_s = 0.0
        """Seconds of sound since speech ended last."""
        self._begun = False

    def __iter__(self) -> Iterator[rtc.AudioFrame]:
        """Give the frames, oldest first."""
        return iter(tuple(self._frames))

    def begin(self) -> None:
        """Note that somebody speaks: from here on all is kept, up to the limit."""
        self._begun = True

    def end(self) -> None:
        """Note that they pause."""
        self.since_end_s = 0.0

    def push(self, frame: rtc.AudioFrame) -> None:
        """Take in the next frame."""
        self._frames.append(frame)
        self._held_s += frame.duration
        self.since_end_s += frame.duration
        self.keep_last(self._kept_s if self._begun else BEFORE_S)

    def keep_last(self, seconds: float) -> None:
        """Forget all but the last `seconds`."""
        while self._frames and self._held_s - self._frames[0].duration >= seconds - _ROUNDING_S:
            self._held_s -= self._frames.popleft().duration

    def over(self) -> None:
        """Forget what was said, but for the quiet since, in which the next words may begin."""
        self._begun = False
        self.keep_last(min(BEFORE_S, self.since_end_s))
