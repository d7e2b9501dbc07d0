"""What is written in signs and figures, and what the voice must say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.speaking.forms.aloud import aloud


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # Money.
        ("$5", "five dollars"),
        ("$1", "one dollar"),
        ("$5.50", "five dollars and fifty cents"),
        ("$0.99", "ninety-nine cents"),
        ("€1,200", "one thousand two hundred euros"),
        ("5 €", "five euros"),
        ("£12.01", "twelve pounds and one penny"),
        ("20 CHF", "twenty francs"),
        ("$2.5 million", "two point five million dollars"),
        ("-$3", "minus three dollars"),
        ("$5-10", "five to ten dollars"),
        ("$5-$10", "five dollars to ten dollars"),
        # Times of day.
        ("3 PM", "three P.M."),
        ("3pm", "three P.M."),
        ("9:30 a.m.", "nine thirty A.M."),
        ("3:05 PM.", "three oh five P.M."),
        ("15:45", "fifteen forty-five"),
        ("9:00", "nine o'clock"),
        ("15:00", "fifteen hundred"),
        ("0:00", "midnight"),
        ("9:00-17:00", "nine o'clock to seventeen hundred"),
        ("3-5 PM", "three to five P.M."),
        # Ordinals, dates and years.
        ("the 1st", "the first"),
        ("the 22nd", "the twenty-second"),
        ("Anna's 30th", "Anna's thirtieth"),
        ("November 24", "November twenty-fourth"),
        ("Nov. 5, 2026", "November fifth, twenty twenty-six"),
        ("24 December", "the twenty-fourth of December"),
        ("the 5th of May", "the fifth of May"),
        ("December 3-5", "December third to fifth"),
        ("2026-11-24", "November twenty-fourth, twenty twenty-six"),
        ("24.12.2026", "December twenty-fourth, twenty twenty-six"),
        ("12/24/2026", "December twenty-fourth, twenty twenty-six"),
        ("in 2026", "in twenty twenty-six"),
        ("since 1905", "since nineteen oh five"),
        ("the 1990s", "the nineteen nineties"),
        ("2024-2026", "twenty twenty-four to twenty twenty-six"),
        # Titles and streets.
        ("Dr. Smith", "Doctor Smith"),
        ("Mr. and Mrs. Brown", "Mister and Missus Brown"),
        ("Prof. Weber", "Professor Weber"),
        ("St. Mary's", "Saint Mary's"),
        ("12 Main St.", "twelve Main Street"),
        ("221B Baker St., London", "two hundred twenty-one B Baker Street, London"),
        ("5 Oak Dr.", "five Oak Drive"),
        ("on Park Ave.", "on Park Avenue"),
        ("flat 4A", "flat four eigh"),
        # E-mail, web and telephone.
        ("anna.berg@example.co.uk", "anna dot berg at example dot co dot U K"),
        ("a_b-c@example.com", "a underscore b dash c at example dot com"),
        ("https://www.example.org/help?page=1", "example dot org slash help"),
        ("see example.com.", "see example dot com."),
        ("555-0123", "five five five, zero one two three"),
        ("+49 30 12345", "plus four nine, three zero, one two three four five"),
        ("(030) 123 456", "zero three zero, one two three, four five six"),
        # Ranges, measures and shares.
        ("10-12 people", "ten to twelve people"),
        ("pages 4–7", "pages four to seven"),  # noqa: RUF001
        ("5 km", "five kilometers"),
        ("1 kg", "one kilogram"),
        ("1.5 l", "one point five liters"),
        ("2 h 30 min", "two hours thirty minutes"),
        ("60 mph", "sixty miles per hour"),
        ("-5°C", "minus five degrees Celsius"),
        ("50%", "fifty percent"),
        ("3.5 %", "three point five percent"),
        ("1½ cups", "one and a half cups"),
        # Numbers.
        ("3 tasks", "three tasks"),
        ("1,000 napkins", "one thousand napkins"),
        ("3.14", "three point one four"),
        ("-5", "minus five"),
        ("#3", "number three"),
        ("No. 5", "number five"),
        ("PIN 0042", "PIN zero zero four two"),
        ("12345678", "one two three four five six seven eight"),
        ("version 1.2.3", "version one point two point three"),
        ("16:9", "sixteen to nine"),
        # Signs and short forms.
        ("salt & vinegar", "salt and vinegar"),
        ("M&Ms", "M and Ms"),
        ("2 + 2 = 4", "two plus two equals four"),
        ("e.g. milk", "for example milk"),
        ("w/o sugar", "without sugar"),
        ("24/7", "twenty-four seven"),
        ("Party 🎉 tonight", "Party tonight"),
    ],
)  # fmt: skip
def test_what_is_written_is_said_in_words(written: str, said: str) -> None:
    assert aloud(written) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Done.",
        "Which one do you mean: Call Sarah, or Write to Tom?",
        "A4 paper and an mp3 player",
        "It's Anna's, isn't it?",
        "May I add it?",
        "half past three",
    ],
)
def test_what_is_in_words_stays(text: str) -> None:
    assert aloud(text) == text


def test_a_date_that_may_be_either_day_is_said_as_it_stands() -> None:
    assert aloud("5/6/2026") == "five/six/twenty twenty-six"


def test_a_whole_reply_is_said_in_words() -> None:
    reply = "You have 3 tasks: Pay $12.50 to Dr. Li, call 555-0123, and meet Tom at 3:30 PM."
    assert aloud(reply) == (
        "You have three tasks: Pay twelve dollars and fifty cents to Doctor Li, call five five "
        "five, zero one two three, and meet Tom at three thirty P.M."
    )


@given(st.text(alphabet="0123456789:.,-/$€%@#&aApPmMstd+() ", max_size=40))
def test_whatever_is_written_is_said(text: str) -> None:
    said = aloud(text)
    assert said == " ".join(said.split())
    assert any(map(str.isalnum, said)) or not any(map(str.isalnum, text))
