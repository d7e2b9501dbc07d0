"""The network in the repository reads what it was fitted to, in little time and room."""

import threading

import pytest

from control_api.language.learned.meaning import NOTHING, Meaning
from tests.control_api.language.english import ENGLISH


def read(text: str) -> Meaning:
    assert ENGLISH.learned is not None
    return ENGLISH.learned.read(text)


def stretches(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.tag) for each in read(text).stretches]


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("remind me to buy milk tomorrow", "create", [("buy milk", "thing"), ("tomorrow", "when")]),
        ("delete the dentist appointment", "delete", [("the dentist appointment", "thing")]),
        ("what time is it in Tokyo", "tell_time_in", [("Tokyo", "place")]),
        ("play some jazz", NOTHING, []),
    ],
)
def test_the_likeliest_comes_first_with_what_stands_where(
    text: str, intent: str, told: list[tuple[str, str]]
) -> None:
    likeliest = read(text).intents[0]
    assert likeliest.intent == intent
    assert likeliest.probability > 0.8
    assert [each for each in stretches(text) if each in told] == told


@pytest.mark.parametrize("text", ["", " ", "ß", "😀" * 300, "İstanbul'a git", "a " * 350])
def test_any_text_is_read(text: str) -> None:
    meaning = read(text)
    assert all(0 <= each.probability <= 1 for each in meaning.intents)
    assert all(0 <= each.start < each.end <= len(text) for each in meaning.stretches)


def test_several_threads_read_the_same() -> None:
    texts = ["delete the dentist", "what's on tomorrow", "add milk"] * 5
    found: dict[int, Meaning] = {}

    def keep(number: int, text: str) -> None:
        found[number] = read(text)

    threads = [
        threading.Thread(target=keep, args=(number, text)) for number, text in enumerate(texts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(len(texts))] == [read(text) for text in texts]
