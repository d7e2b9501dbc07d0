import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.hearing.loudness import Samples, samples, stretches, voiced

RATE = 16_000


def tone(seconds: float, level: float = 0.3) -> Samples:
    wave: Samples = (np.sin(np.arange(int(seconds * RATE)) * 0.3) * level).astype(np.float32)
    return wave


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), np.float32)


def test_silence_around_a_voice_is_cut_off_but_for_a_third_of_a_second() -> None:
    kept = voiced(np.concatenate([silence(2), tone(1), silence(3)]))
    assert len(kept) / RATE == pytest.approx(1.6, abs=0.05)


@pytest.mark.parametrize(
    "audio",
    [silence(2), silence(0), tone(2, level=0.001), np.concatenate([silence(1), tone(0.03)])],
    ids=["silence", "nothing", "a whisper of noise", "a click"],
)
def test_where_nobody_speaks_nothing_is_left(audio: Samples) -> None:
    assert not voiced(audio).size


@given(st.binary(max_size=5000))
def test_any_bytes_are_samples_between_minus_one_and_one(pcm: bytes) -> None:
    audio = samples(pcm)
    assert len(audio) == len(pcm) // 2
    assert not audio.size or float(np.abs(audio).max()) <= 1
    assert len(voiced(audio)) <= len(audio)


@given(st.integers(0, 60))
def test_a_long_recording_is_split_without_losing_a_sample(seconds: int) -> None:
    audio = np.random.default_rng(seconds).standard_normal(seconds * RATE).astype(np.float32)
    parts = list(stretches(audio, shortest_s=5, longest_s=10))
    assert np.array_equal(np.concatenate(parts), audio)
    assert all(len(part) <= 10 * RATE for part in parts)


def test_a_long_recording_is_split_where_it_is_quiet() -> None:
    audio = np.concatenate([tone(7), silence(0.5), tone(7)])
    first, _ = stretches(audio, shortest_s=5, longest_s=10)
    assert 7 <= len(first) / RATE <= 7.5
