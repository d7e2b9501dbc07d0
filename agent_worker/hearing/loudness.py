"""Where in a recording somebody may be speaking, by loudness alone."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from agent_worker.model_host.protocol import HEARING_RATE

Samples = npt.NDArray[np.float32]
"""Mono, 16 kHz, -1 to 1."""

_FRAME = HEARING_RATE // 100
_QUIET = 0.002
"""Root mean square below which a frame is never voice, about -54 dBFS."""
_OF_PEAK = 0.04
"""A frame quieter than this part of the loudest one is not voice."""
_FEWEST_FRAMES = 6
"""A sound shorter than 60 ms is a click."""
_MARGIN_FRAMES = 30


def samples(pcm: bytes) -> Samples:
    """Turn 16-bit little-endian samples into floats."""
    whole = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2")
    return whole.astype(np.float32) / np.float32(32768)


def loudness(audio: Samples) -> Samples:
    """Give the root mean square of each 10 ms, 0 to 1."""
    whole = audio[: len(audio) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return np.asarray(np.sqrt((whole**2).mean(axis=1)), np.float32)


def voiced(audio: Samples) -> Samples:
    """Cut silence off both ends, with 0.3 s left at each; empty if there is nothing but silence."""
    frames = loudness(audio)
    if not frames.size:
        return audio[:0]
    loud = np.nonzero(frames > max(float(frames.max()) * _OF_PEAK, _QUIET))[0]
    if loud.size < _FEWEST_FRAMES:
        return audio[:0]
    first = max(0, int(loud[0]) - _MARGIN_FRAMES)
    return audio[first * _FRAME : (int(loud[-1]) + _MARGIN_FRAMES + 1) * _FRAME]


def stretches(audio: Samples, *, shortest_s: float, longest_s: float) -> Iterator[Samples]:
    """Split a long recording at its quietest moments."""
    shortest, longest = (int(s * HEARING_RATE) for s in (shortest_s, longest_s))
    while len(audio) > longest:
        # A breath is about a fifth of a second: the mean over it finds pauses, not consonants.
        smooth = np.convolve(loudness(audio[shortest:longest]), np.ones(20), "valid")
        cut = shortest + (int(smooth.argmin()) + 10) * _FRAME
        yield audio[:cut]
        audio = audio[cut:]
    yield audio
