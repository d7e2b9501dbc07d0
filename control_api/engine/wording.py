"""What the engine has said for it, as it knows no language itself."""

from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from control_api.engine.results import Result
from control_api.log.changes import Change, Subject
from control_api.log.kinds import Kinds
from control_api.log.progress import MOST_STEPS
from shared.actions import Action
from shared.moving import ImportThings
from shared.progress import PlannedStep

Refusal = Literal["declined", "changed_since", "only_by_hand", "not_together"]
"""Why a plan is left: the person said no, what it is about is not as it was when the person was
asked, or it deletes for good, or it takes something back together with other actions."""


class Wording(Protocol):
    """Says in the person's language what came of a plan.

    It is asked inside the write, as the reply is kept with the command and the question with the
    plan that waits: worded after the commit they would need a second one.
    """

    def results(self, results: list[Result], *, now: datetime, zone: ZoneInfo) -> str:
        """What was done, or would be. `now` is aware."""
        ...

    def question(
        self, results: list[Result], changes: list[Change], *, now: datetime, zone: ZoneInfo
    ) -> str:
        """What would be done, and that it takes a yes. `changes` are all that count of it."""
        ...

    def refusal(self, reason: Refusal) -> str:
        """Why nothing was done."""
        ...

    def none_of(self, reason: str, *, place: int, total: int) -> str:
        """Why none of several actions was done: the one at a place, from 1 on, failed."""
        ...

    def step(self, action: Action, named: Subject | str | None) -> str:
        """What an action is to do; `named` is what it is about, or the name of what it makes."""
        ...


def plan_in_words(
    db: Database, kinds: Kinds, actions: list[Action], wording: Wording
) -> list[PlannedStep]:
    """The first actions of a plan, with what each is to do, in words; none of them is run yet."""
    made: dict[str, str] = {}
    steps = []
    for action in actions[:MOST_STEPS]:
        kind, thing_id = _about(action)
        found = None if thing_id is None else _find(db, kinds, kind, thing_id)
        name = _name_given(action)
        if thing_id is not None and found is None and name:
            made.setdefault(thing_id, name)
        words = wording.step(action, found or made.get(thing_id or "", name))
        steps.append(PlannedStep(words=words, action=_without_things(action)))
    return steps


def _about(action: Action) -> tuple[str, str | None]:
    """Kind and id of what an action names first: a task, say, before the one that it is part of."""
    fields = (name for name in action.__struct_fields__ if name.endswith("_id"))
    field = next(fields, "")
    return field.removesuffix("_id"), getattr(action, field, None)


def _find(db: Database, kinds: Kinds, kind: str, thing_id: str) -> Subject | None:
    kept = kinds.kept.get(kind) or kinds.kind_of(db, thing_id)
    if kept is None:
        return None
    found: Subject | None = kept.find(db, thing_id) or kept.find_trashed(db, thing_id)
    return found


def _name_given(action: Action) -> str:
    """What it calls what it makes; empty when it makes nothing, or something without a name."""
    if not str(action.__struct_config__.tag).startswith("create_"):
        return ""
    names = (getattr(action, field, None) for field in ("title", "name", "label"))
    return next((name for name in names if isinstance(name, str)), "")


def _without_things(action: Action) -> Action:
    """The action, short enough to be told."""
    return ImportThings(force=action.force) if isinstance(action, ImportThings) else action
