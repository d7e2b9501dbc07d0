"""From a text to its time phrases, within an allowance, and once only when it overruns."""

import asyncio
from collections.abc import Iterator
from datetime import datetime

import pytest

from control_api.language.duckling import finding
from control_api.language.duckling.allowance import Overrun, allowance
from control_api.language.duckling.messages import Answer, Question
from control_api.language.duckling.remembered import Piece, Remembered
from control_api.language.duckling.unread import OverrunError, UnavailableError
from tests.control_api.language.english import ENGLISH

NOW = datetime(2026, 11, 21, 10)  # noqa: DTZ001 (wall-clock time)


class Readers:
    """Stands in for the pool: takes what it is told to, and notes what it was asked."""

    def __init__(self) -> None:
        self.spends_s = 0.0
        self.error: type[Exception] | None = None
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        if self.error is UnavailableError:
            raise UnavailableError
        if self.error is OverrunError or question.allowance_s <= self.spends_s:
            raise OverrunError(question.text)
        return Answer([], self.spends_s)


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Readers]:
    finding._remembered.clear()
    readers = Readers()
    monkeypatch.setattr(finding, "_pool", readers)
    monkeypatch.setattr("control_api.language.duckling.allowance._overrun", Overrun())
    yield readers
    finding._remembered.clear()


def test_places_and_times_are_found() -> None:
    (phrase,) = finding.find_phrases("call Zoë tomorrow", NOW, ENGLISH)
    assert (phrase.start, phrase.end, phrase.grain) == (9, 17, "day")
    assert phrase.value == datetime(2026, 11, 22)  # noqa: DTZ001 (wall-clock time)


def test_a_text_without_a_time_is_not_asked_about(readers: Readers) -> None:
    assert finding.find_phrases("buy milk", NOW, ENGLISH) == ()
    assert readers.asked == []


def test_a_time_that_was_read_is_not_asked_about_again(readers: Readers) -> None:
    finding.find_phrases("remind me to call Zoë tomorrow at three", NOW, ENGLISH)
    finding.find_phrases("call Zoë tomorrow at three", NOW, ENGLISH)
    finding.find_phrases("tomorrow at three", NOW, ENGLISH)
    assert len(readers.asked) == 1
    finding.find_phrases("tomorrow at three", NOW.replace(hour=11), ENGLISH)
    assert len(readers.asked) == 2


def test_what_is_remembered_of_a_time_is_found_where_it_stands_now() -> None:
    (there,) = finding.find_phrases("call Zoë tomorrow", NOW, ENGLISH)
    here, later = finding.find_phrases("tomorrow call Zoë, on Friday Tom", NOW, ENGLISH)
    assert (here.start, here.end, here.value) == (0, 8, there.value)
    assert (later.start, later.end) == (19, 28)


def test_of_several_times_only_those_that_are_new_are_asked_about(readers: Readers) -> None:
    finding.find_phrases("call Zoë tomorrow", NOW, ENGLISH)
    finding.find_phrases("call Zoë tomorrow, write Tom on Friday", NOW, ENGLISH)
    asked = [[each.text[a:b] for a, b in each.pieces] for each in readers.asked]
    assert asked == [["tomorrow"], ["tomorrow,", "on Friday"]]


def test_what_was_wanted_longest_ago_is_forgotten() -> None:
    remembered = Remembered(most=2)
    one, two, three = (Piece(text, NOW, "EN_US") for text in ("one", "two", "three"))
    remembered.add({one: (), two: ()})
    assert remembered.those_of([one]) == {one: ()}
    remembered.add({three: ()})
    assert remembered.those_of([one, two, three]) == {one: (), three: ()}


def test_a_text_that_overran_is_not_tried_again(readers: Readers) -> None:
    readers.error = OverrunError
    for later in (NOW, NOW, NOW.replace(hour=11)):
        with pytest.raises(OverrunError, match="I can't make out “mon, mon”"):
            finding.find_phrases("mon, mon", later, ENGLISH)
    assert len(readers.asked) == 1


def test_a_text_that_nobody_was_there_to_read_is_tried_again(readers: Readers) -> None:
    readers.error = UnavailableError
    for _ in range(2):
        with pytest.raises(UnavailableError):
            finding.find_phrases("tomorrow", NOW, ENGLISH)
    readers.error = None
    finding.find_phrases("tomorrow", NOW, ENGLISH)
    assert len(readers.asked) == 3


def test_all_parts_of_a_text_share_one_allowance(readers: Readers) -> None:
    readers.spends_s = 0.03
    with pytest.raises(OverrunError):
        read_the_whole_text()
    left = [round(question.allowance_s, 3) for question in readers.asked]
    assert left == [0.1, 0.07, 0.04, 0.01]
    with pytest.raises(OverrunError):
        read_the_whole_text()
    assert len(readers.asked) == 4
    # A part that met what was left is as good as any other.
    readers.spends_s = 0.005
    finding.find_phrases("may 4", NOW, ENGLISH)


def read_the_whole_text() -> None:
    with allowance("the whole text"):
        for day in range(1, 10):
            finding.find_phrases(f"may {day}", NOW, ENGLISH)


def test_only_so_many_texts_are_remembered() -> None:
    overrun = Overrun(most=3)
    for number in range(4):
        overrun.add(f"text {number}", OverrunError(f"text {number}"))
    overrun.refuse("text 0")
    for number in range(1, 4):
        with pytest.raises(OverrunError):
            overrun.refuse(f"text {number}")


def test_long_words_are_shown_in_part() -> None:
    assert OverrunError("mon," * 100).shown == "mon,mon,mon,mon,mon,mon,mon,mon,mon,mon…"


def test_nothing_is_read_on_an_event_loop() -> None:
    async def read() -> None:
        await asyncio.sleep(0)
        finding.find_phrases("on the event loop tomorrow", NOW, ENGLISH)

    finding.find_phrases("on the event loop tomorrow", NOW, ENGLISH)  # remembered, as it may be
    with pytest.raises(RuntimeError, match="read in threads"):
        asyncio.run(read())
