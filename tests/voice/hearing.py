"""The received audio read back by the recogniser, as proof that it can be understood."""

import functools

import numpy as np
from faster_whisper import WhisperModel

from bench.conversation.signal import Samples, resampled
from scripts.machine.places import models_folder

WHISPER_RATE = 16_000


@functools.cache
def recogniser() -> WhisperModel:
    """Whisper the ordinary way: independent of how the product calls it."""
    folder = next(models_folder().rglob("vocabulary.json")).parent
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)


def heard_text(samples: Samples, rate: int) -> str:
    """What a listener would write down."""
    audio = resampled(samples, rate, WHISPER_RATE).astype(np.float32) / 32768
    segments, _ = recogniser().transcribe(audio, language="en", beam_size=1)
    return " ".join(segment.text.strip() for segment in segments)
