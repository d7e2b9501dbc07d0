"""The HTTP client of the control API: deadlines, one retry that can't run anything twice."""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
import msgspec

from shared.approvals import ApprovalDecision
from shared.client_errors import LogReplacedError, SaydoProblemError, SaydoUnreachableError
from shared.events import Event, ResetEvent, SettingsEvent
from shared.outcomes import CommandRequest, Outcome
from shared.problems import BASE, Problem
from shared.progress import ProgressEvent
from shared.reminders import Receipt, ReminderEvent
from shared.rooms import SessionGrant, Vocabulary
from shared.turns import NewTurn, SlowTurnEvent
from shared.voice_settings import VoiceSettings
from shared.workspaces import WORKSPACE_HEADER

__all__ = ["LogReplacedError", "SaydoClient", "SaydoProblemError", "SaydoUnreachableError"]

ANSWER_WITHIN_S = 2.5
"""A person on the line hears within three seconds that something is wrong, so this is shorter."""

_Answer = TypeVar("_Answer")
_BROKEN_CONNECTION = (httpx.NetworkError, httpx.RemoteProtocolError)
_ROOM = re.compile(r"[^/?#\s]{1,128}")
_UNAUTHORIZED = 401
_Aside = ProgressEvent | ReminderEvent | SlowTurnEvent
"""What is no change, and comes in between."""
_Streamed = Event | ResetEvent | _Aside


class SaydoClient:
    """One caller of the control API, under one credential.

    `renew` is asked for a new credential when the control API no longer takes the one in use.
    An empty credential is none, as for signing in. `workspace` is the id of one that is shared; it
    is the caller's own when left out.
    """

    def __init__(
        self,
        base_url: str,
        credential: str,
        *,
        renew: Callable[[], Awaitable[str]] | None = None,
        answer_within_s: float = ANSWER_WITHIN_S,
        workspace: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._credential = credential
        self._renew = renew
        self._answer_within_s = answer_within_s
        self._workspace = workspace
        # trust_env=False: a proxy set for the web must never see these requests.
        self._http = httpx.AsyncClient(
            base_url=base_url,
            timeout=httpx.Timeout(answer_within_s, pool=None),
            transport=transport,
            trust_env=False,
            # Reading who is trusted takes longer than most requests; without TLS it is nobody.
            verify=base_url.startswith("https:") or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def exchange_room(self, room: str) -> SessionGrant:
        """Trade a room's name for what one voice session in it may use; needs the worker's key.

        Raises SaydoProblemError, SaydoUnreachableError, and ValueError for a name no room can have.
        """
        if not _ROOM.fullmatch(room):
            raise ValueError(f"{room!r} is no room name.")
        return await self._ask("POST", f"/api/v1/rooms/{room}/session", SessionGrant)

    async def announce_worker(self) -> None:
        """Tell that a worker takes conversations from now on; needs the worker's key.

        Raises SaydoProblemError and SaydoUnreachableError.
        """
        await self._ask("POST", "/api/v1/workers", type(None))

    async def command(
        self, request: CommandRequest, *, idempotency_key: str | None = None
    ) -> Outcome:
        """Have words or actions carried out, once for each `idempotency_key`.

        Raises SaydoProblemError and SaydoUnreachableError. After the latter it is not known whether
        the command ran; asking again with the same key gives the one answer.
        """
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        repeatable = idempotency_key is not None or request.dry_run
        return await self._ask(
            "POST", "/api/v1/commands", Outcome, body=request, headers=headers, repeat=repeatable
        )

    async def refuse(self, approval_id: str) -> Outcome:
        """Let go of what waits for a yes. Raises SaydoProblemError and SaydoUnreachableError."""
        path, no = f"/api/v1/approvals/{approval_id}", ApprovalDecision("refuse")
        return await self._ask("POST", path, Outcome, body=no, repeat=True)

    async def vocabulary(self) -> Vocabulary:
        """Fetch the person's own words. Raises SaydoProblemError and SaydoUnreachableError."""
        return await self._ask("GET", "/api/v1/vocabulary", Vocabulary)

    async def keep_turn(self, room: str, turn: NewTurn) -> None:
        """Tell what happened in a turn. Raises SaydoProblemError and SaydoUnreachableError."""
        path = f"/api/v1/sessions/{room}/turns"
        await self._ask("POST", path, type(None), body=turn, repeat=False)

    async def ask(
        self,
        method: str,
        path: str,
        answer_type: type[_Answer],
        *,
        body: msgspec.Struct | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> _Answer:
        """Ask what there is no method of its own for; only what changes nothing is asked twice.

        What is None in `query` is left out. Raises SaydoProblemError and SaydoUnreachableError.
        """
        where = _address(path, query)
        return await self._ask(method, where, answer_type, body=body, repeat=method == "GET")

    async def download(self, path: str, query: Mapping[str, Any]) -> bytes:
        """Fetch a file. Raises SaydoProblemError and SaydoUnreachableError."""
        answer = await self._exchange("GET", _address(path, query), None, {}, repeat=True)
        return answer.content

    async def upload(
        self, path: str, query: Mapping[str, Any], file: bytes, answer_type: type[_Answer]
    ) -> _Answer:
        """Send a file. Raises SaydoProblemError and SaydoUnreachableError."""
        kind = {"Content-Type": "application/octet-stream"}
        answer = await self._exchange("POST", _address(path, query), file, kind, repeat=False)
        return msgspec.json.decode(answer.content, type=answer_type)

    async def events(self, *, after: int | None = None) -> AsyncIterator[Event]:
        """Follow what changes, from the event after position `after` on, until the stream ends.

        Raises SaydoProblemError, SaydoUnreachableError, and LogReplacedError when a backup was put
        back that is older than `after`.
        """
        async for event in self._stream(after):
            if isinstance(event, ResetEvent):
                raise LogReplacedError("A backup was put back; read everything anew.")
            if not isinstance(event, _Aside | None):
                yield event

    async def settings(self) -> VoiceSettings:
        """Ask how the person is spoken with. Raises SaydoProblemError and SaydoUnreachableError."""
        return await self._ask("GET", "/api/v1/me/settings", VoiceSettings)

    async def news(self) -> AsyncIterator[Receipt | VoiceSettings]:
        """Follow what a conversation has to know: reminders, and how the person is spoken with.

        First the settings as they are and the reminders that are out and not heard, then what
        becomes of each, until the stream ends. Raises SaydoProblemError and SaydoUnreachableError.
        """
        async for event in self._stream(None):
            match event:
                case None:
                    yield await self.settings()
                case ReminderEvent():
                    yield event.reminder
                case SettingsEvent():
                    yield event.after or VoiceSettings()
                case _:
                    pass

    async def progress(self) -> AsyncIterator[ProgressEvent]:
        """Follow what becomes of each command while it is handled, until the stream ends.

        Raises SaydoProblemError and SaydoUnreachableError.
        """
        async for event in self._stream(None):
            if isinstance(event, ProgressEvent):
                yield event

    async def hear(self, reminder_id: str) -> Receipt:
        """Note that the person knows. Raises SaydoProblemError and SaydoUnreachableError."""
        return await self._ask("POST", f"/api/v1/reminders/{reminder_id}/heard", Receipt)

    async def _stream(self, after: int | None) -> AsyncIterator[_Streamed | None]:
        """What comes, after a None: from there on nothing is missed."""
        headers = self._headers({} if after is None else {"Last-Event-ID": str(after)})
        timeout = httpx.Timeout(self._answer_within_s, read=None)
        try:
            async with self._http.stream(
                "GET", "/api/v1/events", headers=headers, timeout=timeout
            ) as answer:
                if answer.is_error:
                    await answer.aread()
                    if answer.status_code == _UNAUTHORIZED and self._renew is not None:
                        self._credential = await self._renew()  # for the next time
                    raise SaydoProblemError(_problem(answer))
                yield None
                async for line in answer.aiter_lines():
                    if line.startswith("data:"):
                        yield msgspec.json.decode(line.removeprefix("data:"), type=_Streamed)
        except httpx.TransportError as error:
            raise SaydoUnreachableError("The control API can't be reached.") from error

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        ours = {"Authorization": f"Bearer {self._credential}"} if self._credential else {}
        if self._workspace is not None:
            ours[WORKSPACE_HEADER] = self._workspace
        return {**ours, **more}

    async def _ask(
        self,
        method: str,
        path: str,
        answer_type: type[_Answer],
        *,
        body: msgspec.Struct | None = None,
        headers: dict[str, str] | None = None,
        repeat: bool = True,
    ) -> _Answer:
        content = None if body is None else msgspec.json.encode(body)
        more = {**(headers or {}), **({} if body is None else {"Content-Type": "application/json"})}
        answer = await self._exchange(method, path, content, more, repeat=repeat)
        # What is deleted is answered with nothing.
        return msgspec.json.decode(answer.content or b"null", type=answer_type)

    async def _exchange(
        self, method: str, path: str, content: bytes | None, more: dict[str, str], *, repeat: bool
    ) -> httpx.Response:
        try:
            async with asyncio.timeout(self._answer_within_s):
                answer = await self._send(method, path, content, more, repeat=repeat)
                if answer.status_code == _UNAUTHORIZED and self._renew is not None:
                    self._credential = await self._renew()
                    answer = await self._send(method, path, content, more, repeat=repeat)
        except (TimeoutError, httpx.TransportError) as error:
            raise SaydoUnreachableError("The control API did not answer.") from error
        if answer.is_error:
            raise SaydoProblemError(_problem(answer))
        return answer

    async def _send(
        self, method: str, path: str, content: bytes | None, more: dict[str, str], *, repeat: bool
    ) -> httpx.Response:
        async def send() -> httpx.Response:
            headers = self._headers(more)
            return await self._http.request(method, path, content=content, headers=headers)

        try:
            return await send()
        except _BROKEN_CONNECTION:
            # A restarted server breaks the connections that were kept open; a second try opens one,
            # unless we were closed meanwhile.
            if not repeat or self._http.is_closed:
                raise
            return await send()


def _address(path: str, query: Mapping[str, Any] | None) -> str:
    given = {name: value for name, value in (query or {}).items() if value is not None}
    return f"{path}?{httpx.QueryParams(given)}" if given else path


def _problem(answer: httpx.Response) -> Problem:
    try:
        return msgspec.json.decode(answer.content, type=Problem)
    except msgspec.MsgspecError:
        described: dict[str, Any] = {"type": BASE + "unreadable", "status": answer.status_code}
        return Problem(title=f"The control API answered {answer.status_code}.", **described)
