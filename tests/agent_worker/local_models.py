"""The models on this machine, for tests that hear, speak and think for real."""

import os
from functools import cache

import numpy as np
import pytest

from agent_worker.hearing.whisper import Whisper
from agent_worker.models.catalogue import MODELS, PIPER_JOE, SMOLLM2, WHISPER_BASE, Model
from agent_worker.models.download import ModelMissingError, find_model
from agent_worker.settings.models import read_model_settings
from agent_worker.speaking.piper import Piper
from bench.conversation.speech import VOICE_RATE
from bench.conversation.speech import spoken as same_each_time

SETTINGS = read_model_settings(os.environ)


def present(model: Model) -> bool:
    try:
        find_model(model, SETTINGS.folder)
    except ModelMissingError:
        return False
    return True


needs_models = pytest.mark.skipif(
    not all(present(model) for model in MODELS.values() if model.default),
    reason="the models are not on this machine: run `make setup`",
)


@cache
def voice() -> Piper:
    return Piper(find_model(PIPER_JOE, SETTINGS.folder))


@cache
def ears() -> Whisper:
    return Whisper(find_model(WHISPER_BASE, SETTINGS.folder))


@cache
def spoken(text: str) -> bytes:
    """What a room hears when the local voice says `text`: 16 kHz, with a little noise around it."""
    speech = same_each_time(text).astype(float)
    at = np.arange(0, len(speech), VOICE_RATE / 16_000)
    heard = np.concatenate([np.zeros(8000), np.interp(at, np.arange(len(speech)), speech)])
    heard = np.concatenate([heard, np.zeros(8000)])
    noise = np.random.default_rng(0).standard_normal(len(heard)) * 8
    return (heard + noise).clip(-32768, 32767).astype("<i2").tobytes()


def gguf() -> str:
    return str(find_model(SMOLLM2, SETTINGS.folder) / SMOLLM2.sources[0].files[0].name)
