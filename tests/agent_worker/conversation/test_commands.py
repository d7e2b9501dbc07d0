"""What a conversation has carried out, over the real control API."""

from pathlib import Path

from agent_worker.conversation.commands import UNDO_THAT
from tests.agent_worker.conversation.household import Household, household

NOBODY = "http://127.0.0.1:9/v1"
"""No language model is asked here."""


async def said(home: Household, text: str, key: str) -> str:
    """Carry a sentence out; give the id of its command, as what comes next would take it back."""
    home.continuation.turn_over(text)
    await home.commands.run_text(text, key=key, source="voice")
    home.continuation.on_speaking(False)
    home.continuation.on_speaking(True)
    before = home.continuation.before("and what comes next")
    assert before is not None
    assert before.command_id is not None
    return before.command_id


async def test_a_sentence_that_goes_on_takes_the_place_of_its_beginning(tmp_path: Path) -> None:
    async with household(tmp_path, NOBODY) as home:
        begun = await said(home, "Remind me to call Sarah.", "first-1")
        whole = "Remind me to call Sarah tomorrow at three."
        for _ in range(2):
            reply = await home.commands.run_text(
                whole, key="second-1", source="voice", instead_of=begun
            )
            assert reply == "Call Sarah, tomorrow at 3 PM."
            assert await home.titles() == ["Call Sarah"]


async def test_what_was_only_asked_is_no_reason_not_to_answer(tmp_path: Path) -> None:
    async with household(tmp_path, NOBODY) as home:
        begun = await said(home, "What do I have to do?", "first-1")
        reply = await home.commands.run_text(
            "What do I have to do this week?", key="second-1", source="voice", instead_of=begun
        )
        assert reply == "Nothing is due this week."


async def test_a_command_is_taken_back_whatever_was_done_since(tmp_path: Path) -> None:
    async with household(tmp_path, NOBODY) as home:
        milk = await said(home, "Add milk.", "first-1")
        await said(home, "Add eggs.", "second-1")
        reply = await home.commands.run_text(
            UNDO_THAT, key="third-1", source="voice", instead_of=milk
        )
        assert reply.startswith("Undone")
        assert await home.titles() == ["Eggs"]


async def test_a_goodbye_is_told_between_its_words_and_the_farewell(tmp_path: Path) -> None:
    async with household(tmp_path, NOBODY) as home:
        assert await home.say("Goodbye.") == "Goodbye."
        assert home.course == ["user", "goodbye", "assistant"]


async def test_nothing_else_is_a_goodbye(tmp_path: Path) -> None:
    async with household(tmp_path, NOBODY) as home:
        await home.say("Add milk")
        await home.say("Speak slower")
        assert "goodbye" not in home.course
