"""One backup at a time: what nobody asked for holds up nobody who asks."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from control_api.app.registry import KINDS
from control_api.app.schemas import data_folder
from control_api.edges.backups import maker
from control_api.edges.backups.maker import Backups
from shared.problems import ConflictError
from tests.patience import PATIENCE_S, until


class Slow:
    """Makes a backup as soon as it is let."""

    def __init__(self) -> None:
        self.reasons: list[str] = []
        self.may = threading.Event()

    def __call__(self, _data: object, reason: str, **_: Any) -> Any:
        self.reasons.append(reason)
        assert self.may.wait(PATIENCE_S)
        return reason


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(maker, "make_backup", made)
    return made


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(data_folder(tmp_path, KINDS), keep=3, checker="none")


async def test_one_by_hand_comes_after_the_one_of_the_schedule(
    backups: Backups, slow: Slow
) -> None:
    scheduled = asyncio.create_task(backups.make("schedule"))
    await until(lambda: slow.reasons)
    by_hand = asyncio.create_task(backups.make("hand"))
    await asyncio.sleep(0)
    assert slow.reasons == ["schedule"]
    slow.may.set()
    await asyncio.gather(scheduled, by_hand)
    assert slow.reasons == ["schedule", "hand"]


@pytest.mark.parametrize("second", ["hand", "schedule"])
async def test_none_comes_after_one_by_hand(backups: Backups, slow: Slow, second: Any) -> None:
    first = asyncio.create_task(backups.make("hand"))
    await until(lambda: slow.reasons)
    with pytest.raises(ConflictError):
        await backups.make(second)
    slow.may.set()
    await first
    await backups.make("schedule")
    await backups.make("hand")
    assert slow.reasons == ["hand", "schedule", "hand"]


async def test_only_one_waits_for_that_of_the_schedule(backups: Backups, slow: Slow) -> None:
    scheduled = asyncio.create_task(backups.make("schedule"))
    await until(lambda: slow.reasons)
    by_hand = asyncio.create_task(backups.make("hand"))
    await asyncio.sleep(0)
    with pytest.raises(ConflictError):
        await backups.make("hand")
    slow.may.set()
    await asyncio.gather(scheduled, by_hand)
    assert slow.reasons == ["schedule", "hand"]
