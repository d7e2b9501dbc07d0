import pytest
from livekit.agents import ModelSettings
from livekit.agents.llm import ChatChunk, ChatContext

from agent_worker.conversation.sentences import ONE_MOMENT, SIGN_WITHIN_S
from agent_worker.conversation.tools import PRIVATE
from agent_worker.conversation.unanswered import CANNOT_REACH
from agent_worker.conversation.understanding import TOO_LONG
from agent_worker.settings.trust import Trust
from agent_worker.thinking.honesty import (
    CAN_DO,
    CANNOT_ANSWER,
    NOT_UNDERSTOOD,
    NOTHING_CHANGED,
    ONLY_TASKS,
)
from agent_worker.thinking.offer import FIND_TASKS
from shared.actions import CreateTask, DeleteTask, Undo
from shared.outcomes import Outcome
from shared.tasks import Task
from tests.agent_worker.conversation.stand_ins import Api, Talk, talking

MILK = Outcome(outcome="planned", confidence=0.95, actions=[CreateTask("Milk")], reply="Milk.")
SARAH = Outcome(
    outcome="planned", confidence=0.95, actions=[CreateTask("Call Sarah")], reply="Call Sarah."
)
SARAH_AT_THREE = Outcome(
    outcome="planned",
    confidence=0.95,
    actions=[CreateTask("Call Sarah", due="2026-11-25T15:00:00")],
    reply="Call Sarah, tomorrow at 3 PM.",
)
GONE = Outcome(
    outcome="planned", confidence=0.95, actions=[DeleteTask("t1")], reply="Deleted dentist."
)
WHICH = Outcome(outcome="clarify", confidence=0.9, reply="Which call, Sarah's or Tom's?")
REFUSED = Outcome(outcome="refused", confidence=0.9, reply="There is no February 30th.")


async def test_a_plain_command_is_carried_out_once_and_said_back() -> None:
    async with talking(Api({"Add milk.": MILK})) as talk:
        assert await talk.say("Add milk.") == "Milk."
        assert [command.text for command in talk.api.ran] == ["Add milk."]
        assert talk.model.asked == []


@pytest.mark.parametrize(
    "api",
    [
        Api({"Add milk.": MILK}, real_run_takes_s=SIGN_WITHIN_S + 0.7),
        Api({"Add milk.": MILK}, dry_run_takes_s=SIGN_WITHIN_S + 0.7),
    ],
    ids=["it is done slowly", "it is understood slowly"],
)
async def test_who_has_to_wait_is_told_so_and_then_answered(api: Api) -> None:
    async with talking(api) as talk:
        answered = await talk.say("Add milk.")
        told = [item.text_content for item in talk.session.history.messages()]
        assert told[0] == "Add milk."
        assert " ".join(text or "" for text in told[1:]).split() == f"{ONE_MOMENT} Milk.".split()
        assert answered.endswith("Milk.")
        assert len(api.ran) == 1


async def test_who_is_answered_at_once_is_not_told_to_wait() -> None:
    async with talking(Api({"Add milk.": MILK})) as talk:
        await talk.say("Add milk.")
        told = [item.text_content for item in talk.session.history.messages()]
        assert told == ["Add milk.", "Milk."]


async def test_typed_text_is_answered_like_speech_and_told_apart_in_the_log() -> None:
    async with talking(Api({"Add milk.": MILK})) as talk:
        assert await talk.say("Add milk.", typed=True) == await talk.say("Add milk.")
        assert [command.source for command in talk.api.ran] == ["chat", "voice"]
        assert {command.conversation for command in talk.api.ran} == {"room"}


@pytest.mark.parametrize("outcome", [WHICH, REFUSED])
async def test_a_question_or_a_reason_is_asked_for_once_and_said(outcome: Outcome) -> None:
    async with talking(Api({"Done with the call.": outcome})) as talk:
        assert await talk.say("Done with the call.") == outcome.reply
        # A question waits for its answer only where it was asked.
        assert [command.text for command in talk.api.ran] == ["Done with the call."]
        assert talk.model.asked == []


async def test_an_answer_is_read_by_the_engine_once_its_question_was_asked() -> None:
    api = Api({"Done with the call.": WHICH})
    async with talking(api) as talk:
        await talk.say("Done with the call.")
        assert await talk.say("Purple elephants.", typed=True) != WHICH.reply
        asked_before = len(talk.model.asked)
        await talk.say("Done with the call.")
        api.meaning["Purple elephants."] = WHICH  # what is no answer is asked about again
        assert await talk.say("Purple elephants.") == WHICH.reply
        api.meaning["The second one."] = GONE
        assert await talk.say("The second one.", typed=True) == GONE.reply
        assert len(talk.model.asked) == asked_before
        ran = [command.text for command in api.ran]
        assert ran[1:] == ["Done with the call.", "Purple elephants.", "The second one."]


async def test_nothing_is_said_to_its_own_voice() -> None:
    silent = Outcome(outcome="refused", confidence=1.0)
    async with talking(Api({"Milk is on your list.": silent})) as talk:
        assert not await talk.say("Milk is on your list.")
        assert talk.model.asked == []


async def test_what_needs_a_yes_is_sent_so_that_there_is_something_to_say_yes_to() -> None:
    asks = Outcome(outcome="needs_approval", confidence=1.0, reply="Delete two tasks?")
    async with talking(Api({"Clear my list.": asks})) as talk:
        assert await talk.say("Clear my list.") == "Delete two tasks?"
        assert [command.text for command in talk.api.ran] == ["Clear my list."]
        assert talk.model.asked == []


async def test_what_the_control_api_answers_is_said_and_asked_anew_each_time() -> None:
    eight = Outcome(outcome="answered", confidence=0.98, reply="It's 8 AM.")
    async with talking(Api({"What time is it?": eight})) as talk:
        assert await talk.say("What time is it?") == "It's 8 AM."
        nine = Outcome(outcome="answered", confidence=0.98, reply="It's 9 AM.")
        talk.api.meaning["What time is it?"] = nine
        assert await talk.say("What time is it?") == "It's 9 AM."
        assert (talk.api.ran, talk.model.asked) == ([], [])


async def test_words_that_may_still_go_on_change_nothing() -> None:
    async with talking(Api({"Add milk.": MILK})) as talk:
        context = ChatContext.empty()
        context.add_message(role="user", content="Add milk.")
        node = talk.assistant.llm_node(context, [], ModelSettings())
        pieces = [piece async for piece in node]
        assert len(pieces) == 1
        assert isinstance(pieces[0], ChatChunk)
        assert talk.api.ran == []


async def test_a_lost_answer_runs_nothing_twice() -> None:
    async with talking(Api({"Add milk.": MILK}, lose_answers=1)) as talk:
        assert await talk.say("Add milk.") == CANNOT_REACH
        await talk.until_said_later()
        assert talk.said_later == ["Milk."]
        assert talk.api.asked == 2
        assert len(talk.api.ran) == 1


async def test_what_is_said_while_the_control_api_is_away_is_answered_later() -> None:
    async with talking(Api({"Add milk.": MILK}, away=True)) as talk:
        assert await talk.say("Add milk.") == CANNOT_REACH
        talk.api.away = False
        await talk.until_said_later()
        assert talk.said_later == ["Milk."]
        assert len(talk.api.ran) == 1


async def test_who_says_it_again_after_an_outage_has_it_once() -> None:
    async with talking(Api({"Add milk.": MILK}, away=True)) as talk:
        await talk.say("Add milk.")
        await talk.say("Add milk.")
        talk.api.away = False
        assert await talk.say("Add milk.") == "Milk."
        assert len(talk.api.ran) == 1


async def test_who_says_it_again_after_the_late_answer_has_it_once() -> None:
    async with talking(Api({"Add milk.": MILK}, away=True)) as talk:
        await talk.say("Add milk.")
        talk.api.away = False
        await talk.until_said_later()
        assert await talk.say("Add milk.") == "Milk."
        assert len(talk.api.ran) == 1


async def test_ten_thousand_characters_are_declined_without_asking_anyone() -> None:
    async with talking(Api()) as talk:
        assert await talk.say("milk " * 2000, typed=True) == TOO_LONG.reply
        assert talk.api.dry_runs == []
        assert talk.model.asked == []


async def test_what_is_no_command_goes_to_the_model() -> None:
    async with talking(Api()) as talk:
        talk.model.answers = ["It was fine. Yours?"]
        assert await talk.say("How was your day?") == "It was fine. Yours?"
        assert PRIVATE.isdisjoint(talk.model.tools)
        assert "create_task" in talk.model.tools


QUESTION, CHAT = "How was your day?", "I want a dark roast with sugar."
CHANGE, ABOUT_TASKS = "Get rid of whatever is silly", "Delete whatever is silly on my list"
ANSWERED = "It was fine. Yours?"


@pytest.mark.parametrize(
    ("trust", "said", "answer"),
    [
        ((), QUESTION, CANNOT_ANSWER),
        ((), CHAT, ONLY_TASKS),
        ((), ABOUT_TASKS, NOT_UNDERSTOOD),
        (("talk",), QUESTION, CANNOT_ANSWER),
        (("talk",), CHAT, ANSWERED),
        (("talk",), ABOUT_TASKS, NOT_UNDERSTOOD),
        (("talk", "answer"), QUESTION, ANSWERED),
        (("talk", "answer"), ABOUT_TASKS, NOT_UNDERSTOOD),
        (("tools",), QUESTION, CANNOT_ANSWER),
        (("tools",), ABOUT_TASKS, ANSWERED),
        (("tools",), CHANGE, ANSWERED),
    ],
    ids=str,
)
async def test_a_model_does_what_it_is_trusted_with_and_the_rest_is_told_honestly(
    trust: tuple[Trust, ...], said: str, answer: str
) -> None:
    async with talking(Api(), trust=frozenset(trust)) as talk:
        talk.model.answers = [ANSWERED]
        assert await talk.say(said) == answer
        assert len(talk.model.asked) == (answer == ANSWERED)
        assert bool(talk.model.tools) == ("tools" in trust and answer == ANSWERED)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I've added milk to your list.", NOTHING_CHANGED),
        ("Sure! Done.", f"Sure! {NOTHING_CHANGED}"),
        ("", CAN_DO),
        ("One. Two. Three. Four. Five.", "One. Two. Three."),
    ],
)
async def test_the_model_is_held_to_what_is_true_and_short(answer: str, expected: str) -> None:
    async with talking(Api()) as talk:
        talk.model.answers = [answer]
        assert " ".join((await talk.say("Do something nice.")).split()) == expected
        assert talk.api.ran == []


async def test_who_says_stop_gets_silence() -> None:
    async with talking(Api()) as talk:
        assert await talk.say("Stop.") == ""
        assert talk.model.asked == []


async def test_what_could_only_be_made_up_is_not_asked_of_the_model() -> None:
    beyond = Outcome(outcome="refused", confidence=0.9, reply="I can't do that.")
    async with talking(Api({"What's the weather?": beyond})) as talk:
        assert await talk.say("What's the weather?") == "I can't do that."
        assert talk.model.asked == []


async def test_a_tool_the_model_calls_is_run_and_worded_by_the_engine() -> None:
    async with talking(Api()) as talk:
        talk.model.answers = [("create_task", {"title": "Dentist", "due": "2026-11-25T15:00:00"})]
        assert await talk.say("Put the dentist down for three tomorrow") == "By actions."
        (command,) = talk.api.ran
        assert command.actions == [
            CreateTask("Dentist", due="2026-11-25T15:00:00", time_zone="Europe/Berlin")
        ]


@pytest.mark.parametrize(
    "call",
    [
        ("create_task", {"title": "Wire the savings"}),
        ("delete_task", {"task_id": "made-up"}),
        ("undo", {}),
        ("create_task", {"name": "no title"}),
    ],
)
async def test_a_tool_call_about_something_else_is_refused(
    call: tuple[str, dict[str, str]],
) -> None:
    async with talking(Api()) as talk:
        talk.model.answers = [call]
        assert "not sure which task" in await talk.say("Read me the note about the dentist")
        assert talk.api.ran == []


async def test_a_task_the_model_has_found_may_be_changed() -> None:
    api = Api()
    at = "2026-11-24T15:00:00Z"
    task = Task("t1", "Call Sarah", "todo", None, None, None, at, at)
    found = Outcome(outcome="done", tasks=[task])
    async with talking(api) as talk:
        api.real_run = found
        talk.model.answers = [(FIND_TASKS, {"search": "sarah"}), ("delete_task", {"task_id": "t1"})]
        await talk.say("Get rid of that thing with Sarah")
        assert api.ran[-1].actions == [DeleteTask("t1")]


async def go_on(talk: Talk, text: str) -> str:
    """Speak again at once after the last words."""
    talk.continuation.on_speaking(False)
    talk.continuation.on_speaking(True)
    return await talk.say(text)


async def test_a_sentence_that_goes_on_replaces_what_its_beginning_did() -> None:
    meaning = {
        "Remind me to call Sarah.": SARAH,
        "Remind me to call Sarah tomorrow at three.": SARAH_AT_THREE,
    }
    async with talking(Api(meaning)) as talk:
        talk.continuation.turn_over("Remind me to call Sarah.")
        await talk.say("Remind me to call Sarah.")
        reply = await go_on(talk, "Tomorrow at three.")
        assert reply == "Call Sarah, tomorrow at 3 PM."
        first, back, whole = talk.api.ran
        assert first.text == "Remind me to call Sarah."
        assert back.actions == [Undo(command_id="c1")]
        assert whole.text == "Remind me to call Sarah tomorrow at three."


async def test_a_command_of_its_own_replaces_nothing() -> None:
    async with talking(Api({"Remind me to call Sarah.": SARAH, "Add milk.": MILK})) as talk:
        talk.continuation.turn_over("Remind me to call Sarah.")
        await talk.say("Remind me to call Sarah.")
        assert await go_on(talk, "Add milk.") == "Milk."
        assert [command.text for command in talk.api.ran][-1] == "Add milk."


async def test_the_rest_of_a_sentence_that_was_taken_for_chat_makes_it_a_command() -> None:
    meaning = {"I should really call Sarah tomorrow at three.": SARAH_AT_THREE}
    async with talking(Api(meaning)) as talk:
        talk.model.answers = ["Oh?"]
        talk.continuation.turn_over("I should really.")
        await talk.say("I should really.")
        reply = await go_on(talk, "Call Sarah tomorrow at three.")
        assert reply == "Call Sarah, tomorrow at 3 PM."


@pytest.mark.parametrize("text", ["No wait.", "Appointment reminder from the list, no, keep it."])
async def test_who_did_not_mean_it_has_it_taken_back(text: str) -> None:
    async with talking(Api({"Delete the dentist.": GONE})) as talk:
        talk.continuation.turn_over("Delete the dentist.")
        assert await talk.say("Delete the dentist.") == "Deleted dentist."
        talk.api.real_run = Outcome(outcome="done", reply="Undone: dentist is open again.")
        assert await go_on(talk, text) == "Undone: dentist is open again."
        assert talk.api.ran[-1].actions == [Undo(command_id="c1")]


async def test_what_goes_on_to_be_a_command_takes_nothing_back() -> None:
    meaning = {"Tell Sarah.": SARAH, "Tell Sarah to never mind.": SARAH_AT_THREE}
    async with talking(Api(meaning)) as talk:
        talk.continuation.turn_over("Tell Sarah.")
        await talk.say("Tell Sarah.")
        await go_on(talk, "To never mind.")
        assert talk.api.ran[-2].actions == [Undo(command_id="c1")]
        assert talk.api.ran[-1].text == "Tell Sarah to never mind."
