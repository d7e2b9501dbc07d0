from collections.abc import AsyncIterator

import pytest

from agent_worker.speaking.plain_text import without_markdown


async def given(*pieces: str) -> AsyncIterator[str]:
    for piece in pieces:
        yield piece


@pytest.mark.parametrize(
    ("piece", "spoken"),
    [
        ("The capital is **Rome**. ", "The capital is Rome. "),
        ("- milk\n- eggs\n", "milk\neggs\n"),
        ("Two times three is 6. ", "Two times three is 6. "),
        ("", ""),
    ],
)
async def test_marks_are_not_spoken(piece: str, spoken: str) -> None:
    assert "".join([each async for each in without_markdown(given(piece))]) == spoken


async def test_no_piece_waits_for_the_next() -> None:
    heard: list[str] = []

    async def pieces() -> AsyncIterator[str]:
        for piece in ("One moment. ", "The capital is Rome. "):
            yield piece
            assert "".join(heard).endswith(piece)

    spoken = without_markdown(pieces())
    while (each := await anext(spoken, None)) is not None:
        heard.append(each)
    assert len(heard) >= 2
