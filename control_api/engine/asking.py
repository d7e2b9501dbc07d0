"""Asking before a plan is carried out, and carrying out no other one after the yes."""

import uuid

from sqlite_utils import Database

from control_api.engine.approval_store import Asked, Waiting
from control_api.engine.moment import Moment
from control_api.engine.policy import counted
from control_api.engine.results import Result
from control_api.engine.wording import Wording
from control_api.http.etags import etag
from control_api.log.changes import Change
from control_api.log.kinds import Kinds
from shared.actions import Action, Redo, Undo
from shared.moving import ImportThings
from shared.outcomes import Outcome


class MustAskError(Exception):
    """A plan needs a yes; raised to take back what was tried out of it."""

    def __init__(self, results: list[Result], changes: list[Change]) -> None:
        """`changes` is what came of it altogether."""
        super().__init__("This needs a yes.")
        self.results = results
        self.changes = changes


def to_ask(
    db: Database,
    kinds: Kinds,
    tried: MustAskError,
    actions: list[Action],
    moment: Moment,
    wording: Wording,
    *,
    account_id: str,
    conversation: str,
) -> Asked:
    """What is asked about a plan: `actions` are what was wanted; by now none of it is done."""
    changes = counted(tried.changes)
    return Asked(
        id=str(uuid.uuid4()),
        account_id=account_id,
        conversation=conversation,
        source=moment.source,
        question=wording.question(tried.results, changes, now=moment.now, zone=moment.zone),
        actions=[_exact(*pair) for pair in zip(actions, tried.results, strict=True)],
        versions=_versions(db, kinds, [change.subject.id for change in tried.changes]),
    )


def needs_approval(asked: Asked, *, is_kept: bool) -> Outcome:
    """The answer that asks, with the id by which the yes is given when it is kept."""
    return Outcome(
        outcome="needs_approval",
        actions=asked.actions,
        confidence=1.0,
        reply=asked.question,
        approval_id=asked.id if is_kept else None,
    )


def is_as_asked(db: Database, kinds: Kinds, waiting: Waiting) -> bool:
    """Whether everything that the plan would change is as it was when it was asked about."""
    return _versions(db, kinds, list(waiting.versions)) == waiting.versions


def _exact(action: Action, result: Result) -> Action:
    """The action with all that was chosen when it was tried: new ids, the command it takes back."""
    if isinstance(action, ImportThings):
        return action
    if isinstance(action, Undo | Redo):
        return Undo(command_id=result.undoes, count=action.count)
    return result.action


def _versions(db: Database, kinds: Kinds, thing_ids: list[str]) -> dict[str, str]:
    """The ETags of those that are there."""
    found = {thing_id: kinds.find(db, thing_id) for thing_id in thing_ids}
    return {thing_id: etag(thing) for thing_id, thing in found.items() if thing is not None}
