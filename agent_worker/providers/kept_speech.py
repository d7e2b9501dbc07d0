"""What has to be said when no speech can be made: made once, for all of the worker."""

import threading


class KeptSpeech:
    """Speech by its text and rate: 16 bit, mono. Safe to use from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, int], bytes] = {}

    def get(self, text: str, rate: int) -> bytes | None:
        """Give the speech of `text` at `rate` samples a second; None when it was not made."""
        with self._lock:
            return self._kept.get((text, rate))

    def put(self, text: str, rate: int, pcm: bytes) -> None:
        """Keep the speech of `text`."""
        with self._lock:
            self._kept[text, rate] = pcm
