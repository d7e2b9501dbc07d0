"""Voice rooms over HTTP: LiveKit's token endpoint, the worker's exchange, LiveKit's webhooks."""

import time
from datetime import UTC, datetime
from typing import Any

from litestar import Request, Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.database.open import DatabaseFile
from control_api.edges.rooms.entry import entry_for
from control_api.edges.rooms.tokens import room_token
from control_api.edges.rooms.watchdog import Watchdog
from control_api.edges.rooms.webhooks import read_event
from control_api.http.errors import problem_responses
from control_api.http.hosts import without_port
from control_api.setup.settings import Settings
from control_api.who.accounts.store import are_several, find_account
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.callers.rate_limits import UNLIMITED
from control_api.who.rooms.store import Room, claim, find
from control_api.who.signed_tokens.tokens import SESSION_LIFE_S, make_session_token
from shared.problems import NotFoundError
from shared.rooms import SessionGrant, TokenAnswer, TokenRequest

CHANGES = frozenset({"participant_joined", "participant_left", "participant_connection_aborted"})
"""Webhook events after which a room may be without its agent."""


@post(
    "/token",
    guards=[allow("owner", needs="write")],
    operation_id="createRoomToken",
    summary="Get a token to talk in a room (LiveKit's standard token endpoint)",
    responses=problem_responses(401, 403, 404, 413, 422, 429),
)
async def create_room_token(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    watchdog: NamedDependency[Watchdog],
    data: JSONBody[TokenRequest | None] = None,
) -> TokenAnswer:
    """Give entry to a fresh room, or to one of the person's own; its agent comes by itself."""
    entry = entry_for(data or TokenRequest(), principal.account_id, principal.name)
    room = Room(
        name=entry.room,
        account_id=principal.account_id,
        participant_identity=entry.identity,
        time_zone=entry.time_zone,
    )
    if not await control.write(lambda db: claim(db, room, time.time())):
        raise NotFoundError(
            "You have no room of that name. Choose another, or leave room_name out for a new room."
        )
    is_shared = await control.read(are_several)
    watchdog.places.take(entry.room, principal.account_id, is_shared=is_shared)
    await watchdog.prepare(entry.room)
    secrets = settings.secrets
    return TokenAnswer(
        server_url=settings.livekit_url_for(without_port(request.headers.get("host", "").lower())),
        participant_token=room_token(entry, key=secrets.livekit_key, secret=secrets.livekit_secret),
        room_name=entry.room,
        participant_name=entry.name,
    )


@post(
    "/rooms/{room:str}/session",
    guards=[allow("worker")],
    operation_id="createVoiceSession",
    summary="Exchange a room for a token that can act for its person only (workers)",
    responses=problem_responses(401, 403, 404),
)
async def create_voice_session(
    settings: NamedDependency[Settings], control: NamedDependency[DatabaseFile], room: FromPath[str]
) -> SessionGrant:
    """Tell the agent of a room whom it serves, and let it act for that person."""
    found = await control.read(lambda db: find(db, room))
    if found is None:
        raise NotFoundError("No token was issued for a room of that name.")
    owner = found.account_id
    account = await control.read(lambda db: find_account(db, owner))
    if account is None:
        raise NotFoundError("The account of this room does not exist any more.")
    expires_at = datetime.fromtimestamp(int(time.time()) + SESSION_LIFE_S, UTC)
    return SessionGrant(
        token=make_session_token(settings.secrets.signing_key, owner, room, account.tokens_since),
        expires_at=expires_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        participant_identity=found.participant_identity,
        time_zone=found.time_zone or account.time_zone or settings.time_zone,
        language=account.language or settings.language,
    )


@post(
    "/workers",
    status_code=204,
    guards=[allow("worker")],
    operation_id="announceWorker",
    summary="Tell that a worker takes conversations from now on (workers)",
    responses=problem_responses(401, 403),
)
async def announce_worker(watchdog: NamedDependency[Watchdog]) -> None:
    """Send agents at once to the rooms that wait for one."""
    watchdog.worker_came()


@post(
    "/webhooks/livekit",
    status_code=204,
    operation_id="receiveLiveKitEvent",
    summary="Take an event that the LiveKit server signed",
    responses=problem_responses(401, 413),
    opt={UNLIMITED: True},
)
async def receive_livekit_event(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    watchdog: NamedDependency[Watchdog],
) -> None:
    """Look at the room that the event is about. An event that comes twice does no harm."""
    secrets = settings.secrets
    event = read_event(
        await request.body(),
        request.headers.get("authorization", ""),
        key=secrets.livekit_key,
        secret=secrets.livekit_secret,
    )
    if event.event in CHANGES:
        watchdog.look_at(event.room.name)


rooms_router = Router(
    "/",
    route_handlers=[
        create_room_token,
        create_voice_session,
        announce_worker,
        receive_livekit_event,
    ],
    tags=["Rooms"],
)
