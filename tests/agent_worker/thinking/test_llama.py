"""The real llama.cpp with the small model of the set-up, which is weak: only the path is tested."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from agent_worker.model_host.protocol import ChatDelta, ToolCall
from agent_worker.thinking.llama import LanguageModelError, LlamaModel
from tests.agent_worker.local_models import gguf, needs_models

pytestmark = [pytest.mark.models, needs_models]
TOOLS: list[dict[str, Any]] = [
    {
        "type": "function",
        "function": {
            "name": "create_task",
            "description": "Adds a task.",
            "parameters": {
                "type": "object",
                "properties": {"title": {"type": "string"}, "urgent": {"type": "boolean"}},
                "required": ["title", "urgent"],
            },
        },
    },
    {"type": "function", "function": {"name": "undo", "description": "Takes it back."}},
]
SYSTEM = {"role": "system", "content": "You are Saydo. Answer in one short sentence."}


@cache
def model() -> LlamaModel:
    # One thread: two would wait for each other on a machine that is busy with other tests.
    return LlamaModel(Path(gguf()), threads=1, context=640)


def asked(
    text: str,
    *,
    tools: list[dict[str, Any]] | None = None,
    tool_choice: str = "auto",
    max_tokens: int = 24,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[ChatDelta]:
    return list(
        model().chat(
            [SYSTEM, {"role": "user", "content": text}],
            tools=tools or [],
            tool_choice=tool_choice,
            max_tokens=max_tokens,
            temperature=0.0,
            cancelled=cancelled,
        )
    )


def test_an_answer_comes_in_many_pieces() -> None:
    pieces = asked("What is the capital of France?")
    assert len(pieces) > 3
    assert "Paris" in "".join(piece.text for piece in pieces)


def test_an_answer_is_no_longer_than_allowed() -> None:
    assert len(asked("Tell me a long story.", max_tokens=5)) <= 5


def test_a_call_that_is_required_is_held_to_its_schema() -> None:
    (delta,) = asked("Add buy milk.", tools=TOOLS, tool_choice="create_task")
    assert isinstance(delta.tool_call, ToolCall)
    assert delta.tool_call.name == "create_task"
    assert isinstance(delta.tool_call.arguments["title"], str)
    assert isinstance(delta.tool_call.arguments["urgent"], bool)


def test_with_tools_an_answer_is_text_or_one_whole_call() -> None:
    pieces = asked("Hello there!", tools=TOOLS)
    calls = [piece for piece in pieces if piece.tool_call]
    assert len(calls) <= 1
    assert not calls or len(pieces) == 1
    assert "{" not in "".join(piece.text for piece in pieces)


def test_a_tool_that_is_not_offered_is_refused() -> None:
    with pytest.raises(LanguageModelError, match="no tool named fly"):
        asked("Fly!", tools=TOOLS, tool_choice="fly")


def test_an_answer_stops_when_nobody_wants_it_any_more() -> None:
    looks = iter(range(100_000))
    pieces = asked("Tell me a long story.", max_tokens=300, cancelled=lambda: next(looks) > 10)
    assert len(pieces) < 20


def test_a_long_prompt_can_be_stopped_before_it_is_taken_in() -> None:
    looks = iter(range(100_000))
    assert asked("word " * 200, cancelled=lambda: next(looks) > 1) == []
    assert next(looks) < 10


def test_what_was_taken_in_ahead_gives_the_same_answer() -> None:
    cold = asked("What is the capital of France?")
    assert asked("", max_tokens=0) == []
    assert asked("What is the capital of France?") == cold


def test_old_turns_make_room_for_new_ones() -> None:
    turns = [{"role": "user", "content": f"{number} " * 40} for number in range(20)]
    answer = model().chat(
        [SYSTEM, *turns],
        tools=[],
        tool_choice="auto",
        max_tokens=0,
        temperature=0.0,
        cancelled=lambda: False,
    )
    assert list(answer) == []


def test_a_message_that_can_never_fit_is_refused_with_a_sentence() -> None:
    with pytest.raises(LanguageModelError, match="too much text"):
        asked("word " * 700)


def test_a_file_that_is_no_model_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "broken.gguf").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(LanguageModelError, match="can't be loaded"):
        LlamaModel(tmp_path / "broken.gguf")
