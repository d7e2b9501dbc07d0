import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.model_host.frames import MAX_FRAME, FrameError, encode, read_answer, read_request
from agent_worker.model_host.protocol import Audio, Cancel, Chat, Request, Speak, Transcribe

IDS = st.integers(0, 2**63)
REQUESTS = st.one_of(
    st.builds(Transcribe, IDS, st.text(), st.binary(), st.text(), st.integers(0, 9)),
    st.builds(Speak, IDS, st.text(), st.text()),
    st.builds(Cancel, IDS),
)


def reader_of(data: bytes) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return reader


@given(st.lists(REQUESTS))
def test_requests_come_out_as_they_went_in(requests: list[Request]) -> None:
    async def read_all() -> list[Request]:
        reader = reader_of(b"".join(encode(request) for request in requests))
        found = []
        while (request := await read_request(reader)) is not None:
            found.append(request)
        return found

    assert asyncio.run(read_all()) == requests


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_the_end_or_an_error_of_ours(data: bytes) -> None:
    async def read() -> None:
        reader = reader_of(data)
        try:
            while await read_answer(reader) is not None:
                pass
        except FrameError:
            pass

    asyncio.run(read())


async def test_a_frame_that_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(FrameError, match="too long"):
        await read_request(reader_of((MAX_FRAME + 1).to_bytes(4, "big")))
    with pytest.raises(FrameError, match="too long"):
        encode(Audio(1, bytes(MAX_FRAME)))


async def test_a_stream_that_breaks_off_in_a_frame_has_ended() -> None:
    assert await read_request(reader_of(encode(Speak(1, "alice", "Hello"))[:-1])) is None


def test_a_chat_keeps_its_messages() -> None:
    chat = Chat(1, "alice", [{"role": "user", "content": "Hello"}], tool_choice="none")

    async def read() -> Request | None:
        return await read_request(reader_of(encode(chat)))

    assert asyncio.run(read()) == chat
