"""Mono 16-bit audio as arrays: where a voice begins and ends, rates, levels."""

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
from livekit import rtc

Samples = npt.NDArray[np.int16]

MICROPHONE_RATE = 48_000
"""Hz, what a browser publishes."""
ROOM_NOISE = 8.0
"""Standard deviation of a quiet room, about -72 dBFS; digital silence is like no room at all."""
AUDIBLE = 150.0
"""Root mean square of 10 ms from which a reply counts as heard; about -47 dBFS."""


def levels(samples: Samples, rate: int, window_ms: int = 10) -> npt.NDArray[np.float64]:
    """Root mean square of each whole window."""
    size = rate * window_ms // 1000
    whole = samples[: len(samples) // size * size].astype(np.float64).reshape(-1, size)
    return np.asarray(np.sqrt((whole**2).mean(axis=1)))


def voiced_span(samples: Samples, rate: int) -> tuple[int, int]:
    """First and last voiced sample: 10 ms windows over 4 % of the loudest, and over the noise."""
    level = levels(samples, rate)
    loud = np.nonzero(level > max(level.max() * 0.04, 60.0))[0]
    step = rate // 100
    return int(loud[0]) * step, (int(loud[-1]) + 1) * step


def resampled(samples: Samples, rate: int, to: int) -> Samples:
    """The same sound at another rate, through LiveKit's own resampler (sox)."""
    if rate == to:
        return samples
    resampler = rtc.AudioResampler(rate, to, quality=rtc.AudioResamplerQuality.HIGH)
    frames = [
        *resampler.push(rtc.AudioFrame(samples.tobytes(), rate, 1, len(samples))),
        *resampler.flush(),
    ]
    return np.concatenate([np.frombuffer(frame.data, np.int16) for frame in frames])


def room_noise(count: int, rng: np.random.Generator) -> Samples:
    """`count` samples of a quiet room."""
    return (rng.standard_normal(count) * ROOM_NOISE).astype(np.int16)


def read_wave(path: Path) -> tuple[Samples, int]:
    """Samples and rate (Hz) of a mono 16-bit WAV file."""
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16), file.getframerate()


def write_wave(path: Path, samples: Samples, rate: int) -> None:
    """A mono 16-bit WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
