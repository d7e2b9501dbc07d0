"""A workspace whose clock is turned by hand."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.edges.repeats.watch import move_on, overtaken
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.requests.spoken import WORDING
from shared.actions import Action
from shared.outcomes import Outcome
from shared.problems import ConflictError, InvalidInputError, NotFoundError
from shared.tasks import Task

BERLIN = ZoneInfo("Europe/Berlin")


class Home:
    """What a person does at which time, and what the server does by itself."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = datetime(2026, 11, 21, 10, tzinfo=BERLIN)

    def at(self, local: str) -> "Home":
        self.now = datetime.fromisoformat(local).replace(tzinfo=BERLIN)
        return self

    def do(self, *actions: Action, raises: bool = True) -> Outcome:
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(actions), confidence=1.0),
            now=self.now,
            zone=BERLIN,
            actor="owner",
            source="api",
            conversation="",
            text=None,
            request_hash=repr(actions),
            answerable=() if raises else (NotFoundError, ConflictError, InvalidInputError),
        )
        with transaction(self.db):
            return run_order(self.db, KINDS, order)

    def task(self, *actions: Action) -> Task:
        return self.do(*actions).tasks[0]

    def look(self) -> int:
        """What the server does every half minute."""
        with transaction(self.db):
            missed = [task.id for task in overtaken(self.db, self.now, BERLIN)]
            return move_on(self.db, KINDS, missed, self.now, BERLIN)


@pytest.fixture
def home(db: Database) -> Home:
    return Home(db)
