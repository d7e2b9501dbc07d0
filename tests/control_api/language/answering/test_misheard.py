"""A name that the person has is found in what sounds like it, where nothing else is meant."""

import msgspec
import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.answering.follow import follow
from control_api.language.understanding.scene import Known
from shared.actions import CreateTask
from shared.things import SavedFilter
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

STAMP = "2026-11-01T08:00:00Z"
KNOWN = msgspec.structs.replace(
    ALICES,
    projects=[*ALICES.projects, "Movies"],
    things=[SavedFilter("urgent", "Urgent", "priority = urgent", STAMP, STAMP)],
)


def said(text: str, *, is_heard: bool, known: Known = KNOWN) -> CommandPlan:
    return follow(text, language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known, is_heard=is_heard)


def test_several_words_are_the_list_that_they_sound_like() -> None:
    (action,) = said("Add Friday the 13th to my move is list.", is_heard=True).actions
    assert isinstance(action, CreateTask)
    assert (action.title, action.project) == ("Friday the 13th", "Movies")


def test_what_is_typed_is_meant_as_it_is_written() -> None:
    (action,) = said("Add Friday the 13th to my move is list.", is_heard=False).actions
    assert isinstance(action, CreateTask)
    assert action.project != "Movies"


@pytest.mark.parametrize(
    "text",
    ["Add milk to my shopping list.", "Remind me to move house.", "Move the dentist to Monday."],
)
def test_what_can_be_done_as_it_was_heard_stays_so(text: str) -> None:
    assert said(text, is_heard=True) == said(text, is_heard=False)


@pytest.mark.parametrize(("heard", "is_sure"), [("urgend", True), ("argent", False)])
def test_what_only_sounds_nearly_so_takes_a_yes(heard: str, *, is_sure: bool) -> None:
    reading = said(f"Delete the filter {heard}.", is_heard=True)
    assert (reading.outcome, reading.is_sure) == ("planned", is_sure)
    assert reading.actions == said("Delete the filter Urgent.", is_heard=True).actions
