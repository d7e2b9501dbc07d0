"""Words that are to be taken as they are written stand in the title where they stood."""

import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.answering.follow import follow
from control_api.language.answering.literal import read_literally
from control_api.language.words.loading import load
from shared.actions import CreateTask
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

IN_FOUR = {
    "en": ("remind me to call Ben tomorrow #bank", "tomorrow", "Call Ben tomorrow"),
    "de": ("erinnere mich daran, Ben morgen anzurufen #bank", "morgen", "Ben morgen anrufen"),
    "fr": ("rappelle-moi d'appeler Ben demain #bank", "demain", "Appeler Ben demain"),
    "es": ("recuérdame llamar a Ben mañana #bank", "mañana", "Llamar a Ben mañana"),
}


def read(text: str, *literal: str, language: str = "en") -> CommandPlan:
    spoken = load(language)
    starts = [(text.index(part), part) for part in literal]
    return read_literally(
        text,
        [(start, start + len(part)) for start, part in starts],
        spoken,
        lambda said: follow(said, language=spoken, now=SATURDAY, zone=BERLIN, known=ALICES),
    )


@pytest.mark.parametrize("language", IN_FOUR)
def test_a_date_taken_literally_is_part_of_the_title_in_every_language(language: str) -> None:
    text, date, title = IN_FOUR[language]
    assert read(text, date, language=language).actions == [CreateTask(title=title, tags=["bank"])]


@pytest.mark.parametrize(
    ("text", "literal", "made"),
    [
        (
            "phone Bob tomorrow at three #bank p1",
            ["#bank"],
            CreateTask(
                title="Phone Bob #bank",
                due="2026-11-22T15:00:00",
                time_zone="Europe/Berlin",
                priority="urgent",
            ),
        ),
        (
            "phone Bob tomorrow at three",
            ["tomorrow at three"],
            CreateTask(title="Phone Bob tomorrow at three"),
        ),
        (
            "buy bread on Friday /Home",
            ["on Friday", "/Home"],
            CreateTask("Buy bread on Friday /Home"),
        ),
        ("tomorrow phone Bob", ["tomorrow"], CreateTask(title="Tomorrow phone Bob")),
        (
            "add bread to my shopping list",
            ["to my shopping list"],
            CreateTask("Bread to my shopping list"),
        ),
    ],
)
def test_what_is_taken_literally_says_nothing_else(
    text: str, literal: list[str], made: CreateTask
) -> None:
    plan = read(text, *literal)
    assert plan.outcome == "planned", plan
    assert plan.actions == [made]


def test_of_several_tasks_the_one_has_it_whose_words_it_follows() -> None:
    plan = read("remind me to call Ben tomorrow and add bread #shop", "tomorrow")
    titles = [action.title for action in plan.actions if isinstance(action, CreateTask)]
    assert titles == ["Call Ben tomorrow", "Bread"]


def test_what_makes_no_task_reads_them_as_a_name() -> None:
    plan = read("what's on my tomorrow list", "tomorrow")
    assert "tomorrow" in plan.reply or plan.actions


def test_without_any_the_text_is_read_as_ever() -> None:
    assert read("phone Bob tomorrow") == follow(
        "phone Bob tomorrow", language=load("en"), now=SATURDAY, zone=BERLIN, known=ALICES
    )
