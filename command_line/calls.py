"""One call of the API after the other, for commands that wait for each."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from command_line.places import Login, find_login
from shared.actions import Action
from shared.client import SaydoClient
from shared.outcomes import CommandRequest, Outcome
from shared.tasks import Task, TaskPage

ANSWER_WITHIN_S = 300.0
"""An import or a backup of a large workspace takes its time."""
PAGE = 200

T = TypeVar("T")


def with_client(use: Callable[[SaydoClient], Awaitable[T]], *, login: Login | None = None) -> T:
    """Open a client, use it, close it. Raises what the client raises, and `CommandLineError`."""
    chosen = login or find_login()

    async def run() -> T:
        async with SaydoClient(
            chosen.address, chosen.token, answer_within_s=ANSWER_WITHIN_S
        ) as client:
            return await use(client)

    return asyncio.run(run())


def ask(
    method: str,
    path: str,
    answer_type: type[T],
    *,
    body: msgspec.Struct | None = None,
    query: Mapping[str, Any] | None = None,
) -> T:
    """One request of the API, below ``/api/v1``."""
    return with_client(
        lambda client: client.ask(method, f"/api/v1/{path}", answer_type, body=body, query=query)
    )


def run_words(text: str, *, dry_run: bool = False) -> Outcome:
    """Have words carried out, once."""
    return _run(CommandRequest(text=text, dry_run=dry_run, source="cli"))


def run_actions(*actions: Action) -> Outcome:
    """Have actions carried out, once, all of them or none."""
    return _run(CommandRequest(actions=list(actions), source="cli"))


def all_tasks(query: Mapping[str, Any]) -> Iterator[Task]:
    """The tasks that fit, page after page."""
    cursor: str | None = None
    while True:
        asked = {**query, "limit": PAGE, "cursor": cursor}
        page = ask("GET", "tasks", TaskPage, query=asked)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _run(request: CommandRequest) -> Outcome:
    key = str(uuid.uuid4())
    return with_client(lambda client: client.command(request, idempotency_key=key))
