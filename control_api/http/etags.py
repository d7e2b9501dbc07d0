"""Entity tags: the version of a task or thing, to read it once only and to change it knowingly."""

import base64
import hashlib
import re
from http import HTTPStatus
from typing import Annotated

import msgspec
from litestar.datastructures import Headers, MutableScopeHeaders, ResponseHeader
from litestar.middleware import ASGIMiddleware
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from shared.tasks import Task
from shared.things import Thing

TAG_BYTES = 15
_TAG = r'(?:W/)?"[!#-~]*"'
_LIST = rf"^(?:\*|{_TAG}(?: *, *{_TAG})*)$"

IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-Match",
        description="Change it only if it still has this ETag; 412 when it was changed since.",
        pattern=_LIST,
    ),
]
IfNoneMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-None-Match",
        description="Answer 304, without a body, if it still has this ETag.",
        pattern=_LIST,
    ),
]
ETAG_HEADER = ResponseHeader(
    name="ETag", documentation_only=True, description="The version that was answered."
)

NOT_MODIFIED = {
    304: ResponseSpec(data_container=None, description="It still has the ETag that was named.")
}
"""For the description of a route that gives an ETag."""


def etag(subject: Task | Thing) -> str:
    """The tag of a task or thing as it is answered, names that were looked up included."""
    digest = hashlib.sha256(msgspec.json.encode(subject)).digest()
    return f'"{base64.urlsafe_b64encode(digest[:TAG_BYTES]).decode()}"'


def strong_tags(header: str) -> frozenset[str]:
    """The tags of a header that may be compared byte by byte."""
    return frozenset(tag for tag in re.findall(_TAG, header) if not tag.startswith("W/"))


class ConditionalReads(ASGIMiddleware):
    """Leaves out the body of an answer whose ETag the caller names in If-None-Match."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on; a 200 that is known already becomes a 304."""
        wanted = Headers.from_scope(scope).get("if-none-match")
        if wanted is None or scope.get("method") != "GET":
            await next_app(scope, receive, send)
            return
        known = False

        async def send_what_is_new(message: Message) -> None:
            nonlocal known
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
                known = _is_known(MutableScopeHeaders(message), wanted)
                if known:
                    message["status"] = HTTPStatus.NOT_MODIFIED
            elif message["type"] == "http.response.body" and known:
                message["body"] = b""
            await send(message)

        await next_app(scope, receive, send_what_is_new)


def _is_known(headers: MutableScopeHeaders, wanted: str) -> bool:
    tag = headers.get("etag")
    if tag is None:
        return False
    known = wanted.strip() == "*" or tag in {
        each.removeprefix("W/") for each in re.findall(_TAG, wanted)
    }
    if known:
        for name in ("content-length", "content-type"):
            if name in headers:
                del headers[name]
    return known
