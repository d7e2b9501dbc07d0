"""Runs a list of actions: one transaction, all of it or none, every change in the log."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.clock import utc_stamp
from control_api.commands.readings import Reading, Result
from control_api.commands.replies import word_results
from control_api.commands.store import StoredCommand, find_answer, save_command
from control_api.commands.undo import undo_command
from control_api.database.open import savepoint
from control_api.events.log import Change, append
from control_api.tasks.apply import Moment, apply_action
from shared.actions import CreateTask, ListTasks, Undo
from shared.outcomes import Outcome, Source
from shared.problems import InvalidInputError, ProblemError
from shared.tasks import Task


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A request whose words have been read: what to do, when, and for whom."""

    reading: Reading
    now: datetime
    zone: ZoneInfo
    actor: str
    source: Source
    conversation: str
    text: str | None
    request_hash: str
    idempotency_key: str | None = None
    dry_run: bool = False
    answerable: tuple[type[ProblemError], ...] = ()
    """Errors that are answered as refused, in words, instead of being raised."""


def run_order(db: Database, order: Order) -> Outcome:
    """Run an order inside the writer's transaction, which the caller rolls back for a dry run.

    An order with a key that was used before gets the answer of that time, and nothing is run.
    Raises the problems that the order does not want answered; nothing is changed then.
    """
    if order.idempotency_key is not None and not order.dry_run:
        earlier = _earlier_answer(db, order.idempotency_key, order.request_hash)
        if earlier is not None:
            return earlier
    command_id = str(uuid.uuid4())
    moment = Moment(now=order.now, zone=order.zone, stamp=utc_stamp())
    outcome, results = _outcome(db, order, moment, command_id)
    if order.dry_run:
        return outcome
    changes = _changes(results)
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
            mentioned=_mentioned(results),
            answer=outcome,
            can_undo=bool(_changes([result for result in results if not result.undone])),
        ),
    )
    created = {result.action.task_id for result in results if isinstance(result.action, CreateTask)}
    for change in changes:
        append(
            db,
            change,
            restores=change.task_id not in created,
            command_id=command_id,
            at=moment.stamp,
            source=order.source,
        )
    return outcome


def _earlier_answer(db: Database, key: str, request_hash: str) -> Outcome | None:
    found = find_answer(db, key)
    if found is None:
        return None
    if found[0] != request_hash:
        sentence = "This Idempotency-Key was used for another request; choose a new one."
        raise InvalidInputError(sentence, fields={"Idempotency-Key": sentence})
    return found[1]


def _outcome(
    db: Database, order: Order, moment: Moment, command_id: str
) -> tuple[Outcome, list[Result]]:
    reading = order.reading
    outcome = Outcome(
        outcome=reading.outcome,
        actions=reading.actions,
        confidence=reading.confidence,
        reply=reading.reply,
    )
    if reading.outcome != "planned":
        return outcome, []
    try:
        with savepoint(db):
            results = [
                undo_command(db, action, moment, by=command_id)
                if isinstance(action, Undo)
                else apply_action(db, action, moment)
                for action in reading.actions
            ]
    except order.answerable as refusal:
        sentence = str(refusal)
        return msgspec.structs.replace(outcome, outcome="refused", reply=sentence), []
    outcome = msgspec.structs.replace(
        outcome,
        reply=word_results(results, now=order.now, time_zone=order.zone),
        tasks=_tasks(results),
    )
    if not order.dry_run:
        done = [result.action for result in results]
        outcome = msgspec.structs.replace(outcome, outcome="done", actions=done)
    return outcome, results


def _changes(results: list[Result]) -> list[Change]:
    """What has changed from the first to the last of the results: once a task, or not at all."""
    net: dict[str, Change] = {}
    for before, after in _steps(results):
        task = after or before
        if task is not None:
            first = net[task.id].before if task.id in net else before
            net[task.id] = Change(task_id=task.id, before=first, after=after)
    return [change for change in net.values() if change.before != change.after]


def _steps(results: list[Result]) -> list[tuple[Task | None, Task | None]]:
    steps = []
    for result in results:
        steps += [(undone.after, undone.before) for undone in result.undone]
        steps.append((result.before, result.after))
    return steps


def _tasks(results: list[Result]) -> list[Task]:
    """The tasks that were changed and still are there, and those that were listed."""
    tasks: dict[str, Task | None] = {}
    for result in results:
        tasks |= {task.id: task for task in result.tasks}
        for before, after in _steps([result]):
            task = after or before
            if task is not None:
                tasks[task.id] = after
    return [task for task in tasks.values() if task is not None]


def _mentioned(results: list[Result]) -> list[str]:
    """What "it" may mean next, the last first. One task in a list is meant; of several, none is."""
    ids: list[str] = []
    for result in results:
        ids += [task.id for before, after in _steps([result]) if (task := after or before)]
        if isinstance(result.action, ListTasks) and result.total == 1:
            ids += [task.id for task in result.tasks]
    return list(dict.fromkeys(reversed(ids)))
