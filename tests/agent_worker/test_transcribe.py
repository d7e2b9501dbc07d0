"""The ``transcribe`` command on files of all sorts."""

import json
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from agent_worker.hearing.plausibility import normalised
from agent_worker.transcribe import FileFailure, FileTranscript, transcribe_files
from tests.agent_worker.local_models import SETTINGS, needs_models, spoken

ROOT = Path(__file__).parents[2]
SENTENCE = "Remind me to call Sarah tomorrow."


def write_wav(path: Path, pcm: bytes, *, rate: int = 16_000, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm)
    return path


def test_a_model_that_is_missing_is_said_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "agent_worker", "transcribe", "x.wav"],
        cwd=ROOT,
        env={"SAYDO_MODELS": str(tmp_path), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"The model whisper-base is not in {tmp_path}. Fetch it: saydo models get whisper-base\n"
    )


@needs_models
@pytest.mark.models
def test_each_file_gives_one_line_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.wav").write_bytes(b"no sound")
    good = write_wav(tmp_path / "good.wav", spoken(SENTENCE))
    done = subprocess.run(
        [sys.executable, "-m", "agent_worker", "transcribe", "--json", tmp_path / "bad.wav", good],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    bad_line, good_line = (json.loads(line) for line in done.stdout.splitlines())
    assert set(bad_line) == {"file", "error"}
    assert bad_line["file"] == str(tmp_path / "bad.wav")
    assert set(good_line) == {"file", "text", "audio_s", "elapsed_s"}
    assert good_line["file"] == str(good)
    assert normalised(good_line["text"]) == normalised(SENTENCE)
    assert good_line["audio_s"] == pytest.approx(len(spoken(SENTENCE)) / 32_000, abs=0.01)


@needs_models
@pytest.mark.models
def test_any_rate_and_number_of_channels_will_do(tmp_path: Path) -> None:
    mono = np.frombuffer(spoken(SENTENCE), "<i2")
    stereo = np.repeat(np.repeat(mono, 3), 2).tobytes()
    files = [
        write_wav(tmp_path / "stereo.wav", stereo, rate=48_000, channels=2),
        write_wav(tmp_path / "low.wav", mono[::2].tobytes(), rate=8_000),
        write_wav(tmp_path / "silent.wav", bytes(64_000)),
        write_wav(tmp_path / "empty.wav", b""),
    ]
    stereo_one, low, silent, empty = transcribe_files(SETTINGS, [str(file) for file in files])
    assert isinstance(stereo_one, FileTranscript)
    assert normalised(stereo_one.text) == normalised(SENTENCE)
    assert isinstance(low, FileTranscript)
    assert "tomorrow" in normalised(low.text)
    assert isinstance(silent, FileTranscript)
    assert silent.text == ""
    assert silent.audio_s == 2
    assert isinstance(empty, FileTranscript)
    assert empty.text == ""


@needs_models
@pytest.mark.models
def test_what_is_no_recording_is_said_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("hello")
    results = list(
        transcribe_files(SETTINGS, [str(tmp_path / "text.wav"), str(tmp_path / "none.wav")])
    )
    assert all(isinstance(result, FileFailure) for result in results)
    reasons = [result.error for result in results if isinstance(result, FileFailure)]
    assert "can't be read as audio" in reasons[0]
    assert "there is no such file" in reasons[1]
