"""What Duckling is asked about stays small enough, and what is said as one time stays whole."""

import random
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.duckling import finding
from control_api.language.duckling.cutting import pieces
from control_api.language.words.loading import load
from shared.languages import LanguageName
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
    ("before", "time", "after"),
    [
        ("call Sarah ", "on Friday the 3rd of May at half past three", ""),
        ("the vp ", "on the twenty first of march two thousand and seventeen", " is here"),
        ("", "from monday until wednesday", ", call Tom"),
        ("", "at 9 in the morning on Monday", " for Tom"),
        ("book it ", "for 3 p.m. or Friday, June 21st", " and for Anna"),
        ("ask ", "a couple of days before Mother's Day", " what she wants"),
        ("rain ", "9:00 - 11:00", " and the film"),
    ],
)
def test_what_is_said_as_one_time_stays_whole(before: str, time: str, after: str) -> None:
    text = before + time + after
    ((start, end),) = pieces(text, ENGLISH)
    assert text[start:end].removesuffix(",") == time


def test_what_is_between_two_times_is_left_out() -> None:
    text = "remind me tomorrow at three to write the report, and on Friday to send it by noon"
    assert [text[a:b] for a, b in pieces(text, ENGLISH)] == [
        "tomorrow at three",
        "and on Friday",
        "by noon",
    ]


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("de", "ruf morgen um drei Uhr nachmittags bei Anna an", "morgen um drei Uhr nachmittags"),
        (
            "fr",
            "appelle Anna demain à trois heures et demie chez elle",
            "demain à trois heures et demie",
        ),
        (
            "es",
            "llama a Ana mañana a las tres de la tarde desde casa",
            "mañana a las tres de la tarde",
        ),
    ],
)
def test_so_it_is_in_other_languages(language: LanguageName, text: str, time: str) -> None:
    ((start, end),) = pieces(text, load(language))
    assert time in text[start:end]
    assert len(text[start:end]) < len(text) - 8


NUMBERS: list[tuple[LanguageName, str, str]] = [
    ("en", "tomorrow at {}", "one ten eleven twelve thirteen fourteen fifteen sixteen eighteen"),
    ("en", "tomorrow at ten {}", "fifteen twenty thirty forty fifty"),
    ("de", "am {} mai", "ersten zweiten dritten sechsten siebten zehnten elften sechzehnten"),
    ("de", "am {} mai", "zwanzigsten einundzwanzigsten dreißigsten"),
    ("fr", "demain à {} heures", "deux sept dix onze douze treize quatorze quinze seize vingt"),
    ("es", "el {} de mayo", "primero uno dos tres diez once doce trece catorce quince dieciséis"),
    ("es", "el {} de mayo", "veinte veintiuno veintidós veintitrés veinticuatro treinta"),
]


@pytest.mark.parametrize(
    ("language", "time"),
    [(name, time.format(word)) for name, time, words in NUMBERS for word in words.split()],
)
def test_a_number_in_words_belongs_to_its_time(language: LanguageName, time: str) -> None:
    assert [time[a:b] for a, b in pieces(time, load(language))] == [time]


def test_what_comes_again_and_again_is_cut() -> None:
    text = ",".join(["mon"] * 9)
    assert [text[a:b] for a, b in pieces(text, ENGLISH)] == ["mon,mon,"] * 4 + ["mon"]
    slots = "9:00-10:00,10:00-11:00"
    assert [slots[a:b] for a, b in pieces(slots, ENGLISH)] == ["9:00-10:00,", "10:00-11:00"]


@given(st.lists(st.sampled_from([*WORDS, *SEPARATORS, "x", "call", "¤"]), max_size=80).map("".join))
def test_every_hint_of_a_time_is_in_one_piece(text: str) -> None:
    found = pieces(text, ENGLISH)
    ends = [0, *(end for _, end in found)]
    assert all(last <= start < end for last, (start, end) in zip(ends, found, strict=False))
    hints = list(ENGLISH.time_hints.perhaps.finditer(text))
    for hint in hints if len(hints) <= 60 else []:
        assert any(start <= hint.start() < end for start, end in found)


@pytest.mark.sized
def test_a_row_of_any_time_word_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cuts most of these take minutes: forty times the allowance tells it, too."""
    monkeypatch.setattr("control_api.language.duckling.allowance.ALLOWANCE_S", 4.0)
    every = [(word, separator) for word in WORDS for separator in SEPARATORS]
    for word, separator in random.Random(7).sample(every, size(120, len(every))):
        row = (word + separator) * LONGEST
        for length in (40, 120, LONGEST):
            finding.find_phrases(row[:length], NOW, ENGLISH)
