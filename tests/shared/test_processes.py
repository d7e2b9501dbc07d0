import os

from shared.processes import processor_time


def test_work_is_told_from_standing_still() -> None:
    before = processor_time(os.getpid())
    while processor_time(os.getpid()) < before + 0.05:
        sum(range(10_000))
    assert processor_time(2**30) == 0.0
