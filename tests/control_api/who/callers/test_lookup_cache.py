import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from sqlite_utils import Database

from control_api.app.schemas import CONTROL
from control_api.database.open import DatabaseFile
from control_api.who.accounts.store import Account, ensure_account, find_account
from control_api.who.callers.lookup_cache import LookupCache
from tests.patience import PATIENCE_S

ALICE = "a11ce000-0000-4000-8000-000000000000"


@pytest.fixture
def control(tmp_path: Path) -> Iterator[DatabaseFile]:
    file = DatabaseFile(tmp_path / "control.db", CONTROL)
    yield file
    file.close()


def make(db: Database) -> None:
    ensure_account(db, ALICE, "2026-11-21T00:00:00.000000Z")


def rename(db: Database) -> None:
    db.execute("UPDATE accounts SET name = 'Alice'")


def remove(db: Database) -> None:
    db.execute("DELETE FROM accounts")


async def test_an_account_is_found_as_it_is_after_each_change(control: DatabaseFile) -> None:
    accounts = LookupCache(control, find_account)
    assert await accounts.find(ALICE) is None
    await control.write(make)
    assert await accounts.find(ALICE) == Account(ALICE, "", None)
    await control.write(rename)
    assert await accounts.find(ALICE) == Account(ALICE, "Alice", None)
    await control.write(remove)
    assert await accounts.find(ALICE) is None


async def test_it_is_looked_up_once_while_nothing_changes(control: DatabaseFile) -> None:
    await control.write(make)
    looked_up = mock.Mock(wraps=find_account)
    accounts = LookupCache(control, looked_up)
    for _ in range(3):
        await accounts.find(ALICE)
    assert looked_up.call_count == 1


async def test_what_was_read_before_a_change_is_not_remembered(control: DatabaseFile) -> None:
    await control.write(make)
    has_read, may_go_on = threading.Event(), threading.Event()

    def slowly(db: Database, account_id: str) -> Account | None:
        found = find_account(db, account_id)
        has_read.set()
        may_go_on.wait(PATIENCE_S)
        return found

    accounts = LookupCache(control, slowly)
    before = asyncio.create_task(accounts.find(ALICE))
    await asyncio.to_thread(has_read.wait, 10)
    await control.write(remove)
    may_go_on.set()
    await before
    assert await accounts.find(ALICE) is None


async def test_a_change_that_nobody_waits_for_any_more_counts(control: DatabaseFile) -> None:
    await control.write(make)
    accounts = LookupCache(control, find_account)
    await accounts.find(ALICE)
    has_begun, may_go_on = threading.Event(), threading.Event()

    def slowly(db: Database) -> None:
        has_begun.set()
        may_go_on.wait(PATIENCE_S)
        remove(db)

    removing = asyncio.create_task(control.write(slowly))
    await asyncio.to_thread(has_begun.wait, 10)
    removing.cancel()
    await asyncio.gather(removing, return_exceptions=True)
    assert await accounts.find(ALICE) is not None
    may_go_on.set()
    assert control._open
    # The writer does one after the other, and this comes after it.
    await asyncio.wrap_future(control._open.writer_thread.submit(lambda: None))
    assert await accounts.find(ALICE) is None
