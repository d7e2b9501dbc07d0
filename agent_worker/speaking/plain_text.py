"""What is spoken of a reply: its words, without the marks that models write."""

from collections.abc import AsyncIterable, AsyncIterator

from livekit.agents.voice.transcription.filters import filter_markdown


async def without_markdown(pieces: AsyncIterable[str]) -> AsyncIterator[str]:
    """Leave the marks of Markdown out of each piece, which is a whole sentence or more.

    LiveKit's own filter holds back the end of each until the next one comes.
    """
    async for piece in pieces:
        async for plain in filter_markdown(_alone(piece)):
            yield plain


async def _alone(piece: str) -> AsyncIterator[str]:
    yield piece
