"""Signs are the same in every language: ``#tag``, ``@person``, ``/project``, ``p1`` to ``p4``."""

import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known
from control_api.language.words.loading import load
from shared.actions import CreateTask, UpdateTask
from shared.things import Person, Project, Tag
from tests.control_api.language.understanding.interpretation import BERLIN, SATURDAY, task

STAMP = "2026-11-01T08:00:00Z"
KNOWN = Known(
    open_tasks=[task("report", "Write the report")],
    projects=["Home office"],
    things=[
        Project("p", "Home office", STAMP, STAMP),
        Tag("t", "Two for one", STAMP, STAMP),
        Tag("u", "Family", STAMP, STAMP),
        Person("a", "Anna Bell", STAMP, STAMP),
    ],
)
CALLS = {
    "en": ("call Sarah tomorrow", "Call Sarah"),
    "de": ("Sarah anrufen morgen", "Sarah anrufen"),
    "fr": ("appeler Sarah demain", "Appeler Sarah"),
    "es": ("llamar a Sarah mañana", "Llamar a Sarah"),
}
NOTES = {"en": "new curtains", "de": "neue Vorhänge", "fr": "nouveaux rideaux", "es": "cortinas"}


def read(text: str, language: str = "en", known: Known = KNOWN) -> CommandPlan:
    return interpret(text, language=load(language), now=SATURDAY, time_zone=BERLIN, known=known)


def made(text: str, language: str = "en") -> CreateTask:
    plan = read(text, language)
    assert plan.outcome == "planned", plan
    (action,) = plan.actions
    assert isinstance(action, CreateTask)
    return action


@pytest.mark.parametrize("language", CALLS)
@pytest.mark.parametrize("form", ["{said} #bank @Ben /Work p1", "p1 {said} /Work #bank @Ben"])
def test_signs_say_of_a_task_what_they_say_in_every_language(language: str, form: str) -> None:
    said, title = CALLS[language]
    found = made(form.format(said=said), language)
    assert (found.title, found.due) == (title, "2026-11-22")
    assert (found.tags, found.assignees, found.project) == (["bank"], ["Ben"], "Work")
    assert found.priority == "urgent"


@pytest.mark.parametrize("language", NOTES)
def test_a_sign_makes_a_task_of_words_that_are_no_command_alone(language: str) -> None:
    thing = NOTES[language]
    assert read(thing, language).outcome == "not_a_command"
    found = made(f"{thing} #groceries", language)
    assert (found.title.lower(), found.tags) == (thing.lower(), ["groceries"])


@pytest.mark.parametrize(
    ("typed", "priority"), [("p1", "urgent"), ("p2", "high"), ("p3", "medium"), ("p4", "low")]
)
def test_there_are_four_priorities(typed: str, priority: str) -> None:
    assert made(f"call the bank tomorrow {typed}").priority == priority


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("/home office", "project", "Home office"),
        ("#two for one", "tags", ["Two for one"]),
        ("#family", "tags", ["Family"]),
        ("@anna bell", "assignees", ["Anna Bell"]),
        ("@anna", "assignees", ["Anna Bell"]),
        ("/garden-2", "project", "Garden-2"),
        ("#a #b #a", "tags", ["a", "b"]),
    ],
)
def test_a_name_is_the_longest_that_the_person_has_in_their_spelling(
    typed: str, field: str, value: object
) -> None:
    found = made(f"call the bank {typed} tomorrow")
    assert (found.title, found.due) == ("Call the bank", "2026-11-22")
    assert getattr(found, field) == value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("remind me to fix ticket #123", "Fix ticket #123"),
        ("remind me to check /etc/hosts", "Check /etc/hosts"),
        ("remind me to read about and/or", "Read about and/or"),
        ("remind me to be there @ 5 lights", "Be there @ 5 lights"),
        ("remind me to write to ben@mail.test", "Write to ben@mail.test"),
        ("remind me to fill in the P1 form", "Fill in the P1 form"),
        ('remind me to read "the #metoo years"', 'Read "the #metoo years"'),
    ],
)
def test_what_only_looks_like_one_stays_in_the_title(text: str, title: str) -> None:
    assert made(text) == CreateTask(title=title)


def test_each_of_several_tasks_has_its_own() -> None:
    plan = read("remind me to call Ben #work and add bread tomorrow #shop")
    tags = [action.tags for action in plan.actions if isinstance(action, CreateTask)]
    assert tags == [["work"], ["shop"]]


@pytest.mark.parametrize("text", ["the report #work", "tag the report #work", "add #work to it"])
def test_a_task_that_there_is_gets_them(text: str) -> None:
    known = Known(open_tasks=KNOWN.open_tasks, mentioned=["report"])
    assert read(text, known=known).actions == [UpdateTask("report", tags=["work"])]


@pytest.mark.parametrize("text", ["the report #work", "tag the report #work", "#work"])
def test_nothing_is_made_of_words_about_a_task_that_there_is_not(text: str) -> None:
    assert not read(text, known=Known()).actions


def test_what_is_missing_is_asked_for_and_the_signs_are_kept() -> None:
    asked = read("remind me tomorrow #home")
    assert asked.outcome == "clarify"
    assert asked.asks is not None
    assert "#home" in asked.asks.sentence
