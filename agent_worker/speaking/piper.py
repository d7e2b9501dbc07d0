"""Text to speech through a Piper voice, sentence by sentence."""

import json
import re
import textwrap
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from agent_worker.model_host.protocol import SPEECH_RATE
from agent_worker.speaking.forms.aloud import aloud

try:
    from piper import PiperVoice
    from piper.config import PiperConfig, SynthesisConfig
except ModuleNotFoundError:  # an optional extra, for its licence
    PiperVoice = None

FIXED_REPLIES = (
    "Done.",
    "Done:",
    "Undone.",
    "Undone:",
    "Okay.",
    "Which one?",
    "Sorry, I didn't catch that.",
    "Nothing to undo.",
    "You have no open tasks.",
    "One moment.",
)
"""What is said so often that it is made when the voice is loaded."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<![AP]\.M\.)\s+")
_LONGEST_PIECE = 160
"""Characters; a voice can only be stopped between pieces."""
_QUIET = 0.01
_BEFORE = int(0.01 * SPEECH_RATE)
_AFTER = int(0.15 * SPEECH_RATE)
_KEPT = 160
_KEPT_LENGTH = 60
"""Texts up to so many characters are kept: about 100 kB each."""


class VoiceMissingError(Exception):
    """The voice can't be used; the message says what to do."""


class Piper:
    """A Piper voice in memory. Not for two threads at once."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        """Load the voice that lies in `folder`.

        Raises:
            VoiceMissingError: Piper is not installed, or the voice has another sample rate.

        """
        if PiperVoice is None:
            raise VoiceMissingError(
                "The local voice needs Piper, which is an extra: run `uv sync --extra piper`, "
                "or set SAYDO_TTS to another provider."
            )
        model = next(folder.glob("*.onnx"))
        config = PiperConfig.from_dict(
            json.loads(model.with_name(f"{model.name}.json").read_text("utf-8"))
        )
        if config.sample_rate != SPEECH_RATE:
            raise VoiceMissingError(
                f"The voice in {folder} speaks at {config.sample_rate} Hz; {SPEECH_RATE} is needed."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Spinning wins 5 ms a sentence and costs a core while the voice has nothing to say.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._voice: Any = PiperVoice(config=config, session=session)
        self._own_length = float(config.length_scale)
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()

    def prepare(self) -> None:
        """Make the fixed replies, so that they cost nothing later on."""
        for reply in FIXED_REPLIES:
            for _ in self.speak(reply):
                pass

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[bytes]:
        """Give the speech of `text` in pieces: 16 bit, mono, 22,050 Hz.

        `speed` 1 is the voice's own, more is faster.
        """
        how = SynthesisConfig(length_scale=self._own_length / speed)
        for piece in _pieces(aloud(text)):
            known = piece, speed
            if known in self._kept:
                self._kept.move_to_end(known)
                yield self._kept[known]
                continue
            made = [
                _trimmed(chunk.audio_float_array).tobytes()
                for chunk in self._voice.synthesize(piece, how)
            ]
            if len(piece) <= _KEPT_LENGTH:
                self._kept[known] = b"".join(made)
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            yield from made


def _pieces(text: str) -> Iterator[str]:
    """Split at the ends of sentences, and long sentences between words."""
    # Double brackets would be read as raw phonemes.
    line = " ".join(text.replace("[[", " ").replace("]]", " ").split())
    for sentence in _SENTENCE_END.split(line):
        if re.search(r"\w", sentence):
            yield from textwrap.wrap(sentence, _LONGEST_PIECE, break_on_hyphens=False)


def _trimmed(audio: npt.NDArray[np.float32]) -> npt.NDArray[np.int16]:
    """Cut off the silence before the speech, and all but a breath after it."""
    loud = np.nonzero(np.abs(audio) > _QUIET)[0]
    if not loud.size:
        return np.zeros(0, "<i2")
    kept = audio[max(0, int(loud[0]) - _BEFORE) : int(loud[-1]) + _AFTER]
    return np.asarray(np.clip(kept, -1, 1) * 32767, "<i2")
