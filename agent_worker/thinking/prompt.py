"""Messages into the text a model was trained on, whatever its chat template knows about tools."""

import json
from typing import Any

import jinja2
import msgspec
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

Message = dict[str, Any]

_TAG = "<tool_call>"
_INSTRUCTIONS = """
You can use these tools:
{tools}
To use one, answer with nothing but {{"name": the tool's name, "arguments": {{...}}}}.
Otherwise answer with plain text."""


class ToolFormat(msgspec.Struct, frozen=True):
    """How a model writes a tool call."""

    opening: str
    closing: str
    native: bool
    """Whether the chat template itself writes tools, calls and results."""


TAGGED = ToolFormat(f"{_TAG}\n", "\n</tool_call>", native=True)
PLAIN = ToolFormat("", "", native=False)


class PromptError(ValueError):
    """Messages that the model's template can't take; the message says why."""


class PromptWriter:
    """Writes prompts for one model."""

    def __init__(self, template: str, *, bos: str, eos: str) -> None:
        """Take the chat template that came with the model, and its special tokens."""
        self.tool_format = TAGGED if _TAG in template else PLAIN
        self._formatter = Jinja2ChatFormatter(template, eos_token=eos, bos_token=bos)

    def write(self, messages: list[Message], tools: list[dict[str, Any]]) -> str:
        """Write the prompt after which the model's answer follows.

        Raises:
            PromptError: the template refuses the messages.

        """
        if self.tool_format.native:
            plain = [_native(message) for message in messages]
        else:
            plain = _joined(_with_instructions([_plain(m) for m in messages], tools))
        try:
            return self._render(plain, tools)
        except (jinja2.TemplateError, ValueError):
            # Some templates know no system role: what it says then opens the first question.
            try:
                return self._render(_joined(_without_system(plain)), tools)
            except (jinja2.TemplateError, ValueError) as error:
                raise PromptError(f"The model's chat template refuses: {error}.") from error

    def _render(self, messages: list[Message], tools: list[dict[str, Any]]) -> str:
        given = tools if self.tool_format.native and tools else None
        # Models that think aloud would let a listener wait for seconds.
        prompt: str = self._formatter(messages=messages, tools=given, enable_thinking=False).prompt
        return prompt


def _text(message: Message) -> str:
    """Give the words of a message whose content may come in parts."""
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(part["text"] for part in content if part.get("type") == "text")


def _calls(message: Message) -> list[dict[str, Any]]:
    """Give the calls in a message, with arguments as objects."""
    calls = []
    for call in message.get("tool_calls") or []:
        function = call["function"]
        arguments = function.get("arguments") or {}
        if isinstance(arguments, str):
            try:
                arguments = json.loads(arguments)
            except ValueError as error:
                raise PromptError(f"A call of {function['name']} has no JSON in it.") from error
        calls.append({"name": function["name"], "arguments": arguments})
    return calls


def _role(message: Message) -> str:
    role = str(message["role"])
    return "system" if role == "developer" else role


def _native(message: Message) -> Message:
    native: Message = {"role": _role(message), "content": _text(message)}
    if calls := _calls(message):
        native["tool_calls"] = [{"type": "function", "function": call} for call in calls]
    if name := message.get("name"):
        native["name"] = name
    return native


def _plain(message: Message) -> Message:
    """Say calls and results in words, for templates that have no place for them."""
    if calls := _calls(message):
        lines = [_text(message), *(json.dumps(call) for call in calls)]
        return {"role": "assistant", "content": "\n".join(filter(None, lines))}
    if _role(message) == "tool":
        return {"role": "user", "content": f"The tool answered: {_text(message)}"}
    return {"role": _role(message), "content": _text(message)}


def _with_instructions(messages: list[Message], tools: list[dict[str, Any]]) -> list[Message]:
    if not tools:
        return messages
    lines = "\n".join(
        json.dumps(
            {
                "name": tool["function"]["name"],
                "description": tool["function"].get("description", ""),
                "parameters": tool["function"].get("parameters", {}),
            }
        )
        for tool in tools
    )
    instructions = {"role": "system", "content": _INSTRUCTIONS.format(tools=lines).strip()}
    if messages and messages[0]["role"] == "system":
        return [messages[0], instructions, *messages[1:]]
    return [instructions, *messages]


def _joined(messages: list[Message]) -> list[Message]:
    """Join neighbours of the same role: many templates want the roles to alternate."""
    joined: list[Message] = []
    for message in messages:
        if joined and joined[-1]["role"] == message["role"]:
            content = f"{joined[-1]['content']}\n{message['content']}"
            joined[-1] = {**joined[-1], "content": content}
        else:
            joined.append(message)
    return joined


def _without_system(messages: list[Message]) -> list[Message]:
    return [
        {**message, "role": "user"} if message["role"] == "system" else message
        for message in messages
    ]
