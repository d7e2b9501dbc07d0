"""After a standstill what was said meanwhile is dropped, and the person is told once."""

from collections.abc import Callable

from livekit import rtc
from livekit.agents.voice.io import AudioInput

from agent_worker.hearing.backlog import OLD_S, Backlog, FreshAudio

FRAME_S = 0.02


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0
        self.stalls = 0

    def __call__(self) -> float:
        return self.now

    def stalled(self) -> None:
        self.stalls += 1

    def backlog(self) -> Backlog:
        return Backlog(self.stalled, self)


class Microphone(AudioInput):
    """Frames with their number as the only sample, each after what `before` does."""

    def __init__(self, before: Callable[[int], None]) -> None:
        super().__init__(label="microphone")
        self._before = before
        self._number = 0

    async def __anext__(self) -> rtc.AudioFrame:
        self._number += 1
        self._before(self._number)
        return rtc.AudioFrame(self._number.to_bytes(2, "little"), 16_000, 1, 1)


async def heard(clock: Clock, frames: int, stands_for_s: float) -> list[int]:
    """Numbers of the frames that are heard when all stands still before the tenth."""

    def pass_time(number: int) -> None:
        if number > frames:
            raise StopAsyncIteration
        # A hundred frames wait after that, and come at once.
        if number == 10:
            clock.now += stands_for_s
        elif number < 10 or number > 110:
            clock.now += FRAME_S

    fresh = FreshAudio(Microphone(pass_time), clock.backlog())
    return [frame.data[0] async for frame in fresh]


async def test_what_comes_in_time_is_heard() -> None:
    clock = Clock()
    assert await heard(clock, 300, FRAME_S) == list(range(1, 301))
    assert clock.stalls == 0


async def test_what_waited_a_moment_is_heard_late() -> None:
    clock = Clock()
    assert len(await heard(clock, 300, OLD_S - 0.1)) == 300
    assert clock.stalls == 0


async def test_what_waited_too_long_is_dropped_and_that_is_told_once() -> None:
    clock = Clock()
    numbers = await heard(clock, 400, OLD_S + 1)
    assert numbers[:9] == list(range(1, 10))
    assert 110 < numbers[9] < 250
    assert numbers[9:] == list(range(numbers[9], 401))
    assert clock.stalls == 1


def test_a_microphone_that_was_off_is_no_standstill() -> None:
    clock = Clock()
    backlog = clock.backlog()
    for _ in range(100):
        clock.now += 0.25
        backlog.look()
    assert not backlog.is_old()
    assert clock.stalls == 0
