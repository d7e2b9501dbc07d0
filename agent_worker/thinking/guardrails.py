"""A language model's answer, held to what is true, and short."""

from collections.abc import AsyncGenerator, AsyncIterator

from livekit.agents._exceptions import APIError
from livekit.agents.llm import ChatChunk

from agent_worker.thinking.apologies import APOLOGIES
from agent_worker.thinking.discretion import is_for_saying
from agent_worker.thinking.honesty import (
    CAN_DO,
    NOTHING_CHANGED,
    WHOLE_SENTENCE,
    Sentences,
    claims_change,
)
from agent_worker.thinking.model_calls import ModelCalls

_MOST_SENTENCES = 3
_MOST_CHARACTERS = 4_000
"""Of an answer that is read at all; a sentence without an end never gets there."""


class _Truth:
    """What of one answer may be said."""

    def __init__(self) -> None:
        self.given = 0
        self.claimed = False

    def allows(self, sentence: str) -> bool:
        """Let a sentence pass, unless it or one before it claims a change, or none may say it."""
        self.claimed = self.claimed or claims_change(sentence)
        allowed = not self.claimed and is_for_saying(sentence)
        self.given += allowed
        return allowed


async def held_to_truth(
    answer: AsyncGenerator[object, None], calls: ModelCalls
) -> AsyncIterator[ChatChunk | str]:
    """Give an answer sentence by sentence, and the tool calls in it that `calls` lets through.

    What claims a change is left out: no tool has run yet when a model begins to talk.
    """
    truth = _Truth()
    try:
        async for piece in _checked(answer, truth, calls):
            yield piece
    except APIError:
        yield APOLOGIES["llm"]["away"]
    else:
        if truth.claimed:
            yield f" {NOTHING_CHANGED}"
        elif not truth.given:
            yield CAN_DO
    finally:
        calls.report()
        await answer.aclose()


async def _checked(
    answer: AsyncGenerator[object, None], truth: _Truth, calls: ModelCalls
) -> AsyncIterator[ChatChunk | str]:
    sentences = Sentences()
    called, length = False, 0
    async for piece in answer:
        text, call = _parts(piece, calls)
        length += len(text)
        if call is not None:
            called = True
            yield call
        for sentence in filter(truth.allows, sentences.push(text)):
            yield sentence
        if _is_whole(piece):
            for sentence in filter(truth.allows, sentences.flush()):
                yield sentence
        if truth.given >= _MOST_SENTENCES or length > _MOST_CHARACTERS:
            return
        if calls.is_enough:
            break
    if called:
        # The tools will say what they did.
        truth.given, truth.claimed = 1, False
        return
    for sentence in filter(truth.allows, sentences.flush()):
        yield sentence


def _is_whole(piece: object) -> bool:
    """Whether a piece ends a sentence, so that nothing has to be waited for to say it."""
    return (
        isinstance(piece, ChatChunk)
        and piece.delta is not None
        and piece.delta.extra == WHOLE_SENTENCE
    )


def _parts(piece: object, calls: ModelCalls) -> tuple[str, ChatChunk | None]:
    """Give the text of a piece of an answer, and the tool calls in it that may be run."""
    if isinstance(piece, str):
        return piece, None
    if isinstance(piece, ChatChunk) and piece.delta is not None:
        kept = calls.keep(piece.delta.tool_calls)
        # A call keeps no text beside it, or that would be spoken unseen.
        delta = piece.delta.model_copy(update={"content": None, "tool_calls": kept})
        return piece.delta.content or "", piece.model_copy(
            update={"delta": delta}
        ) if kept else None
    return "", None
