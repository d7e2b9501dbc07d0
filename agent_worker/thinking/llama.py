"""The language model through llama.cpp: streaming, tool calls by grammar, a warm prefix."""

import codecs
import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import llama_cpp
from llama_cpp import Llama, LlamaGrammar

from agent_worker.model_host.protocol import ChatDelta, ToolCall
from agent_worker.thinking.grammar import tool_grammar
from agent_worker.thinking.prompt import Message, PromptWriter

_CONTEXT = 4096
_SLICE = 64
"""Prompt tokens between two looks at whether the answer is still wanted."""
_CALL_TOKENS = 256
"""The longest tool call. What may be said is the caller's business, half a call is of no use."""
_REPEAT_PENALTY = 1.1

Cancelled = Callable[[], bool]


class LanguageModelError(Exception):
    """A model that can't be used, or an answer that can't be given; the message is a sentence."""


class LlamaModel:
    """A GGUF model in memory, with the last prompt still taken in. Not for two threads at once."""

    def __init__(self, path: Path, *, threads: int = 2, context: int = _CONTEXT) -> None:
        """Load the model file; prompt and answer may have `context` tokens together.

        Raises:
            LanguageModelError: it is no model, or not one that can chat.

        """
        try:
            self._llama = Llama(
                str(path), n_ctx=context, n_threads=threads, n_threads_batch=threads, verbose=False
            )
        except ValueError as error:
            raise LanguageModelError(f"{path} can't be loaded as a GGUF model.") from error
        template = self._llama.metadata.get("tokenizer.chat_template")
        if template is None:
            raise LanguageModelError(
                f"{path.name} has no chat template: choose a GGUF that is tuned for instructions."
            )
        self._vocabulary = llama_cpp.llama_model_get_vocab(self._llama.model)
        self._prompts = PromptWriter(
            template,
            bos=self._special(self._llama.token_bos()),
            eos=self._special(self._llama.token_eos()),
        )

    def chat(
        self,
        messages: list[Message],
        *,
        tools: list[dict[str, Any]],
        tool_choice: str,
        max_tokens: int,
        temperature: float,
        cancelled: Cancelled,
    ) -> Iterator[ChatDelta]:
        """Give the answer in pieces; with `max_tokens` 0 only take the messages in.

        Raises:
            LanguageModelError: the messages don't fit, or a tool call was not finished.

        """
        offered = _offered(tools, tool_choice)
        tokens = self._fitting(messages, offered, max_tokens)
        if not self._take_in(tokens, cancelled) or not max_tokens:
            return
        grammar = self._grammar(offered, text_allowed=tool_choice == "auto")
        pieces = self._pieces(tokens, grammar, temperature, cancelled)
        opening = (self._prompts.tool_format.opening or "{")[0]
        first = next(pieces, "")
        if offered and first.startswith(opening):
            written = first + "".join(islice(pieces, _CALL_TOKENS))
            if not cancelled():
                yield ChatDelta(tool_call=self._parsed(written))
            return
        for piece in islice(chain([first], pieces), max_tokens):
            if piece:
                yield ChatDelta(text=piece)

    def _special(self, token: int) -> str:
        if token < 0:
            return ""
        return bytes(self._llama.detokenize([token], special=True)).decode(errors="replace")

    def _fitting(
        self, messages: list[Message], tools: list[dict[str, Any]], max_tokens: int
    ) -> list[int]:
        """Give the tokens of the prompt, without the oldest turns if they don't all fit."""
        room = self._llama.n_ctx() - max(max_tokens, _CALL_TOKENS) - 1
        head = [message for message in messages[:1] if message["role"] in {"system", "developer"}]
        tail = messages[len(head) :]
        while True:
            prompt = self._prompts.write([*head, *tail], tools)
            tokens = list(self._llama.tokenize(prompt.encode(), add_bos=False, special=True))
            if len(tokens) <= room:
                return tokens
            if len(tail) <= 1:
                raise LanguageModelError("That is too much text for the language model at once.")
            tail = tail[1:]
            while len(tail) > 1 and tail[0]["role"] != "user":
                tail = tail[1:]

    def _take_in(self, tokens: list[int], cancelled: Cancelled) -> bool:
        """Evaluate what is new in the prompt; False when it isn't wanted any more."""
        llama = self._llama
        known = Llama.longest_token_prefix(llama.input_ids[: llama.n_tokens].tolist(), tokens)
        for end in range(known + _SLICE, len(tokens) + _SLICE, _SLICE):
            if cancelled():
                return False
            # One token is sampled and thrown away: that is how the library evaluates.
            next(iter(llama.generate(tokens[:end], temp=0.0)))
        return True

    def _grammar(self, tools: list[dict[str, Any]], *, text_allowed: bool) -> LlamaGrammar | None:
        if not tools:
            return None
        form = self._prompts.tool_format
        rules = tool_grammar(
            tools, opening=form.opening, closing=form.closing, text_allowed=text_allowed
        )
        return LlamaGrammar.from_string(rules, verbose=False)

    def _pieces(
        self,
        tokens: list[int],
        grammar: LlamaGrammar | None,
        temperature: float,
        cancelled: Cancelled,
    ) -> Iterator[str]:
        """Give the text of one token after the other until the model ends or nobody listens."""
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        said: list[int] = []
        generated = self._llama.generate(
            tokens,
            temp=temperature,
            repeat_penalty=1.0 if grammar else _REPEAT_PENALTY,
            grammar=grammar,
        )
        for token in generated:
            if llama_cpp.llama_vocab_is_eog(self._vocabulary, token) or cancelled():
                return
            piece = decoder.decode(self._llama.detokenize([token], prev_tokens=said[-8:] or None))
            said.append(token)
            yield piece if said[1:] else piece.lstrip()

    def _parsed(self, written: str) -> ToolCall:
        form = self._prompts.tool_format
        body = written.removeprefix(form.opening).removesuffix(form.closing)
        try:
            call = json.loads(body)
        except ValueError as error:
            raise LanguageModelError("The language model did not finish its answer.") from error
        return ToolCall(name=call["name"], arguments=call["arguments"])


def _offered(tools: list[dict[str, Any]], tool_choice: str) -> list[dict[str, Any]]:
    """Give the tools the model may call."""
    if tool_choice == "none":
        return []
    if tool_choice in {"auto", "required"}:
        return tools
    named = [tool for tool in tools if tool["function"]["name"] == tool_choice]
    if not named:
        raise LanguageModelError(f"There is no tool named {tool_choice}.")
    return named
