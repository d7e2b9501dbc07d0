"""MessagePack frames over a stream, with a limit to their length."""

import asyncio
from typing import TypeVar

import msgspec

from agent_worker.model_host.protocol import Answer, Request

MAX_FRAME = 8 << 20
"""Bytes; two minutes of audio are 3.7 MiB."""
_LENGTH = 4
_Message = TypeVar("_Message")

_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


class FrameError(Exception):
    """A frame that is too long or not one of the protocol's; the connection can't go on."""


def encode(message: Request | Answer) -> bytes:
    """Make a frame: the length in four bytes, big endian, then the message.

    Raises:
        FrameError: the message is too long.

    """
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise FrameError(f"A message of {len(body)} bytes is too long: {MAX_FRAME} is the most.")
    return len(body).to_bytes(_LENGTH, "big") + body


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """Read the next request; None at the end of the stream.

    Raises:
        FrameError: what came is no request.

    """
    return await _read(reader, _requests)


async def read_answer(reader: asyncio.StreamReader) -> Answer | None:
    """Read the next answer; None at the end of the stream.

    Raises:
        FrameError: what came is no answer.

    """
    return await _read(reader, _answers)


async def _read(
    reader: asyncio.StreamReader, decoder: msgspec.msgpack.Decoder[_Message]
) -> _Message | None:
    try:
        length = int.from_bytes(await reader.readexactly(_LENGTH), "big")
        if length > MAX_FRAME:
            raise FrameError(f"A frame of {length} bytes is too long: {MAX_FRAME} is the most.")
        return decoder.decode(await reader.readexactly(length))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    except msgspec.MsgspecError as error:
        raise FrameError(f"A frame could not be read: {error}.") from error
