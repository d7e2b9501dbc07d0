"""Workspaces to move into, without a server."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer, transaction
from control_api.edges.exchange.formats.formats import read_file
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.requests.spoken import WORDING
from shared.actions import Action
from shared.events import Kind
from shared.moving import Counts, ImportFormat, ImportThings
from shared.outcomes import Outcome

BERLIN = Circumstances(time_zone="Europe/Berlin", today="2026-11-21")
Do = Callable[..., Outcome]


def do_in(db: Database, *actions: Action) -> Outcome:
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=list(actions), confidence=1.0),
        now=datetime(2026, 11, 21, 10, tzinfo=UTC),
        zone=ZoneInfo("Europe/Berlin"),
        actor="owner",
        source="import",
        conversation="",
        text=None,
        request_hash="",
    )
    with transaction(db):
        return run_order(db, KINDS, order)


def take_in(db: Database, bundle: Bundle, *, force: bool = False) -> Outcome:
    return do_in(db, bundle.action(force=force))


def read_bytes(data: bytes, form: ImportFormat, circumstances: Circumstances) -> Bundle:
    return read_file(BytesIO(data), form, circumstances)


def counts_of(outcome: Outcome) -> dict[Kind, Counts]:
    [action] = outcome.actions
    assert isinstance(action, ImportThings)
    return action.counts


@contextmanager
def empty_workspace() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        db = open_writer(Path(folder) / "w.db", WORKSPACE)
        db.execute("PRAGMA synchronous = OFF")
        try:
            yield db
        finally:
            db.close()


def content(bundle: Bundle) -> dict[str, Any]:
    """What a bundle holds, to compare."""
    held: dict[str, Any] = msgspec.to_builtins({**bundle.by_kind(), "trash": bundle.trash})
    return held


def stored(db: Database) -> dict[str, Any]:
    return content(read_bundle(db, KINDS))


@pytest.fixture
def do(db: Database) -> Do:
    return lambda *actions: do_in(db, *actions)
