"""The local voice says something, and Whisper hears it."""

import numpy as np
import pytest

from agent_worker.hearing.plausibility import normalised
from agent_worker.speaking.piper import FIXED_REPLIES, _pieces
from tests.agent_worker.local_models import ears, needs_models, spoken, voice

pytestmark = [pytest.mark.models, needs_models]
RATE = 22_050


@pytest.mark.parametrize(
    "said",
    [
        "What's on for Friday?",
        "Remind me to call Sarah tomorrow.",
        "Delete the task about the dentist.",
        "Yes.",
    ],
)
def test_what_the_voice_says_is_heard(said: str) -> None:
    heard = ears().transcribe(spoken(said))
    assert normalised(heard.text) == normalised(said)
    assert heard.confidence > 0.3
    assert heard.no_speech < 0.5


def test_a_prompt_of_the_persons_own_words_decides_between_words_that_sound_alike() -> None:
    prompt = "Add buy milk to groceries. Done with calling Sarah."
    heard = ears().transcribe(spoken("Done with calling Sarah."), prompt=prompt)
    assert normalised(heard.text) == "done with calling sarah"


def test_other_readings_are_given_when_asked_for() -> None:
    heard = ears().transcribe(spoken("Remind me to call Sarah tomorrow at three."), alternatives=3)
    assert len(heard.alternatives) <= 3
    texts = [normalised(text) for text in (heard.text, *heard.alternatives)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("level", [0, 8, 100, 1000, 5000])
@pytest.mark.parametrize("prompt", ["", "Groceries. Buy milk. Call Sarah. Remind me to buy milk."])
def test_silence_and_noise_are_not_taken_for_words(level: int, prompt: str) -> None:
    noise = np.random.default_rng(1).standard_normal(48_000) * level
    heard = ears().transcribe(noise.astype("<i2").tobytes(), prompt=prompt)
    assert heard.text == ""
    assert heard.no_speech >= 0.5


def test_a_hum_is_not_taken_for_the_prompt() -> None:
    hum = (np.sin(np.arange(32_000) * 2 * np.pi * 50 / 16_000) * 1600).astype("<i2")
    assert ears().transcribe(hum.tobytes(), prompt="Groceries. Buy milk. Call Sarah.").text == ""


@pytest.mark.parametrize("pcm", [b"", b"\x01", bytes(10)])
def test_hardly_any_audio_is_nothing(pcm: bytes) -> None:
    assert ears().transcribe(pcm).text == ""


def test_a_growing_utterance_can_be_asked_about_again_and_again() -> None:
    pcm = spoken("Remind me to call Sarah tomorrow.")
    parts = [ears().transcribe(pcm[: len(pcm) * part // 4]).text for part in (2, 3, 4)]
    assert normalised(parts[-1]) == "remind me to call sarah tomorrow"
    assert normalised(parts[0]).startswith("remind me")


def test_a_recording_longer_than_whispers_window_is_heard_to_its_end() -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    names = ("Sarah", "Thomas", "Peter")
    sentences = [f"Call {name} on {day} about the garden." for name in names for day in days]
    pcm = b"".join(spoken(sentence) for sentence in sentences)
    assert len(pcm) / 32_000 > 35
    heard = normalised(ears().transcribe(pcm).text)
    assert heard.count("garden") >= 12
    assert "peter on friday" in heard


def test_speech_begins_at_once_and_ends_without_a_long_silence() -> None:
    audio = np.frombuffer(b"".join(voice().speak("Call Sarah, tomorrow at 3 PM.")), "<i2")
    loud = np.nonzero(np.abs(audio.astype(int)) > 400)[0]
    assert loud[0] / RATE < 0.05
    assert (len(audio) - loud[-1]) / RATE < 0.2
    assert 1 < len(audio) / RATE < 5


def test_a_text_of_two_sentences_comes_in_two_pieces() -> None:
    assert len(list(voice().speak("Call Sarah is done. It was due yesterday."))) == 2


def test_a_title_and_a_time_end_no_sentence() -> None:
    assert len(list(voice().speak("Dr. Li comes at 9:30 a.m. today."))) == 1


@pytest.mark.parametrize("text", ["", "...", "\n", "!?"])
def test_nothing_to_say_is_silence(text: str) -> None:
    assert list(voice().speak(text)) == []


def test_what_was_said_before_is_said_the_same_way_again() -> None:
    voice().prepare()
    again = [b"".join(voice().speak(reply)) for reply in FIXED_REPLIES]
    assert again == [b"".join(voice().speak(reply)) for reply in FIXED_REPLIES]


def test_double_brackets_in_a_title_are_no_phonemes() -> None:
    assert list(_pieces("Call [[bob]] now")) == ["Call bob now"]


def test_an_endless_sentence_is_cut_between_words() -> None:
    text = "word " * 200
    pieces = list(_pieces(text))
    assert all(len(piece) <= 160 for piece in pieces)
    assert " ".join(pieces).split() == text.split()


SENTENCES = (
    "Remind me to call Sarah tomorrow.",
    "What do I have to do on Friday?",
    "Add milk, eggs and bread to the shopping list.",
    "Delete the task about the dentist.",
    "You have three tasks for today, and one of them is overdue.",
)


@pytest.mark.parametrize("speed", [0.7, 1.5])
def test_the_voice_speaks_as_fast_as_it_is_asked_to(speed: float) -> None:
    def length(speed: float) -> int:
        return sum(len(piece) for said in SENTENCES for piece in voice().speak(said, speed=speed))

    # It says no sentence twice in the same time; of several that evens out.
    assert length(speed) == pytest.approx(length(1.0) / speed, rel=0.2)


def test_what_was_said_at_a_speed_is_the_same_again() -> None:
    once, again = (b"".join(voice().speak(SENTENCES[0], speed=1.5)) for _ in range(2))
    assert once == again
