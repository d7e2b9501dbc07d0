"""Telling voice from the room by loudness alone: crude, but well ahead of the VAD."""

import math

import numpy as np

from shared.voice_settings import Sensitivity

_SILENCE_DB = -80.0
_QUIETEST_ROOM_DB = -65.0
"""Digital silence is no room: whatever noise comes after it would stand out."""
_LOUDEST_ROOM_DB = -38.0
_ABOVE_ROOM_DB: dict[Sensitivity, float] = {"low": 15.0, "normal": 9.0, "high": 6.0}
_BELOW_VOICE_DB = 26.0
_ROOM_RISES_DB_PER_S = 6.0
_VOICE_FALLS_DB_PER_S = 8.0


class VoiceLevel:
    """Follows how loud the room is and how loud the voice, in dB of full scale."""

    def __init__(self) -> None:
        self._room = -60.0
        self._voice = -30.0
        self.last_db = _SILENCE_DB
        """Of the last piece."""
        self.sensitivity: Sensitivity = "normal"

    def is_voiced(self, pcm: bytes, duration_s: float) -> bool:
        """Whether this piece of 16 bit mono sound is part of a voice."""
        samples = np.frombuffer(pcm, dtype=np.int16).astype(np.float32)
        power = float(np.mean(np.square(samples))) if samples.size else 0.0
        level = 10 * math.log10(power / 32768.0**2) if power > 0 else _SILENCE_DB
        self.last_db = level = max(level, _SILENCE_DB)
        # The room is the quietest there has been, forgotten slowly; the voice the loudest.
        room = min(level, self._room + _ROOM_RISES_DB_PER_S * duration_s)
        self._room = min(max(room, _QUIETEST_ROOM_DB), _LOUDEST_ROOM_DB)
        self._voice = max(level, self._voice - _VOICE_FALLS_DB_PER_S * duration_s, -50.0)
        above_room = self._room + _ABOVE_ROOM_DB[self.sensitivity]
        return level > max(above_room, self._voice - _BELOW_VOICE_DB)
