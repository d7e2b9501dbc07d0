"""Which words of a text say what of the task that it would make."""

import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.answering.follow import follow
from control_api.language.answering.literal import read_literally
from control_api.language.answering.parts import with_parts
from control_api.language.words.loading import load
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

ROWS = {
    "en": {
        "phone Bob tomorrow at three": [("due", "tomorrow at three")],
        "remind me tomorrow to phone Bob": [("due", "tomorrow")],
        "phone Bob tomorrow #bank @Anna p1 /Work": [
            ("due", "tomorrow"),
            ("tags", "#bank"),
            ("assignees", "@Anna"),
            ("priority", "p1"),
            ("project", "/Work"),
        ],
        "phone Bob tomorrow /Work at nine": [
            ("due", "tomorrow"),
            ("project", "/Work"),
            ("due", "at nine"),
        ],
        "add bread to my shopping list tomorrow": [
            ("project", "to my shopping list"),
            ("due", "tomorrow"),
        ],
        "call mum every friday at 5 #bank #family": [
            ("repeat", "every friday at 5"),
            ("tags", "#bank"),
            ("tags", "#family"),
        ],
        "add write the essay, deadline Friday": [("deadline", "deadline Friday")],
        "add bread": [],
    },
    "de": {
        "Erinnere mich morgen um drei daran, Bob anzurufen #bank": [
            ("due", "morgen um drei"),
            ("tags", "#bank"),
        ],
        "jeden Freitag Mama anrufen p2": [("repeat", "jeden Freitag"), ("priority", "p2")],
    },
    "fr": {
        "rappelle-moi d'appeler Bob demain à 15h p2": [
            ("due", "demain à 15h"),
            ("priority", "p2"),
        ],
    },
    "es": {
        "recuérdame llamar a Bob mañana a las tres @Ana": [
            ("due", "mañana a las tres"),
            ("assignees", "@Ana"),
        ],
    },
}


def parts_of(text: str, language: str = "en", *literal: tuple[int, int]) -> list[tuple[str, str]]:
    spoken = load(language)

    def read(said: str) -> CommandPlan:
        return follow(said, language=spoken, now=SATURDAY, zone=BERLIN, known=ALICES)

    plan = read_literally(text, literal, spoken, read)
    plan = with_parts(plan, text, literal, spoken, read)
    return [(part.field, part.said) for part in plan.parts]


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(name, text, id=text) for name, texts in ROWS.items() for text in texts],
)
def test_the_words_of_each_field_are_told_in_the_order_of_the_text(
    language: str, text: str
) -> None:
    assert parts_of(text, language) == ROWS[language][text]


def test_a_part_can_be_sent_as_it_is_to_be_taken_literally() -> None:
    for language, texts in ROWS.items():
        for text, parts in texts.items():
            assert all(said in text for _, said in parts), (language, text)


def test_what_is_taken_literally_is_no_part() -> None:
    text = "phone Bob tomorrow #bank"
    start = text.index("tomorrow")
    assert parts_of(text, "en", (start, start + len("tomorrow"))) == [("tags", "#bank")]


@pytest.mark.parametrize(
    "text", ["delete the report", "what is due tomorrow?", "move the dentist to Friday", "hello"]
)
def test_only_what_makes_tasks_has_parts(text: str) -> None:
    assert parts_of(text) == []


def test_a_long_text_has_them_without_their_words_rather_than_late() -> None:
    text = "remind me to read " + "one or another " * 14 + "tomorrow with high priority tagged a"
    found = parts_of(text + " for Anna")
    assert {field for field, _ in found} >= {"due", "priority", "tags"}
