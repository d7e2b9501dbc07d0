"""Loads Whisper as conversations hear with it."""

from pathlib import Path

from agent_worker.hearing.whisper import Whisper


def load(folder: Path, threads: int) -> Whisper:
    """Load the model in `folder` for a model host of so many threads."""
    return Whisper(folder, threads=hearing_threads(threads))


def hearing_threads(threads: int) -> int:
    """Of so many threads, those for hearing."""
    # A second of two wins nothing here, and takes the core that all else needs.
    return max(1, threads // 2)
