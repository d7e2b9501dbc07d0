"""From a request to its outcome: check it, read its words, run it, wake who watches."""

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.commands.conversation import load_known
from control_api.commands.execute import Order, run_order
from control_api.commands.idempotency import scoped_key
from control_api.commands.interpret import interpret
from control_api.commands.preconditions import Precondition
from control_api.commands.readings import Reading
from control_api.lines import invalid
from control_api.tasks.inputs import FIRST_YEAR, LAST_YEAR
from control_api.time_zones import find_time_zone
from control_api.workspaces import Workspace
from shared.outcomes import CommandRequest, Outcome
from shared.problems import ConflictError, InvalidInputError, NotFoundError, ProblemError
from shared.thing_actions import EmptyTrash, PurgeThing


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a command is run."""

    actor: str
    """The credential, in a word, for the log."""
    zone: ZoneInfo
    """The person's time zone."""
    account_id: str = ""
    """Whose idempotency keys these are: several people may choose the same."""
    conversation: str = ""
    """Where "it" is looked up when the request doesn't say."""


async def run_command(
    workspace: Workspace,
    caller: Caller,
    request: CommandRequest,
    *,
    idempotency_key: str | None = None,
    precondition: Precondition | None = None,
    raises: bool = False,
) -> Outcome:
    """Run a request, or for a dry run find out what it would do.

    What can't be done is answered as refused, in words; with `raises` it is raised as
    `NotFoundError`, `ConflictError` or `InvalidInputError`. A request that can't be understood at
    all raises `InvalidInputError` in any case, one whose precondition is not met
    `PreconditionFailedError`.
    """
    zone = caller.zone if request.time_zone is None else find_time_zone(request.time_zone)
    now = _now(request.now, zone)
    conversation = request.conversation or caller.conversation
    answerable: tuple[type[ProblemError], ...] = (NotFoundError, ConflictError)
    if request.text is not None:
        text = _clean_text(request)
        answerable += (InvalidInputError,)
        reading = await workspace.file.read(
            lambda db: interpret(text, now=now, time_zone=zone, known=load_known(db, conversation))
        )
    elif request.actions is not None:
        reading = Reading(outcome="planned", actions=request.actions, confidence=1.0)
    else:
        raise InvalidInputError("Send either text or actions.")
    return await carry_out(
        workspace,
        Order(
            reading=reading,
            now=now,
            zone=zone,
            actor=caller.actor,
            source=request.source,
            conversation=conversation,
            text=request.text,
            request_hash=hashlib.sha256(msgspec.json.encode(request)).hexdigest(),
            idempotency_key=scoped_key(caller.account_id, idempotency_key),
            dry_run=request.dry_run,
            answerable=() if raises else answerable,
            precondition=precondition,
        ),
    )


async def carry_out(workspace: Workspace, order: Order) -> Outcome:
    """Run an order, and wake who watches. Raises what the order does not want answered."""

    def run(db: Database) -> Outcome:
        return run_order(db, order)

    outcome = await workspace.file.write(run, keep=not order.dry_run)
    if outcome.outcome == "done":
        workspace.feed.wake()
        if any(isinstance(action, PurgeThing | EmptyTrash) for action in outcome.actions):
            await workspace.file.forget()
    return outcome


def _clean_text(request: CommandRequest) -> str:
    text = (request.text or "").strip()
    if request.actions is not None:
        raise InvalidInputError("Send either text or actions, not both.")
    if not text:
        raise invalid("text", "The text is empty: say what is to be done.")
    if any(ord(character) < ord(" ") and not character.isspace() for character in text):
        raise invalid("text", "The text has control characters in it; send words.")
    return text


def _now(text: str | None, zone: ZoneInfo) -> datetime:
    if text is None:
        return datetime.now(zone)
    try:
        now = datetime.fromisoformat(text)
    except ValueError as error:
        raise invalid("now", "Write now as an ISO time: 2026-11-24T15:00:00.") from error
    if not FIRST_YEAR < now.year < LAST_YEAR:
        raise invalid("now", f"Choose a year between {FIRST_YEAR} and {LAST_YEAR}.")
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)
