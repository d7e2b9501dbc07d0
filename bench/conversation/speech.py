"""Speech made by the local voice, and what a recogniser hears in received audio."""

import functools
from pathlib import Path

import numpy as np

import agent_worker  # noqa: F401 - keeps ONNX Runtime, which Piper imports, from reporting home
from bench.conversation.signal import Samples
from scripts.machine.places import models_folder

from piper import PiperVoice, SynthesisConfig  # isort: skip

VOICE_RATE = 22_050
PAUSE_S = 0.15
SAME_EACH_TIME = SynthesisConfig(noise_scale=0.0, noise_w_scale=0.0)
"""Otherwise no two takes are alike, and now and then a small recogniser hears "sir" for "Sarah"."""


def voice_file() -> Path:
    """The model of the local voice; StopIteration when `make setup` did not bring it."""
    return next(models_folder().rglob("en_US-*.onnx"))


@functools.cache
def voice() -> PiperVoice:
    """The local voice, loaded once; StopIteration when `make setup` did not bring it."""
    return PiperVoice.load(voice_file())


@functools.cache
def spoken(text: str) -> Samples:
    """`text` said by the local voice, 22.05 kHz, with a short pause on both sides."""
    takes = voice().synthesize(text, SAME_EACH_TIME)
    chunks = [np.frombuffer(take.audio_int16_bytes, np.int16) for take in takes]
    pause = np.zeros(int(VOICE_RATE * PAUSE_S), np.int16)
    return np.concatenate([pause, *chunks, pause])
