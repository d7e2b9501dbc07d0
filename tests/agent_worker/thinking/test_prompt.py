from typing import Any

import pytest

from agent_worker.thinking.prompt import PLAIN, TAGGED, PromptError, PromptWriter

CHATML = (
    "{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)
WITH_TOOLS = (
    "{% if tools %}<tools>{% for t in tools %}{{ t | tojson }}{% endfor %}</tools>{% endif %}"
    "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}"
    "{% for c in m.tool_calls or [] %}<tool_call>{{ c.function.arguments | tojson }}</tool_call>"
    "{% endfor %}{% endfor %}<|assistant|>"
)
WITHOUT_SYSTEM = (
    "{% for m in messages %}{% if m.role == 'system' %}"
    "{{ raise_exception('System role not supported') }}{% endif %}"
    "<|{{ m.role }}|>{{ m.content }}{% endfor %}"
)
STRICT = "{{ raise_exception('never') }}"
TOOLS: list[dict[str, Any]] = [
    {"type": "function", "function": {"name": "undo", "description": "Takes the last change back."}}
]
SYSTEM = {"role": "system", "content": "You are Saydo."}
HELLO = {"role": "user", "content": "Hello"}
CALL = {
    "role": "assistant",
    "content": None,
    "tool_calls": [{"id": "1", "function": {"name": "undo", "arguments": '{"steps": 2}'}}],
}
RESULT = {"role": "tool", "tool_call_id": "1", "content": "Undone."}


def writer(template: str) -> PromptWriter:
    return PromptWriter(template, bos="", eos="")


def test_a_template_without_tools_is_told_about_them_in_words() -> None:
    prompts = writer(CHATML)
    assert prompts.tool_format is PLAIN
    prompt = prompts.write([SYSTEM, HELLO], TOOLS)
    assert prompt.startswith("<|system|>You are Saydo.\nYou can use these tools:")
    assert "Takes the last change back." in prompt
    assert prompt.endswith("<|user|>Hello\n<|assistant|>")


def test_calls_and_results_are_said_in_words_where_there_is_no_place_for_them() -> None:
    prompt = writer(CHATML).write([HELLO, CALL, RESULT], [])
    assert '<|assistant|>{"name": "undo", "arguments": {"steps": 2}}' in prompt
    assert "<|user|>The tool answered: Undone." in prompt


def test_a_template_with_tools_writes_them_itself() -> None:
    prompts = writer(WITH_TOOLS)
    assert prompts.tool_format is TAGGED
    prompt = prompts.write([HELLO, CALL, RESULT], TOOLS)
    assert prompt.startswith('<tools>{"type": "function"')
    assert '<tool_call>{"steps": 2}</tool_call>' in prompt
    assert "<|tool|>Undone." in prompt


def test_a_template_without_a_system_role_hears_it_from_the_user() -> None:
    prompt = writer(WITHOUT_SYSTEM).write([SYSTEM, HELLO], [])
    assert prompt == "<|user|>You are Saydo.\nHello"


def test_parts_of_a_message_are_joined() -> None:
    parts = [
        {"type": "text", "text": "One."},
        {"type": "image_url"},
        {"type": "text", "text": "2."},
    ]
    prompt = writer(CHATML).write([{"role": "user", "content": parts}], [])
    assert "One.\n2." in prompt


def test_the_beginning_of_the_prompt_does_not_depend_on_its_end() -> None:
    prompts = writer(CHATML)
    one, other = (prompts.write([SYSTEM, m], TOOLS) for m in (HELLO, {**HELLO, "content": "Bye"}))
    common = prompts.write([SYSTEM], TOOLS).removesuffix("<|assistant|>")
    assert one.startswith(common)
    assert other.startswith(common)


@pytest.mark.parametrize(
    ("template", "messages"),
    [
        (STRICT, [HELLO]),
        (CHATML, [{**CALL, "tool_calls": [{"function": {"name": "x", "arguments": "{"}}]}]),
    ],
    ids=["a template that refuses all", "a call without JSON"],
)
def test_messages_that_cannot_be_written_are_refused_with_a_sentence(
    template: str, messages: list[dict[str, Any]]
) -> None:
    with pytest.raises(PromptError):
        writer(template).write(messages, [])
