"""What the learned reader tells is held against what is there, and believed when it is sure."""

from typing import cast

import msgspec
import pytest

from control_api.engine.plan import CommandPlan
from control_api.language.learned.meaning import Likely, Meaning, Stretch
from control_api.language.learned.network import LearnedReader
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import CreateTask, DeleteTask, ListTasks
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

SHAPES = {
    "undo": (frozenset[str](),),
    "alarm_set": (frozenset({"when"}),),
    "create": (frozenset({"thing", "when"}), frozenset({"thing"})),
    "delete": (frozenset({"list", "thing"}), frozenset({"thing"})),
    "list": (frozenset({"when"}), frozenset[str]()),
    "tell_time_in": (frozenset({"place"}),),
}
KNOWN_SHAPES = {"delete": (frozenset({"thing"}),)}


class Told:
    """Tells what it was told to."""

    def __init__(self) -> None:
        self.meaning = Meaning((), ())

    def read(self, _text: str) -> Meaning:
        return self.meaning


TOLD = Told()
LANGUAGE = msgspec.structs.replace(ENGLISH, learned=cast("LearnedReader", TOLD))
SCENE = Scene(SATURDAY, BERLIN, ALICES, LANGUAGE)


def read(text: str, intents: dict[str, float], **stretches: str) -> CommandPlan | None:
    TOLD.meaning = Meaning(
        tuple(
            Likely(intent, p, SHAPES.get(intent, ()), KNOWN_SHAPES.get(intent, ()))
            for intent, p in intents.items()
        ),
        tuple(
            Stretch(text.index(said), text.index(said) + len(said), tag)
            for tag, said in stretches.items()
        ),
    )
    return learned_reading(Words(text, text), SCENE)


def test_what_is_said_unlike_any_template_is_done() -> None:
    reading = read("get that dentist thing off the books", {"delete": 0.97}, thing="dentist")
    assert reading is not None
    assert reading.actions == [DeleteTask("dentist")]


def test_a_new_task_has_its_time() -> None:
    words = "pop a note in for the cake on monday"
    reading = read(words, {"create": 0.95}, thing="the cake", when="on monday")
    assert reading is not None
    (made,) = reading.actions
    assert isinstance(made, CreateTask)
    assert (made.title, made.due) == ("The cake", "2026-11-23")


def test_a_time_that_it_can_not_be_done_at_tells_which_one_is_meant() -> None:
    reading = read(
        "sarah on sunday, off with it", {"delete": 0.97}, thing="sarah", when="on sunday"
    )
    assert reading is not None
    assert reading.actions == [DeleteTask("sarah")]


@pytest.mark.parametrize(("intent", "thing"), [("delete", "dentist"), ("create", "cake")])
def test_what_is_likely_only_takes_a_yes(intent: str, thing: str) -> None:
    sure, likely = (read(f"oh that {thing}", {intent: p}, thing=thing) for p in (0.9, 0.89))
    assert sure is not None
    assert likely is not None
    assert (sure.is_sure, likely.is_sure) == (True, False)
    assert likely.actions
    assert read(f"oh that {thing}", {intent: 0.59}, thing=thing) is None


@pytest.mark.parametrize("words", ["pop cake down for every week", "a weekly cake thing"])
def test_a_repeat_is_not_lost(words: str) -> None:
    assert read(words, {"create": 0.97}, thing="cake") is None


def test_nothing_is_made_of_pieces() -> None:
    TOLD.meaning = Meaning(
        (Likely("create", 0.99, SHAPES["create"], ()),),
        (Stretch(0, 4, "thing"), Stretch(13, 16, "thing")),
    )
    assert learned_reading(Words("cake, sort of tea", "cake, sort of tea"), SCENE) is None


@pytest.mark.parametrize("words", ["i'd never drop the dentist", "dentist isn't off the books"])
def test_what_is_not_to_be_is_not_done(words: str) -> None:
    assert read(words, {"delete": 0.97}, thing="dentist") is None


def test_without_any_name_nothing_is_changed_on_a_guess() -> None:
    sure, likely = (read("make it so", {"undo": p}) for p in (0.9, 0.89))
    assert sure is not None
    assert likely is None


def test_an_alarm_is_meant_where_a_word_says_so() -> None:
    assert read("home at five", {"alarm_set": 0.97}, when="at five") is None
    buzz = read("a buzz at five", {"alarm_set": 0.97}, when="at five")
    assert buzz is not None
    assert buzz.is_sure


def test_nobody_knows_which_of_two_is_meant() -> None:
    TOLD.meaning = Meaning(
        (Likely("tell_time_in", 0.99, SHAPES["tell_time_in"], ()),),
        (Stretch(0, 5, "place"), Stretch(9, 15, "place")),
    )
    assert learned_reading(Words("tokyo or london time", "tokyo or london time"), SCENE) is None


def test_what_would_lose_words_takes_a_yes() -> None:
    words = "pop a meeting with my aunt in"
    lossy, whole = (
        read(words, {"create": 0.97}, thing=said) for said in ("meeting", "meeting with my aunt in")
    )
    assert lossy is not None
    assert whole is not None
    assert (lossy.is_sure, whole.is_sure) == (False, True)


def test_something_is_shown_when_it_is_likely_only() -> None:
    reading = read("how's my monday", {"list": 0.75}, when="monday")
    assert reading is not None
    assert reading.actions == [ListTasks(due_from="2026-11-23", due_to="2026-11-23")]
    assert read("how's my monday", {"list": 0.74}, when="monday") is None


def test_words_that_ask_for_nothing_are_left_alone() -> None:
    assert read("the dentist was nice", {"nothing": 0.99}, thing="the dentist") is None
    assert read("", {}) is None


def test_an_intent_without_what_it_needs_is_passed_over() -> None:
    assert read("what's the hour there", {"tell_time_in": 0.99}) is None
    assert read("begone", {"delete": 0.99}) is None


def test_the_next_likely_one_is_taken_where_the_first_makes_no_sense() -> None:
    reading = read("my monday", {"tell_time_in": 0.8, "list": 0.76}, when="monday")
    assert reading is not None
    assert isinstance(reading.actions[0], ListTasks)


def test_a_language_may_have_none() -> None:
    scene = msgspec.structs.replace(SCENE, language=msgspec.structs.replace(ENGLISH, learned=None))
    assert learned_reading(Words("dentist begone", "dentist begone"), scene) is None
