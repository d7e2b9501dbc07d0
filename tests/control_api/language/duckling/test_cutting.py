"""What Duckling is asked about stays small enough, and what is said as one time stays whole."""

import random
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.duckling import finding
from control_api.language.duckling.cutting import pieces
from tests.control_api.language.english import ENGLISH
from tests.sizes import size

NOW = datetime(2026, 11, 21, 10)  # noqa: DTZ001 (wall-clock time)
LONGEST = 700
WORDS = """
    monday mon tuesday wed sunday january feb march may december today tonight tomorrow yesterday
    now morning noon midnight night evening lunch day week month year hour minutes second weekend
    next last first third 3rd 31st twelfth one two ten twelve twenty half quarter 3 10 2026 1530
    12/24 2026-11-24 9:00 9:00am 10pm 9-10 9:00-10:00 christmas easter thanksgiving hundred few
    end eod summer winter o'clock half-past mid late
""".split()  # noqa: SIM905 (words, to be read)
SEPARATORS = [
    *(
        " ",
        ",",
        ", ",
        "-",
        " - ",
        " to ",
        " and ",
        " of ",
        " at ",
        " on ",
        "/",
        " until ",
        " from ",
    ),
    *(".", "; ", " before ", " after ", " in ", "", " the ", " past "),
]


@pytest.mark.parametrize(
    "text",
    [
        "call Sarah on Friday the 3rd of May at half past three",
        "the vp on the twenty first of march two thousand and seventeen",
        "from monday until wednesday",
        "my brother's birthday on april twenty",
        "at 9 in the morning on Monday",
        "meet Al with the month's report at ten thirty",
    ],
)
def test_what_is_said_as_one_time_stays_whole(text: str) -> None:
    assert pieces(text, ENGLISH) == [(0, len(text))]


def test_what_comes_again_and_again_is_cut() -> None:
    text = ",".join(["mon"] * 9)
    assert [text[a:b] for a, b in pieces(text, ENGLISH)] == ["mon,mon,"] * 4 + ["mon"]
    slots = "9:00-10:00,10:00-11:00"
    assert [slots[a:b] for a, b in pieces(slots, ENGLISH)] == ["9:00-10:00,", "10:00-11:00"]


@given(st.lists(st.sampled_from([*WORDS, *SEPARATORS, "x", "call", "¤"]), max_size=80).map("".join))
def test_pieces_are_the_whole_text_in_its_order(text: str) -> None:
    found = pieces(text, ENGLISH)
    if found:
        assert "".join(text[start:end] for start, end in found) == text
        assert all(start < end for start, end in found)


@pytest.mark.sized
def test_a_row_of_any_time_word_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cuts most of these take minutes: forty times the allowance tells it, too."""
    monkeypatch.setattr("control_api.language.duckling.allowance.ALLOWANCE_S", 4.0)
    every = [(word, separator) for word in WORDS for separator in SEPARATORS]
    for word, separator in random.Random(7).sample(every, size(120, len(every))):
        row = (word + separator) * LONGEST
        for length in (40, 120, LONGEST):
            finding.find_phrases(row[:length], NOW, ENGLISH)
