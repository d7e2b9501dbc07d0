"""A grammar that holds the language model to plain text, or to a call of one of the given tools."""

import json
from typing import Any

from llama_cpp.llama_grammar import json_schema_to_gbnf

_DEEPEST = 20
# The converter lets raw line breaks into strings, which is no JSON, and lets strings be endless,
# so that a weak model never closes its quotes.
_STRICTER = {
    r'char ::= [^"\\] |': r'char ::= [^"\\\x7F\x00-\x1F] |',
    r'string ::= "\"" char* "\"" space': r'string ::= "\"" char{0,120} "\"" space',
}


class ToolSchemaError(ValueError):
    """A tool that can't be made a grammar of; the message says which."""


def tool_grammar(
    tools: list[dict[str, Any]], *, opening: str, closing: str, text_allowed: bool
) -> str:
    """Make the grammar (GBNF) of an answer.

    A call is ``{"name": ..., "arguments": ...}`` between `opening` and `closing`; text can't hold
    the first character of a call, so that half a call is never taken for text.

    Raises:
        ToolSchemaError: a schema has something that can't be held to.

    """
    rules = json_schema_to_gbnf_of(tools)
    call = f"{_quoted(opening)} object {_quoted(closing)}".replace('"" ', "").replace(' ""', "")
    first = (opening or "{")[0]
    root = f"text | {call}" if text_allowed else call
    text = rf"text ::= [^{first} \t\n] [^{first}]*"
    return "\n".join([f"root ::= {root}", text, rules])


def json_schema_to_gbnf_of(tools: list[dict[str, Any]]) -> str:
    """Make the rules of which ``object`` is a call of any of `tools`.

    Raises:
        ToolSchemaError: a schema has something that can't be held to.

    """
    calls = []
    for tool in tools:
        function = tool["function"]
        schema = function.get("parameters") or {"type": "object", "properties": {}}
        calls.append(
            {
                "type": "object",
                "properties": {
                    "name": {"const": function["name"]},
                    "arguments": _inlined(schema, schema.get("$defs", {})),
                },
                "required": ["name", "arguments"],
                "additionalProperties": False,
            }
        )
    try:
        rules: str = json_schema_to_gbnf(json.dumps({"oneOf": calls}), ["name", "arguments"])
    except Exception as error:  # whatever the converter stumbles over
        names = ", ".join(tool["function"]["name"] for tool in tools)
        raise ToolSchemaError(f"The schema of a tool ({names}) is not supported.") from error
    for loose, strict in _STRICTER.items():
        rules = rules.replace(loose, strict)
    return rules.replace("root ::=", "object ::=", 1)


def _inlined(schema: Any, definitions: dict[str, Any], depth: int = 0) -> Any:
    """Put definitions where they are referred to: their place changes when tools are combined."""
    if depth > _DEEPEST:
        raise ToolSchemaError("A tool's schema is nested too deeply, or refers to itself.")
    if isinstance(schema, list):
        return [_inlined(item, definitions, depth + 1) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if reference := schema.get("$ref"):
        name = str(reference).removeprefix("#/$defs/")
        if name not in definitions:
            raise ToolSchemaError(f"A tool's schema refers to {reference}, which is not there.")
        return _inlined(definitions[name], definitions, depth + 1)
    return {
        key: _inlined(value, definitions, depth + 1)
        for key, value in schema.items()
        if key != "$defs"
    }


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
