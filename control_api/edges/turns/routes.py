"""The turns of conversations over HTTP, and whether their words are kept."""

from typing import Annotated

import msgspec
from litestar import Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import ServerSentEventMessage

from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.requests.turn_store import (
    forget_old,
    list_turns,
    read_keep_days,
    save_keep_days,
    save_turn,
)
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.problems import NotFoundError
from shared.turns import SLOW_MS, NewTurn, SlowTurnEvent, Transcripts, TurnPage


@post(
    "/sessions/{room:str}/turns",
    guards=[allow("session")],
    status_code=204,
    operation_id="keepTurn",
    summary="Tell what happened in a turn (the agent of the conversation)",
    responses=problem_responses(401, 403, 404, 413, 422, 503, 507),
)
async def keep_turn(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    room: FromPath[str],
    data: JSONBody[NewTurn],
) -> None:
    """Keep the numbers, and the words if the person wants that; tell of a turn that was slow."""
    if room != principal.room:
        raise NotFoundError("This is not the conversation that you are in.")
    account_id = principal.account_id
    days = await control.read(lambda db: read_keep_days(db, account_id))
    workspace = await workspaces.open(account_id)
    at = await workspace.file.write(lambda db: save_turn(db, room, data, days))
    if (data.took.total or 0) > SLOW_MS:
        event = SlowTurnEvent(room=room, at=at, took=data.took)
        message = ServerSentEventMessage(data=msgspec.json.encode(event), event=event.type)
        workspace.feed.tell(message)


@get(
    "/sessions/{room:str}/turns",
    guards=[allow("owner", needs="read")],
    operation_id="listTurns",
    summary="What happened in each turn of a conversation, the newest first",
    responses=problem_responses(401, 403, 404, 422),
)
async def read_turns(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    room: FromPath[str],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    cursor: FromQuery[str | None] = None,
) -> TurnPage:
    """Give a page of the turns of one of your conversations: how each was read, and how long."""
    account_id = principal.account_id
    days = await control.read(lambda db: read_keep_days(db, account_id))
    workspace = await workspaces.open(account_id)
    page = await workspace.file.read(
        lambda db: list_turns(db, room, cursor=cursor, limit=limit, keep_days=days)
    )
    if not page.items and cursor is None:
        raise NotFoundError("You have no conversation of that name with turns in it.")
    return page


@get(
    "/me/transcripts",
    guards=[allow("owner")],
    operation_id="getTranscripts",
    summary="Whether the words of my conversations are kept",
    responses=problem_responses(401, 403),
)
async def read_transcripts(
    control: NamedDependency[DatabaseFile], principal: NamedDependency[Principal]
) -> Transcripts:
    """Give for how many days; 0: not at all."""
    return Transcripts(await control.read(lambda db: read_keep_days(db, principal.account_id)))


@put(
    "/me/transcripts",
    guards=[allow("owner")],
    operation_id="setTranscripts",
    summary="Set whether the words of my conversations are kept, and for how long",
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def set_transcripts(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    data: JSONBody[Transcripts],
) -> Transcripts:
    """Set the days; words that are older than that are deleted at once."""
    account_id = principal.account_id
    await control.write(lambda db: save_keep_days(db, account_id, data.keep_days))
    workspace = await workspaces.open(account_id)
    await workspace.file.write(lambda db: forget_old(db, data.keep_days))
    return data


router = Router(
    "/",
    route_handlers=[keep_turn, read_turns, read_transcripts, set_transcripts],
    tags=["Conversations"],
)
