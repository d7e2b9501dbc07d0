"""Runs a list of actions: one transaction, all of it or none, every change in the log."""

import uuid
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.database.open import savepoint
from control_api.engine.approval_store import (
    drop_pending,
    existing_pending,
    note_decided,
    save_asked,
)
from control_api.engine.asking import MustAskError, is_as_asked, needs_approval, to_ask
from control_api.engine.moment import Moment
from control_api.engine.net_changes import logged_changes, net_changes, passing
from control_api.engine.outcome_tasks import affected_tasks, mentioned, upcoming_dates
from control_api.engine.own_actions import OWN_ACTIONS, check_allowed_together
from control_api.engine.passing import clear_passing
from control_api.engine.plan import ApprovalAnswer, CommandPlan
from control_api.engine.policy import AsksFor, Wish, is_refused, judge
from control_api.engine.preconditions import Precondition, check
from control_api.engine.results import Result
from control_api.engine.store import StoredCommand, find_answer, save_command
from control_api.engine.wording import Wording, plan_in_words
from control_api.log.entries import Cause, append, append_purge
from control_api.log.kinds import Kinds
from control_api.log.progress import Progress
from shared.actions import Action
from shared.outcomes import DecidedBy, Outcome, OutcomeKind
from shared.problems import ConflictError, InvalidInputError, ProblemError
from shared.tasks import Source


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A request whose words have been read: what to do, when, and for whom."""

    plan: CommandPlan
    wording: Wording
    """Says what came of it."""
    now: datetime
    zone: ZoneInfo
    actor: str
    source: Source
    conversation: str
    text: str | None
    request_hash: str
    account_id: str = ""
    """Who may answer when it has to be asked about."""
    decided_by: DecidedBy = "person"
    asks_for: AsksFor | None = None
    """When a model decides: whether the person's words ask for what an action does."""
    idempotency_key: str | None = None
    dry_run: bool = False
    by_itself: bool = False
    """Nobody asked for it: "undo" and "it" mean something else."""
    answerable: tuple[type[ProblemError], ...] = ()
    """Errors that are answered as refused, in words, instead of being raised."""
    precondition: Precondition | None = None
    progress: Progress = msgspec.field(default_factory=Progress)
    """Tells who watches how far it is."""

    @classmethod
    def of_itself(cls, action: Action, wording: Wording, *, now: datetime, zone: ZoneInfo) -> Self:
        """What the server does because its time has come. `now` is aware."""
        return cls(
            wording=wording,
            plan=CommandPlan(outcome="planned", actions=[action], confidence=1.0, reader="given"),
            now=now,
            zone=zone,
            actor="saydo",
            source="api",
            conversation="",
            text=None,
            request_hash="",
            by_itself=True,
        )


def run_order(db: Database, kinds: Kinds, order: Order) -> Outcome:
    """Run an order inside the writer's transaction, which the caller rolls back for a dry run.

    An order with a key that was used before gets the answer of that time, and nothing is run.
    Raises the problems that the order does not want answered; nothing is changed then.
    """
    if order.idempotency_key is not None and not order.dry_run:
        earlier = _earlier_answer(db, kinds, order.idempotency_key, order.request_hash)
        if earlier is not None:
            return earlier
    if order.precondition is not None:
        check(db, kinds, order.precondition)
    if _says_something_else(order):
        # Then it was no yes, and a yes to come is the answer to something else.
        drop_pending(db, order.account_id, order.conversation)
    command_id = str(uuid.uuid4())
    moment = Moment(
        now=order.now,
        zone=order.zone,
        stamp=utc_stamp(),
        actor=order.actor,
        source=order.source,
        command_id=command_id,
        said=order.text,
    )
    order.progress.begin(command_id, order.source, order.actor)
    if order.plan.answers is None:
        outcome, results = _outcome(db, kinds, order, moment)
    else:
        outcome, results = _decide(db, kinds, order, order.plan.answers, moment)
    outcome = _as_heard(outcome, order.plan)
    if order.dry_run:
        return outcome
    outcome = msgspec.structs.replace(outcome, command_id=command_id)
    save_command(
        db,
        StoredCommand(
            id=command_id,
            at=moment.stamp,
            actor=order.actor,
            source=order.source,
            conversation=order.conversation,
            text=order.text,
            idempotency_key=order.idempotency_key,
            request_hash=order.request_hash,
            mentioned=[] if order.by_itself else mentioned(results),
            answer=outcome,
            can_undo=not order.by_itself
            and bool(net_changes([result for result in results if not result.undone])),
            undoes=next((result.undoes for result in results), None),
        ),
    )
    clear_passing(db, kinds, passing(results))
    _log(db, kinds, results, moment)
    return outcome


def _as_heard(outcome: Outcome, plan: CommandPlan) -> Outcome:
    """The outcome with what the words tell of themselves, whatever came of them."""
    return msgspec.structs.replace(
        outcome,
        reader=None if plan.outcome == "not_a_command" else plan.reader,
        complete=plan.complete,
        dangling=plan.dangling,
        alternatives=plan.alternatives,
        options=plan.options,
        parts=plan.parts if outcome.outcome == "planned" else [],
    )


def _says_something_else(order: Order) -> bool:
    return order.text is not None and order.plan.answers is None and not order.dry_run


def _decide(
    db: Database, kinds: Kinds, order: Order, answer: ApprovalAnswer, moment: Moment
) -> tuple[Outcome, list[Result]]:
    """Run what was asked about, or don't. Raises when it waits no more, whoever wants it."""
    waiting = existing_pending(db, kinds.action, answer.approval_id, order.account_id)
    is_yes = answer.decision == "approve"
    order.progress.decided(answer.approval_id, is_yes=is_yes)
    note_decided(db, answer.approval_id, approved=is_yes, command_id=moment.command_id)
    if not is_yes:
        kind: OutcomeKind = "planned" if order.dry_run else "refused"
        return Outcome(outcome=kind, confidence=1.0, reply=order.wording.refusal("declined")), []
    if not is_as_asked(db, kinds, waiting):
        return Outcome(
            outcome="refused", confidence=1.0, reply=order.wording.refusal("changed_since")
        ), []
    plan = CommandPlan(outcome="planned", actions=waiting.actions, confidence=1.0)
    order = msgspec.structs.replace(order, plan=plan)
    moment = msgspec.structs.replace(moment, said=None)
    return _outcome(db, kinds, order, moment, is_approved=True)


def _earlier_answer(db: Database, kinds: Kinds, key: str, request_hash: str) -> Outcome | None:
    found = find_answer(db, kinds.outcome, key)
    if found is None:
        return None
    if not found[0]:
        raise ConflictError("What this request did was deleted for good since.")
    if found[0] != request_hash:
        sentence = "This Idempotency-Key was used for another request; choose a new one."
        raise InvalidInputError(sentence, fields={"Idempotency-Key": sentence})
    return found[1]


def _outcome(
    db: Database, kinds: Kinds, order: Order, moment: Moment, *, is_approved: bool = False
) -> tuple[Outcome, list[Result]]:
    plan = order.plan
    wish = _wish(order, is_approved=is_approved)
    outcome = Outcome(
        outcome=plan.outcome,
        actions=plan.actions,
        confidence=plan.confidence,
        reply=plan.reply,
        approval_id=plan.waiting if order.dry_run else None,
    )
    if plan.outcome != "planned":
        return outcome, []
    try:
        check_allowed_together(plan.actions, order.decided_by)
    except order.answerable:
        sentence = order.wording.refusal("not_together")
        return msgspec.structs.replace(outcome, outcome="refused", reply=sentence), []
    _tell_plan(db, kinds, order)
    if is_refused(plan.actions, wish):
        sentence = order.wording.refusal("only_by_hand")
        order.progress.checked("refused", sentence)
        return msgspec.structs.replace(outcome, outcome="refused", reply=sentence), []
    results = list[Result]()
    try:
        with savepoint(db):
            _try_all(db, kinds, order, moment, results)
            _judge(results, wish)
    except MustAskError as tried:
        return _ask(db, kinds, order, moment, tried), []
    except order.answerable as refusal:
        sentence, total = str(refusal), len(plan.actions)
        if total > 1:
            sentence = order.wording.none_of(sentence, place=len(results) + 1, total=total)
        return msgspec.structs.replace(outcome, outcome="refused", reply=sentence), []
    order.progress.checked("allowed")
    told = order.wording.results(results, now=order.now, zone=order.zone)
    outcome = msgspec.structs.replace(
        outcome,
        reply=f"{told} {plan.remark}".strip(),
        tasks=affected_tasks(results),
        freed=[task.id for result in results for task in result.freed],
        upcoming=upcoming_dates(results),
    )
    if not order.dry_run:
        done = [result.action for result in results]
        outcome = msgspec.structs.replace(outcome, outcome="done", actions=done)
    return outcome, results


def _ask(db: Database, kinds: Kinds, order: Order, moment: Moment, tried: MustAskError) -> Outcome:
    """Ask about the plan that was tried, and keep it until it is decided."""
    asked = to_ask(
        db,
        kinds,
        tried,
        order.plan.actions,
        moment,
        order.wording,
        account_id=order.account_id,
        conversation=order.conversation,
    )
    if not order.dry_run:
        save_asked(db, asked)
    order.progress.checked("needs_approval", asked.question, asked.id)
    return needs_approval(asked, is_kept=not order.dry_run)


def _tell_plan(db: Database, kinds: Kinds, order: Order) -> None:
    if order.progress.is_watched:
        actions = order.plan.actions
        steps = plan_in_words(db, kinds, actions, order.wording)
        order.progress.planned(steps, len(actions), order.text)


def _try_all(
    db: Database, kinds: Kinds, order: Order, moment: Moment, results: list[Result]
) -> None:
    """Run the steps of a plan, and add what comes of each. Raises what the first one raises."""
    for step, action in enumerate(order.plan.actions, start=1):
        order.progress.started(step)
        results.append(_apply(db, kinds, action, moment))
        order.progress.finished(step)


def _wish(order: Order, *, is_approved: bool) -> Wish:
    return Wish(
        decided_by=order.decided_by,
        in_words=order.text is not None,
        names_all=order.plan.names_all,
        is_sure=order.plan.is_sure,
        is_approved=is_approved,
        asks_for=order.asks_for,
    )


def _judge(results: list[Result], wish: Wish) -> None:
    """Raise `MustAskError` when what was tried needs a yes."""
    changes = net_changes(results)
    if judge(results, changes, wish) == "needs_approval":
        raise MustAskError(results, changes)


def _apply(db: Database, kinds: Kinds, action: Action, moment: Moment) -> Result:
    own = OWN_ACTIONS.get(type(action))
    if own is not None:
        return own(db, kinds, action, moment)
    result: Result = kinds.actions[type(action)](db, action, moment)
    return result


def _log(db: Database, kinds: Kinds, results: list[Result], moment: Moment) -> None:
    cause = Cause(
        command_id=moment.command_id, at=moment.stamp, source=moment.source, actor=moment.actor
    )
    changes = logged_changes([result for result in results if not result.is_logged])
    append(db, kinds, changes, cause)
    for result in results:
        for purged in result.purged:
            append_purge(db, purged, cause)
