"""What asks for nothing is left in peace: nobody who says "mm-hm" wants to be talked at."""

import pytest

from control_api.language.answering.follow import follow
from control_api.language.answering.noise import sounds_like_a_piece
from control_api.language.words.loading import load
from shared.languages import LanguageName
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

LISTENS: list[tuple[LanguageName, str]] = [
    *(("en", said) for said in ("Mm-hmm.", "Uh-huh.", "Hm.", "Okay, great.", "That's fine.")),
    *(("de", said) for said in ("Mhm.", "Alles klar, super.", "Ja, genau.")),
    *(("fr", said) for said in ("Hum.", "D'accord.", "Oui, très bien.")),
    *(("es", said) for said in ("Mmm.", "Vale, perfecto.", "Sí, claro.")),
]
WANTS: list[tuple[LanguageName, str]] = [
    *(("en", said) for said in ("Okay, undo.", "Right now", "Good night.", "Add okay.")),
    *(("de", said) for said in ("Ja, lösch das.", "Gut, füge Milch hinzu.")),
    *(("fr", said) for said in ("Oui, annule.", "Bon, ajoute du lait.")),
    *(("es", said) for said in ("Vale, deshaz eso.", "Bien, añade leche.")),
]


@pytest.mark.parametrize(("language", "said"), LISTENS)
def test_who_is_heard_to_listen_only_is_not_talked_at(language: LanguageName, said: str) -> None:
    plan = follow(
        said, language=load(language), now=SATURDAY, zone=BERLIN, known=ALICES, is_heard=True
    )
    assert (plan.outcome, plan.reply, plan.actions) == ("refused", "", [])


@pytest.mark.parametrize("said", ["Yes.", "Okay."])
def test_a_typed_yes_to_nothing_is_not_taken_for_one_that_did_something(said: str) -> None:
    plan = follow(said, language=load("en"), now=SATURDAY, zone=BERLIN, known=ALICES)
    assert (plan.outcome, plan.reply, plan.actions) == ("not_a_command", "", [])


@pytest.mark.parametrize(("language", "said"), WANTS)
def test_who_says_more_wants_more(language: LanguageName, said: str) -> None:
    plan = follow(
        said, language=load(language), now=SATURDAY, zone=BERLIN, known=ALICES, is_heard=True
    )
    is_silent = plan.outcome == "refused" and not plan.reply
    assert not is_silent


READ_OUT = (
    "Which one: Delete the dentist appointment on Monday, March 3, 2031, or Delete the dentist?"
)


@pytest.mark.parametrize(
    ("heard", "is_own"),
    [
        ("Dept appointment on Monday. March 3rd.", True),
        ("Dentist appointment on Monday, March 3rd.", True),
        ("Move the dentist appointment to Monday", False),
        ("Dentist on Monday", False),
        ("Call the dentist on Monday, March 3rd", False),
    ],
)
def test_what_it_read_out_makes_no_task_when_it_is_heard_as_nearly_that(
    heard: str, is_own: bool
) -> None:
    assert sounds_like_a_piece(heard, READ_OUT, load("en")) == is_own
