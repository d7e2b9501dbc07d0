"""Recordings into text, one file after the other, without a conversation around them."""

import time
from collections.abc import Iterator
from pathlib import Path

import av
import msgspec

from agent_worker.hearing.whisper import Whisper
from agent_worker.model_host.protocol import HEARING_RATE
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model
from agent_worker.settings.models import ModelSettings


class FileTranscript(msgspec.Struct, frozen=True):
    """What was said in a file."""

    file: str
    text: str
    audio_s: float
    elapsed_s: float
    """Seconds from opening the file to its text."""


class FileFailure(msgspec.Struct, frozen=True):
    """A file that could not be read."""

    file: str
    error: str


def transcribe_files(
    settings: ModelSettings, files: list[str]
) -> Iterator[FileTranscript | FileFailure]:
    """Give the text of each file, of any format and rate, as soon as it is known.

    Raises:
        ModelMissingError: the model is not on this machine.

    """
    whisper = Whisper(find_model(MODELS[settings.stt_model], settings.folder))
    whisper.prepare()
    for file in files:
        began = time.perf_counter()
        try:
            pcm = _pcm(Path(file))
        except (av.FFmpegError, OSError, ValueError, IndexError) as error:
            yield FileFailure(file, f"{file} can't be read as audio: {_reason(error)}.")
            continue
        heard = whisper.transcribe(pcm)
        yield FileTranscript(
            file=file,
            text=heard.text,
            audio_s=round(len(pcm) / 2 / HEARING_RATE, 3),
            elapsed_s=round(time.perf_counter() - began, 4),
        )


def _pcm(path: Path) -> bytes:
    """Read a recording as 16 kHz, 16 bit, mono."""
    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file")
    with av.open(str(path), metadata_errors="ignore") as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=HEARING_RATE)
        frames = [*container.decode(audio=0), None]  # None brings out what the resampler holds back
        pieces = [piece for frame in frames for piece in resampler.resample(frame)]
    return b"".join(piece.to_ndarray().astype("<i2").tobytes() for piece in pieces)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return "it holds no sound"
