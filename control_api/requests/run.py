"""From a request to its outcome: check it, read its words, run it, wake who watches."""

import hashlib
from contextlib import suppress
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import msgspec
from prometheus_client import Counter
from sqlite_utils import Database

from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.engine.policy import AsksFor
from control_api.engine.preconditions import Precondition
from control_api.engine.store import find_answer
from control_api.http.idempotency import scoped_key
from control_api.input.fields import invalid
from control_api.input.time_zones import find_time_zone
from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.threads import read_in_thread
from control_api.language.filters.reading import read_filter
from control_api.language.understanding.asked_for import is_asked_for
from control_api.language.understanding.scene import refuse
from control_api.language.wording.spoken import SpokenWording
from control_api.language.words.language import Language
from control_api.log.progress import Progress
from control_api.log.workspaces import Workspace
from control_api.requests.literal import stretches_of
from control_api.requests.question_store import forget_questions, keep_question
from control_api.requests.spoken import ENGLISH, spoken_in
from control_api.requests.turn_store import forget_words
from control_api.requests.words import Place, Said, read_words
from control_api.time.years import FIRST_YEAR, LAST_YEAR
from shared.actions import Action, ListTasks
from shared.languages import LanguageName
from shared.outcomes import CommandRequest, Outcome, Reader
from shared.problems import ConflictError, InvalidInputError, NotFoundError, ProblemError
from shared.thing_actions import CreateFilter, EmptyTrash, PurgeThing, UpdateFilter
from shared.voice_settings import ChangeSettings

COMMANDS = Counter("saydo_commands", "Commands that were run", ["outcome", "source"])
"""By what came of them, without dry runs."""


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a command is run."""

    actor: str
    """The credential, in a word, for the log."""
    zone: ZoneInfo
    """The person's time zone."""
    language: LanguageName = "en"
    """What the person speaks."""
    account_id: str = ""
    """Whose idempotency keys these are: several people may choose the same."""
    conversation: str = ""
    """Where "it" is looked up when the request doesn't say."""
    members: dict[str, str] = {}
    """Names by account of who shares the workspace; empty for a person's own."""


async def run_command(
    workspace: Workspace,
    caller: Caller,
    request: CommandRequest,
    *,
    idempotency_key: str | None = None,
    precondition: Precondition | None = None,
    raises: bool = False,
    is_told: bool = False,
) -> Outcome:
    """Run a request, or for a dry run find out what it would do.

    With `is_told` who watches hears of each step, but for a dry run. What can't be done is answered
    as refused, in words; with `raises` it is raised as `NotFoundError`, `ConflictError` or
    `InvalidInputError`. A request that can't be understood at all raises `InvalidInputError` in any
    case, one whose precondition is not met `PreconditionFailedError`.
    """
    zone = caller.zone if request.time_zone is None else find_time_zone(request.time_zone)
    now = _now(request.now, zone)
    language = await spoken_in(request.language or caller.language)
    conversation = request.conversation or caller.conversation
    by_person = request.decided_by == "person"
    answerable: tuple[type[ProblemError], ...] = (NotFoundError, ConflictError)
    if request.text is not None:
        answerable += (InvalidInputError,)
    where = Place(
        caller.account_id, conversation, request.source, now, zone, members=caller.members
    )
    order = Order(
        plan=await _plan(workspace, request, language, where),
        wording=SpokenWording(language),
        now=now,
        zone=zone,
        actor=caller.actor if by_person else f"{caller.actor}, language model",
        source=request.source,
        conversation=conversation,
        text=request.text,
        request_hash=hashlib.sha256(msgspec.json.encode(request)).hexdigest(),
        idempotency_key=scoped_key(caller.account_id, idempotency_key),
        dry_run=request.dry_run,
        answerable=() if raises else answerable,
        precondition=precondition,
        account_id=caller.account_id,
        decided_by=request.decided_by,
        asks_for=_asks_for(request.said, language),
        progress=Progress(None if request.dry_run or not is_told else workspace.feed.teller()),
    )
    return await carry_out(workspace, order)


async def _plan(
    workspace: Workspace, request: CommandRequest, language: Language, where: Place
) -> CommandPlan:
    if request.text is not None:
        text = _clean_text(request)
        stretches = stretches_of(text, request.literal)
        said = Said(text, stretches, with_parts=request.dry_run and request.parts)
        plan = await read_words(workspace, said, language, where)
        return _in_place(plan, where, language)
    if request.actions is None:
        raise InvalidInputError("Send either text or actions.")
    if request.literal:
        raise invalid("literal", "Only a text has literal parts: leave them out.")
    await _read_filters(request.actions, where.now)
    reader: Reader = "model" if request.decided_by == "model" else "given"
    plan = CommandPlan(outcome="planned", actions=request.actions, confidence=1.0, reader=reader)
    return _in_place(plan, where, language)


def _in_place(plan: CommandPlan, where: Place, language: Language) -> CommandPlan:
    """The plan, unless it sets for one person what several would share."""
    is_own = any(isinstance(action, ChangeSettings) for action in plan.actions)
    return refuse(language.say("settings-elsewhere"), 1.0) if is_own and where.members else plan


async def carry_out(workspace: Workspace, order: Order) -> Outcome:
    """Run an order in one transaction, and wake who watches. Raises as `run_order` does."""

    def run(db: Database) -> Outcome:
        # Words of filters are read again here, together for no longer than one sentence.
        with allowance(order.request_hash):
            answered = find_answer(db, workspace.kinds.outcome, order.idempotency_key or "")
            outcome = run_order(db, workspace.kinds, order)
            if answered is None:
                _note_question(db, order, outcome)
            return outcome

    try:
        outcome = await workspace.file.write(run, keep=not order.dry_run)
    except Exception as error:
        order.progress.ended(str(error) if isinstance(error, ProblemError) else "", is_done=False)
        raise
    if not order.dry_run:
        COMMANDS.labels(outcome.outcome, order.source).inc()
    is_done = outcome.outcome == "done"
    # What asks has said already what it waits for.
    asks = outcome.outcome == "needs_approval"
    order.progress.ended("" if asks else outcome.reply, is_done=is_done)
    if is_done:
        workspace.feed.wake()
        if _purges(outcome):
            await workspace.file.forget()
    return outcome


def _note_question(db: Database, order: Order, outcome: Outcome) -> None:
    """Keep what the words are answered with, if it is a question; it ends the one before it.

    An aside, such as what time it is, leaves that one open.
    """
    if order.text is not None and order.plan.outcome != "answered":
        keep_question(db, order.plan.asks, order.account_id, order.conversation, order.now)
    if _purges(outcome):
        forget_questions(db)
        forget_words(db)


def _purges(outcome: Outcome) -> bool:
    return any(isinstance(action, PurgeThing | EmptyTrash) for action in outcome.actions)


def _asks_for(said: str | None, language: Language) -> AsksFor | None:
    return None if said is None else partial(is_asked_for, said=said, language=language)


async def _read_filters(actions: list[Action], now: datetime) -> None:
    """Read them here first: in the transaction they are known then, and keep nobody waiting."""
    queries = [query for query in map(_filter_in, actions) if isinstance(query, str)]

    def read() -> None:
        for query in queries:
            with suppress(InvalidInputError):  # it is said in the transaction, in its turn
                read_filter(query, now, ENGLISH)

    if queries:
        await read_in_thread(read)


def _filter_in(action: Action) -> object:
    match action:
        case CreateFilter() | UpdateFilter():
            return action.query
        case ListTasks():
            return action.filter
        case _:
            return None


def _clean_text(request: CommandRequest) -> str:
    text = (request.text or "").strip()
    if request.decided_by == "model":
        # Words are a person's: a model's could say yes.
        raise InvalidInputError("Send what a language model decides as actions, not as text.")
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
