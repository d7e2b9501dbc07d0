"""The ways in which a stand-in for a provider fails, at the level of its connection."""

import asyncio
from typing import Literal

from aiohttp import web

Way = Literal[
    "well", "silent", "half then silent", "half then cut", "busy", "500", "key", "garbage"
]
STATUS = {"busy": 429, "500": 500, "key": 401}
RETRY_AFTER_S = 3000


def refusal(way: Way) -> web.Response | None:
    """An answer with a status of failure, if that is the way."""
    if way not in STATUS:
        return None
    headers = {"Retry-After": str(RETRY_AFTER_S)} if way == "busy" else {}
    body = {"error": {"message": f"This is {way}.", "type": way, "code": way}}
    return web.json_response(body, status=STATUS[way], headers=headers)


async def never() -> None:
    """Say nothing, until the server is closed."""
    await asyncio.Event().wait()


def cut(request: web.Request) -> None:
    """Break the connection off."""
    if request.transport is not None:
        request.transport.abort()


async def in_halves(
    request: web.Request, way: Way, content_type: str, pieces: list[bytes]
) -> web.StreamResponse:
    """Stream `pieces`, or half of them and then what `way` says."""
    response = web.StreamResponse(headers={"Content-Type": content_type})
    response.enable_chunked_encoding()
    await response.prepare(request)
    kept = pieces if way == "well" else pieces[: len(pieces) // 2]
    for piece in kept:
        await response.write(piece)
    if way == "half then silent":
        await never()
    if way == "half then cut":
        # What was written must be on its way, or nothing of it would arrive.
        await asyncio.sleep(0.05)
        cut(request)
    return response
