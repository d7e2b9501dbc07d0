"""Feeds over HTTP: made, listed and revoked by their owner, read by who knows the address."""

import asyncio
import hashlib
import secrets
import uuid
from uuid import UUID

from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.database.open import DatabaseFile
from control_api.edges.exchange.formats.ical_export import write_feed
from control_api.edges.exchange.intake.store import read_open_tasks
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.feeds.store import StoredFeed, add_feed, find_feed, list_feeds, remove_feed
from control_api.http.errors import problem_responses
from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.accounts.store import find_account
from control_api.who.callers.access import Access
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.sharing.rules import role_in
from shared.feeds import Feed, FeedList, MadeFeed, NewFeed
from shared.problems import NotFoundError

MOST_FEEDS = 100
NAME_LENGTH = 200
_GONE = "There is no calendar at this address, or it was revoked."


@get(
    "/feeds",
    operation_id="listFeeds",
    guards=[allow("owner", needs="read")],
    summary="The secret calendars of this workspace",
    responses=problem_responses(401, 403, 404),
)
async def list_all(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
) -> FeedList:
    """List those that you have made; their addresses are not kept."""
    account_id = principal.account_id
    found = await control.read(lambda db: list_feeds(db, account_id, access.workspace_id))
    return FeedList(items=found)


@post(
    "/feeds",
    operation_id="createFeed",
    guards=[allow("owner")],
    summary="Make a secret address of a read-only calendar",
    responses=problem_responses(401, 403, 404, 413, 422, 503, 507),
)
async def create(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
    data: JSONBody[NewFeed],
) -> MadeFeed:
    """Make an address at which anyone who knows it can read the open tasks. Shown this once."""
    token = secrets.token_urlsafe(32)
    made = MadeFeed(
        id=str(uuid.uuid4()),
        name=clean_line(data.name, "name", NAME_LENGTH),
        kind=data.kind,
        created_at=utc_stamp(),
        path=f"/feeds/{token}.ics",
    )
    feed = Feed(id=made.id, name=made.name, kind=made.kind, created_at=made.created_at)
    account_id, workspace_id = principal.account_id, access.workspace_id

    def work(db: Database) -> None:
        if len(list_feeds(db, account_id, workspace_id)) >= MOST_FEEDS:
            raise invalid("name", f"There are {MOST_FEEDS} feeds already; remove one first.")
        add_feed(db, feed, account_id, workspace_id, token_hash=_hash(token))

    await control.write(work)
    return made


@delete(
    "/feeds/{feed_id:uuid}",
    operation_id="revokeFeed",
    guards=[allow("owner")],
    summary="Revoke a secret address",
    responses=problem_responses(401, 403, 404, 503, 507),
)
async def revoke(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    feed_id: FromPath[UUID],
) -> None:
    """From now on there is nothing at its address."""
    account_id = principal.account_id
    if not await control.write(lambda db: remove_feed(db, account_id, str(feed_id))):
        raise NotFoundError("There is no such feed.")


@get("/feeds/{file:str}", include_in_schema=False)
async def read(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    file: FromPath[str],
) -> Response[bytes]:
    """Give the calendar at a secret address; who knows the address needs nothing else."""
    token = file.removesuffix(".ics")

    def find(db: Database) -> tuple[StoredFeed, str | None]:
        feed = find_feed(db, _hash(token))
        account = None if feed is None else find_account(db, feed.account_id)
        if feed is None or account is None:
            raise NotFoundError(_GONE)
        if feed.workspace_id != feed.account_id:
            role_in(db, feed.workspace_id, feed.account_id)
        return feed, account.time_zone

    feed, time_zone = await control.read(find)
    workspace = await workspaces.open(feed.workspace_id)
    tasks = await workspace.file.read(read_open_tasks)
    zone = time_zone or settings.time_zone
    data = await asyncio.to_thread(write_feed, Bundle(tasks=tasks), zone, feed.kind, feed.name)
    return Response(
        data,
        media_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "private, no-cache",
            "Content-Disposition": 'attachment; filename="saydo.ics"',
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        },
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


router = Router("/", route_handlers=[list_all, create, revoke], tags=["Moving"])
