"""The same cases with a voice in between: said by the local voice, heard by the local ears.

What only a keyboard can say, such as ``#work``, is left out. Each sentence is heard by itself,
without what a conversation knows of the person's own words.
"""

import re
import tempfile
import wave
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from bench.conversation.speech import VOICE_RATE, spoken
from bench.voice.recognition import ours
from control_api.evaluation.cases import Placed

_CAN_BE_SAID = re.compile(r"[\w\s.,;:!?'\u2019\"\u201c\u201d\u2026€$%&-]+")
_BYTES_A_SAMPLE = 2


def heard_cases(cases: Sequence[Placed]) -> list[Placed]:
    """The cases that can be said, with what was heard in place of what was said."""
    sayable = [each for each in cases if all(map(_can_be_said, each.case.sentences))]
    heard = hear({sentence for each in sayable for sentence in each.case.sentences})
    return [_with_heard(each, heard) for each in sayable]


def hear(sentences: Iterable[str]) -> dict[str, str]:
    """What the local speech-to-text makes of each sentence in the local voice."""
    with tempfile.TemporaryDirectory(prefix="saydo-spoken-") as folder:
        files = {str(_recorded(Path(folder), *each)): each[1] for each in enumerate(sentences)}
        answers = ours([Path(name) for name in files])
        return {files[str(answer["file"])]: str(answer["text"]) for answer in answers}


def _can_be_said(sentence: str) -> bool:
    return _CAN_BE_SAID.fullmatch(sentence) is not None


def _recorded(folder: Path, number: int, sentence: str) -> Path:
    path = folder / f"{number}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(_BYTES_A_SAMPLE)
        file.setframerate(VOICE_RATE)
        file.writeframes(spoken(sentence).tobytes())
    return path


def _with_heard(placed: Placed, heard: dict[str, str]) -> Placed:
    said = [heard[sentence] for sentence in placed.case.sentences]
    return msgspec.structs.replace(placed, case=msgspec.structs.replace(placed.case, say=said))
