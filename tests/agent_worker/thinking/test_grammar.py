import json
from typing import Any

import llama_cpp
import pytest

from agent_worker.thinking.grammar import ToolSchemaError, tool_grammar

UNDO: dict[str, Any] = {"type": "function", "function": {"name": "undo", "description": "Undo."}}


def tool(name: str, parameters: dict[str, Any]) -> dict[str, Any]:
    return {"type": "function", "function": {"name": name, "parameters": parameters}}


CREATE = tool(
    "create_task",
    {
        "type": "object",
        "properties": {
            "title": {"type": "string"},
            "due": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "urgent": {"type": "boolean"},
        },
        "required": ["title"],
    },
)


def grammar(*tools: dict[str, Any], text_allowed: bool = True, opening: str = "") -> str:
    closing = "\n</tool_call>" if opening else ""
    return tool_grammar(list(tools), opening=opening, closing=closing, text_allowed=text_allowed)


@pytest.mark.parametrize("opening", ["", "<tool_call>\n"])
@pytest.mark.parametrize("text_allowed", [True, False])
def test_llama_takes_the_grammar_of_our_tools(opening: str, text_allowed: bool) -> None:
    rules = grammar(CREATE, UNDO, text_allowed=text_allowed, opening=opening)
    sampler = llama_cpp.llama_sampler_init_grammar(None, rules.encode(), b"root")
    assert sampler
    llama_cpp.llama_sampler_free(sampler)


def test_without_text_only_a_call_is_left() -> None:
    assert grammar(UNDO, text_allowed=False).startswith("root ::= object\n")
    assert grammar(UNDO).startswith("root ::= text | object\n")


def test_definitions_are_put_where_they_are_used() -> None:
    nested = tool(
        "move",
        {
            "type": "object",
            "properties": {"to": {"$ref": "#/$defs/Place"}},
            "$defs": {"Place": {"enum": ["home", "work"]}},
        },
    )
    rules = grammar(nested)
    assert json.dumps("home").replace('"', '\\"') in rules


@pytest.mark.parametrize(
    "parameters",
    [
        {"type": "object", "properties": {"to": {"$ref": "#/$defs/Nowhere"}}},
        {
            "type": "object",
            "properties": {"to": {"$ref": "#/$defs/Self"}},
            "$defs": {"Self": {"type": "array", "items": {"$ref": "#/$defs/Self"}}},
        },
        {"type": "unheard of"},
    ],
    ids=["a reference to nothing", "a schema within itself", "an unknown type"],
)
def test_a_schema_that_cannot_be_held_to_is_refused_with_a_sentence(
    parameters: dict[str, Any],
) -> None:
    with pytest.raises(ToolSchemaError, match="schema"):
        grammar(tool("broken", parameters))


def test_strings_of_a_call_hold_no_raw_line_breaks_and_end_some_time() -> None:
    rules = grammar(CREATE)
    assert r'char ::= [^"\\\x7F\x00-\x1F] |' in rules
    assert "char{0,120}" in rules
