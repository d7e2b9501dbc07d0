from datetime import UTC, datetime

from livekit.agents.llm import ChatContext, FunctionCall, FunctionCallOutput

from agent_worker.thinking.instructions import INSTRUCTIONS, messages_for_model

NOW = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)


def conversation(turns: int) -> ChatContext:
    context = ChatContext.empty()
    context.add_message(role="system", content=INSTRUCTIONS)
    for number in range(turns):
        context.add_message(role="user", content=f"question {number}")
        context.add_message(role="assistant", content=f"answer {number}")
    context.add_message(role="user", content="the last question")
    return context


def texts(context: ChatContext) -> list[str]:
    return [message.text_content or "" for message in context.messages()]


def test_what_changes_comes_after_what_never_does() -> None:
    given = texts(messages_for_model(conversation(1), NOW, hidden=()))
    assert given[0] == INSTRUCTIONS
    assert given[-2:] == ["It is Tuesday, 24 November 2026, 15:05 (UTC).", "the last question"]


def test_the_conversation_itself_is_left_as_it_was() -> None:
    context = conversation(1)
    messages_for_model(context, NOW, hidden=())
    assert len(context.items) == 4


def test_a_long_conversation_is_cut_but_its_instructions_stay() -> None:
    given = texts(messages_for_model(conversation(50), NOW, hidden=()))
    assert given[0] == INSTRUCTIONS
    assert len(given) <= 15
    assert given[-1] == "the last question"


def test_calls_of_hidden_tools_are_not_shown() -> None:
    context = conversation(0)
    call = FunctionCall(call_id="1", name="run_command", arguments="{}")
    output = FunctionCallOutput(call_id="1", name="run_command", output="Milk.", is_error=False)
    context.items[1:1] = [call, output]
    given = messages_for_model(context, NOW, hidden={"run_command"})
    assert [item.type for item in given.items] == ["message"] * 3
    assert len(messages_for_model(context, NOW, hidden=()).items) == 5
