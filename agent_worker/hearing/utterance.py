"""The sound of what is being said."""

RATE = 16_000
"""Samples a second; 16 bit, mono."""
_BYTES_PER_S = RATE * 2
_BEFORE_S = 0.5
"""Kept from before the voice was noticed, which takes the VAD a moment."""
_AFTER_S = 0.3
"""Of the silence after the voice, as much as the recogniser is given."""
WINDOW_S = 24.0
"""From this length on, the next dip ends a window; the recogniser can't take more than 30 s."""
_LONGEST_S = 29.0


class Utterance:
    """Bounded, however long somebody speaks: what is recognised is taken out by `take`."""

    def __init__(self) -> None:
        self._pcm = bytearray()
        self._begun = False
        self._voiced_to = 0
        self._taken = 0

    @property
    def begun(self) -> bool:
        """Whether somebody speaks, or has just spoken."""
        return self._begun

    @property
    def voiced_to(self) -> int:
        """Where the voice was heard last: a position that only grows, whatever is taken out."""
        return self._taken + self._voiced_to

    @property
    def quiet_s(self) -> float:
        """Seconds since the voice was heard last."""
        return (len(self._pcm) - self._voiced_to) / _BYTES_PER_S

    @property
    def fills_window(self) -> bool:
        """Whether the next dip should end a window."""
        return len(self._pcm) >= WINDOW_S * _BYTES_PER_S

    @property
    def overflows(self) -> bool:
        """Whether a window has to end here, dip or no dip."""
        return len(self._pcm) >= _LONGEST_S * _BYTES_PER_S

    def begin(self) -> None:
        """Note that somebody speaks; what was heard just before belongs to it."""
        self._begun = True
        self._voiced_to = len(self._pcm)

    def push(self, pcm: bytes, *, voiced: bool) -> None:
        """Take in the next sound."""
        self._pcm += pcm
        if self._begun:
            if voiced:
                self._voiced_to = len(self._pcm)
            return
        extra = len(self._pcm) - int(_BEFORE_S * _BYTES_PER_S)
        if extra > 0:
            self._drop(extra)

    def sound(self) -> bytes:
        """From just before the voice to just after it."""
        return bytes(self._pcm[: self._voiced_to + int(_AFTER_S * _BYTES_PER_S)])

    def take(self) -> bytes:
        """Give the sound so far, and go on with what comes next."""
        sound = bytes(self._pcm)
        self._drop(len(self._pcm))
        return sound

    def end(self) -> None:
        """Forget what was said, but for the quiet since, in which the next words may begin."""
        self._begun = False
        self._drop(max(self._voiced_to, len(self._pcm) - int(_BEFORE_S * _BYTES_PER_S)))

    def _drop(self, count: int) -> None:
        count -= count % 2
        del self._pcm[:count]
        self._taken += count
        self._voiced_to = max(0, self._voiced_to - count)
