import asyncio
import gc
from typing import Any

import pytest

from agent_worker.conversation.understanding import MAX_TEXT, TOO_LONG, Understanding
from shared.actions import CreateTask
from shared.client import SaydoUnreachableError
from shared.outcomes import Outcome
from tests.agent_worker.conversation.stand_ins import NOT_A_COMMAND, Api
from tests.patience import until

UNDO = Outcome(outcome="planned", confidence=0.95, reply="Undone.")


def misheard(*alternatives: str) -> Outcome:
    return Outcome(outcome="not_a_command", alternatives=list(alternatives))


async def test_the_same_words_are_asked_about_once_by_all_who_ask_at_once() -> None:
    api = Api({"Undo that.": UNDO})
    understanding = Understanding(api.client(), "room")
    answers = await asyncio.gather(*[understanding.of("Undo that.") for _ in range(5)])
    assert answers == [UNDO] * 5
    assert api.dry_runs == ["Undo that."]


async def test_after_a_change_the_same_words_are_asked_about_again() -> None:
    api = Api({"Undo that.": UNDO})
    understanding = Understanding(api.client(), "room")
    await understanding.of("Undo that.")
    understanding.forget()
    await understanding.of("Undo that.")
    assert len(api.dry_runs) == 2


async def test_a_reply_is_prepared_as_soon_as_it_is_known() -> None:
    prepared: list[str] = []
    understanding = Understanding(
        Api({"Undo that.": UNDO}).client(), "room", prepare=prepared.append
    )
    await understanding.of("Undo that.")
    await understanding.of("What is love?")
    assert prepared == ["Undone."]


async def test_one_asker_that_gives_up_leaves_the_answer_to_the_others() -> None:
    understanding = Understanding(Api({"Undo that.": UNDO}).client(), "room")
    hasty = asyncio.create_task(understanding.of("Undo that."))
    patient = asyncio.create_task(understanding.of("Undo that."))
    await asyncio.sleep(0)
    hasty.cancel()
    assert await patient == UNDO


async def test_a_control_api_that_was_away_is_asked_again() -> None:
    api = Api({"Undo that.": UNDO}, away=True)
    understanding = Understanding(api.client(), "room")
    with pytest.raises(SaydoUnreachableError):
        await understanding.of("Undo that.")
    assert await understanding.guess("Undo that.") is None
    api.away = False
    assert await understanding.of("Undo that.") == UNDO


async def test_what_is_too_long_for_a_command_is_declined() -> None:
    api = Api()
    understanding = Understanding(api.client(), "room")
    assert await understanding.of("a" * (MAX_TEXT + 1)) == TOO_LONG
    assert await understanding.of("a" * MAX_TEXT) == NOT_A_COMMAND


@pytest.mark.parametrize(("project", "is_taken"), [("Shopping", True), (None, False)])
async def test_a_long_sentence_is_another_one_only_when_that_names_a_list(
    project: str | None, is_taken: bool
) -> None:
    heard = "At milk, eggs, flour and brown sugar to my shopping list."
    meant = f"Add{heard[2:]}"
    adds = Outcome(
        outcome="planned", confidence=0.95, actions=[CreateTask("Milk", project=project)]
    )
    understanding = Understanding(Api({heard: misheard(meant), meant: adds}).client(), "room")

    async def none() -> list[str]:
        return []

    assert await understanding.choose_transcript(heard, none) == (meant if is_taken else heard)


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("endow that.", ["Undo that."], "Undo that."),
        ("and do that.", [], "Undo that."),
        ("Delete the filter origin.", ["Delete the filter urgent."], "Delete the filter urgent."),
        ("Delete the filter origin.", ["Delete the fitter."], "Delete the filter origin."),
        ("and do it.", ["and do this."], "and do it."),
        ("Undo that.", ["and do that."], "Undo that."),
        ("and do that?", ["Undo that."], "and do that?"),
        ("and milk to my shopping list.", [], "Add milk to my shopping list."),
        ("a b c d e f", ["Undo that."], "a b c d e f"),
    ],
)
async def test_another_reading_is_taken_only_when_it_alone_is_a_command(
    text: str, others: list[str], expected: str
) -> None:
    async def ask() -> list[str]:
        return others

    commands = {
        "Undo that.": UNDO,
        "Delete the filter origin.": Outcome(outcome="refused", confidence=0.9, reply="None."),
        "Delete the filter urgent.": UNDO,
        "Add milk to my shopping list.": UNDO,
        "and do that.": misheard("Undo that.", "Add do that."),
        "and do it.": misheard("Undo it.", "Add do it."),
        "and milk to my shopping list.": misheard("Add milk to my shopping list."),
    }
    understanding = Understanding(Api(commands).client(), "room")
    assert await understanding.choose_transcript(text, ask) == expected


async def test_a_guess_that_takes_too_long_is_none_and_its_answer_is_not_lost() -> None:
    api = Api({"Undo that.": UNDO}, dry_run_takes_s=1.0)
    understanding = Understanding(api.client(), "room")
    assert await understanding.guess("Undo that.") is None
    assert await understanding.of("Undo that.") == UNDO
    assert api.dry_runs == ["Undo that."]


async def test_a_failure_that_nobody_waits_for_any_more_is_no_noise() -> None:
    told: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    api = Api({"Undo that.": UNDO}, dry_run_takes_s=0.8)
    understanding = Understanding(api.client(), "room")
    assert await understanding.guess("Undo that.") is None
    api.away = True
    await until(lambda: all(task.done() for task in understanding._asked.values()))
    understanding.forget()
    gc.collect()
    assert told == []
