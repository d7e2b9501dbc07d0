"""How many conversations at a time a machine bears, measured by what hearing takes it.

All else that a conversation takes grows with it: the machine that is slow to hear is as slow in the
rest. Processor time is counted, so that it does not matter what else runs meanwhile.
"""

from agent_worker.hearing.whisper import Whisper

_TRIES = 5
_REFERENCE_S = 0.13
"""The encoder's, where ten at once were answered within 1.16 s (p95): docs/measured.md."""
_AT_REFERENCE = 10
_MOST_A_CORE = 5


def conversations(whisper: Whisper, *, threads: int, cores: int) -> int:
    """Measure how many are borne where hearing has so many threads; takes a second or two."""
    return borne(min(whisper.time_encoding() for _ in range(_TRIES)), threads, cores)


def borne(encoding_s: float, threads: int, cores: int) -> int:
    """Give how many are borne where an encoding takes so many seconds of processor time."""
    heard = threads * _REFERENCE_S / encoding_s
    return max(1, min(_MOST_A_CORE * cores, round(_AT_REFERENCE * heard)))
