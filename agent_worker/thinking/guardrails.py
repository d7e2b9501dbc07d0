"""A language model's answer, held to what is true, short and in time."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import TypeVar

from livekit.agents._exceptions import APIError
from livekit.agents.llm import ChatChunk

from agent_worker.thinking.discretion import is_for_saying
from agent_worker.thinking.honesty import (
    CAN_DO,
    NOTHING_CHANGED,
    Sentences,
    claims_change,
)
from agent_worker.thinking.model_calls import ModelCalls

MODEL_AWAY = "Sorry, I can't think about that right now. Your tasks still work."
TOO_SLOW = f"That takes me too long. {CAN_DO}"
_FIRST_WORD_WITHIN_S = 8.0
_MOST_SENTENCES = 3
_MOST_CHARACTERS = 4_000
"""Of an answer that is read at all; a sentence without an end never gets there."""

_Piece = TypeVar("_Piece")


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
        yield MODEL_AWAY
    except TimeoutError:
        yield TOO_SLOW
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
    async for piece in _begun_within(answer, _FIRST_WORD_WITHIN_S):
        text, call = _parts(piece, calls)
        length += len(text)
        if call is not None:
            called = True
            yield call
        for sentence in filter(truth.allows, sentences.push(text)):
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


async def _begun_within(answer: AsyncIterator[_Piece], seconds: float) -> AsyncIterator[_Piece]:
    """Give an answer as it comes. Raises TimeoutError when nothing comes in time."""
    async with asyncio.timeout(seconds):
        first = await anext(answer, None)
    if first is not None:
        yield first
    async for piece in answer:
        yield piece


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
