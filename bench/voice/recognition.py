"""Speech-to-text on people's recordings: time per utterance, and what was understood.

The recordings stand beside the project where a developer has them (``SAYDO_SPEECH``, a folder of
16 kHz WAV files with ``labels.jsonl``); without them this part is left out.
"""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from faster_whisper import WhisperModel

from bench.equipment.results import Figure, figure
from scripts.machine.places import ROOT, models_folder

DIGITS = {"8": "eight", "12": "twelve", "16": "sixteen", "20": "twenty", "2": "two", "6": "six"}


def recordings_folder() -> Path | None:
    """Where the recordings are, if anywhere."""
    folder = Path(os.environ.get("SAYDO_SPEECH") or ROOT.parent / "shared" / "speech")
    return folder if (folder / "labels.jsonl").is_file() else None


def words(text: str) -> str:
    """Lower case words, digits spelled as the labels do."""
    plain = re.sub(r"[^a-z0-9 ]", " ", text.lower().replace("-", " "))
    return " ".join(DIGITS.get(word, word) for word in plain.split())


def slot_recall(heard: dict[str, str], labels: list[dict[str, object]]) -> float:
    """Share of the labelled slot values whose words are all in what was heard."""
    found = said = 0
    for label in labels:
        slots = label["slots"]
        assert isinstance(slots, dict)
        for value in slots.values():
            said += 1
            found += words(str(value)) in words(heard.get(str(label["audio"]), ""))
    return found / said


def looped(text: str) -> bool:
    """Whether three words in a row come twice: Whisper's typical failure on short windows."""
    said = words(text).split()
    triples = [tuple(said[i : i + 3]) for i in range(len(said) - 2)]
    return len(triples) - len(set(triples)) > 1


def ours(files: list[Path]) -> list[dict[str, object]]:
    """Every file through `python -m agent_worker transcribe`."""
    done = subprocess.run(
        [sys.executable, "-m", "agent_worker", "transcribe", *map(str, files), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def ordinary(files: list[Path]) -> list[dict[str, object]]:
    """Every file through faster-whisper as its README uses it: same model, five beams."""
    folder = next(models_folder().rglob("vocabulary.json")).parent
    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)
    answers: list[dict[str, object]] = []
    for file in files:
        began = time.perf_counter()
        segments, info = model.transcribe(str(file), language="en", beam_size=5)
        text = " ".join(segment.text.strip() for segment in segments)
        took = time.perf_counter() - began
        answers.append(
            {"file": str(file), "text": text, "audio_s": info.duration, "elapsed_s": took}
        )
    return answers


def described(
    name: str, answers: list[dict[str, object]], labels: list[dict[str, object]]
) -> Figure:
    """Time per utterance with real-time factor, slot recall and loops beside it."""
    heard = {Path(str(one["file"])).name: str(one["text"]) for one in answers}
    took = [float(str(one["elapsed_s"])) for one in answers]
    audio = sum(float(str(one["audio_s"])) for one in answers)
    return figure(
        name,
        "s",
        took,
        real_time_factor=round(sum(took) / audio, 3),
        slot_recall=round(slot_recall(heard, labels), 3),
        looped=sum(map(looped, heard.values())),
    )


def figures() -> list[Figure]:
    """Ours and the ordinary way, in one run; empty without recordings."""
    folder = recordings_folder()
    if folder is None:
        print("speech: no recordings beside the project, so recognition is not measured")
        return []
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text().splitlines()]
    files = [folder / str(label["audio"]) for label in labels]
    return [
        described("recognition, Saydo", ours(files), labels),
        described("recognition, faster-whisper as usual", ordinary(files), labels),
    ]
