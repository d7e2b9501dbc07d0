from hypothesis import given
from hypothesis import strategies as st

from agent_worker.hearing.level import VoiceLevel
from agent_worker.hearing.utterance import RATE, Utterance

SECOND = RATE * 2


def sound(seconds: float) -> bytes:
    return bytes(round(seconds * RATE) * 2)


def test_a_room_in_which_nobody_speaks_is_forgotten() -> None:
    utterance = Utterance()
    for _ in range(1000):
        utterance.push(sound(0.02), voiced=True)
    assert len(utterance.sound()) <= SECOND
    assert not utterance.begun


def test_it_begins_a_moment_before_the_voice_was_noticed() -> None:
    utterance = Utterance()
    utterance.push(sound(3), voiced=False)
    utterance.begin()
    utterance.push(sound(1), voiced=True)
    utterance.push(sound(2), voiced=False)
    assert len(utterance.sound()) / SECOND == 0.5 + 1 + 0.3
    assert utterance.quiet_s == 2


def test_what_is_taken_out_is_not_given_again() -> None:
    utterance = Utterance()
    utterance.begin()
    utterance.push(sound(25), voiced=True)
    assert utterance.fills_window
    before = utterance.voiced_to
    assert len(utterance.take()) == 25 * SECOND
    assert utterance.voiced_to == before
    assert utterance.sound() == b""


@given(
    st.lists(
        st.tuples(st.sampled_from(["push", "voice", "begin", "take", "end"]), st.integers(1, 50))
    )
)
def test_positions_only_grow_and_nothing_piles_up(steps: list[tuple[str, int]]) -> None:
    utterance, last = Utterance(), 0
    for step, hundredths in steps:
        if step in {"push", "voice"}:
            utterance.push(sound(hundredths / 100), voiced=step == "voice")
        else:
            getattr(utterance, step)()
        assert utterance.voiced_to >= last
        assert utterance.quiet_s >= 0
        assert len(utterance.sound()) % 2 == 0
        last = utterance.voiced_to


def tone(amplitude: int) -> bytes:
    return amplitude.to_bytes(2, "little", signed=True) * 320


def test_a_voice_stands_out_of_its_room_whatever_the_level() -> None:
    for room, voice in ((2, 400), (30, 3000), (300, 12000)):
        level = VoiceLevel()
        for _ in range(100):
            level.is_voiced(tone(room), 0.02)
        assert level.is_voiced(tone(voice), 0.02)
        assert not level.is_voiced(tone(room), 0.02)


def test_digital_silence_is_no_voice() -> None:
    level = VoiceLevel()
    assert not level.is_voiced(bytes(640), 0.02)
    assert not level.is_voiced(b"", 0.02)


def test_a_steady_noise_is_taken_for_the_room_in_time() -> None:
    level = VoiceLevel()
    heard = [level.is_voiced(tone(200), 0.02) for _ in range(1000)]
    assert not heard[-1]
