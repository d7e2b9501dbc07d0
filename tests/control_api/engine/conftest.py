"""Running actions on a workspace without a server."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.records.store import all_tasks, with_names
from control_api.requests.spoken import WORDING
from shared.actions import Action
from shared.outcomes import Outcome
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Task
from tests.control_api.engine.every_kind import BEGINNING

Run = Callable[..., Outcome]


def named_tasks(db: Database) -> dict[str, Task]:
    """Every task that is not in the trash, as people see it."""
    return {task.id: task for task in with_names(db, list(all_tasks(db).values()))}


@pytest.fixture
def run(db: Database) -> Run:
    def run_actions(
        *actions: Action,
        dry_run: bool = False,
        raises: bool = False,
        key: str | None = None,
        conversation: str = "",
    ) -> Outcome:
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(actions), confidence=1.0),
            now=datetime(2026, 11, 21, 10, tzinfo=UTC),
            zone=ZoneInfo("Europe/Berlin"),
            actor="owner",
            source="api",
            conversation=conversation,
            text=None,
            request_hash=repr(actions),
            idempotency_key=key,
            dry_run=dry_run,
            answerable=() if raises else (NotFoundError, ConflictError),
        )
        with transaction(db, keep=not dry_run):
            return run_order(db, KINDS, order)

    return run_actions


@pytest.fixture
def begun(run: Run) -> Run:
    """In a workspace with one of everything."""
    for actions in BEGINNING:
        assert run(*actions).outcome == "done"
    return run
