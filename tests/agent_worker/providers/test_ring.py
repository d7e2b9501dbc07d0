from livekit import rtc

from agent_worker.providers.ring import Ring

FRAME_S = 0.02
SAMPLES = 320


def frame(number: int) -> rtc.AudioFrame:
    return rtc.AudioFrame(number.to_bytes(2, "little") * SAMPLES, 16_000, 1, SAMPLES)


def numbers(ring: Ring) -> list[int]:
    return [each.data[0] for each in ring]


def pushed(ring: Ring, first: int, last: int) -> Ring:
    for number in range(first, last):
        ring.push(frame(number))
    return ring


def test_half_a_second_is_kept_while_nobody_speaks() -> None:
    assert numbers(pushed(Ring(), 0, 100)) == list(range(75, 100))


def test_an_utterance_is_kept_with_what_came_before_it() -> None:
    ring = pushed(Ring(), 0, 100)
    ring.begin()
    pushed(ring, 100, 300)
    assert numbers(ring) == list(range(75, 300))


def test_of_a_long_one_the_last_seconds_are_kept() -> None:
    ring = Ring(kept_s=2.0)
    ring.begin()
    assert numbers(pushed(ring, 0, 1000)) == list(range(900, 1000))


def test_what_follows_the_end_belongs_to_what_comes_next() -> None:
    ring = Ring()
    ring.begin()
    pushed(ring, 0, 50)
    ring.end()
    pushed(ring, 50, 60)
    ring.over()
    assert numbers(ring) == list(range(50, 60))
