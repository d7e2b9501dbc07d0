"""Reminders go out on time and once, whatever happens to the program and its clock."""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from control_api.database.check import find_faults
from control_api.edges.reminders.schedule import Rules
from control_api.edges.reminders.store import Progress, save_progress
from control_api.log.entries import last_position
from shared.actions import (
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.tasks import Reminder
from tests.control_api.edges.reminders.conftest import BERLIN, NOON, PHONE, Bench

HOUR = timedelta(hours=1)


async def test_a_reminder_goes_out_when_its_time_has_come(bench: Bench) -> None:
    await bench.remind(NOON + HOUR)
    assert await bench.look() == NOON + HOUR
    assert await bench.states() == ["planned"]
    await bench.look(minutes=59, seconds=59)
    assert await bench.states() == ["planned"]
    await bench.look(seconds=1)
    (receipt,) = await bench.receipts()
    assert (receipt.state, receipt.fired_at) == ("due", "2026-11-21T13:00:00Z")
    assert receipt.text == "Reminder: call Sarah."


async def test_what_was_past_already_when_it_was_set_is_no_reminder(bench: Bench) -> None:
    await bench.remind(NOON - HOUR)
    await bench.look()
    assert await bench.states() == []


async def test_a_minute_that_has_just_begun_is_now(bench: Bench) -> None:
    bench.now += timedelta(seconds=50)
    await bench.remind(NOON)
    await bench.look()
    assert await bench.states() == ["due"]


async def test_what_has_become_past_while_the_program_was_away_is_late(bench: Bench) -> None:
    await bench.remind(NOON + HOUR)  # the program ends before its keeper has looked
    bench.restart()
    await bench.look(hours=3)
    (receipt,) = await bench.receipts()
    assert receipt.state == "due"
    assert receipt.text == "Reminder: call Sarah. This was due at 2 PM."


async def test_what_is_late_by_more_than_a_day_is_recorded_as_missed(bench: Bench) -> None:
    await bench.remind(NOON + HOUR)
    await bench.look()
    bench.restart()
    await bench.look(hours=26)
    assert await bench.states() == ["missed"]
    await bench.look(hours=1)
    assert await bench.states() == ["missed"]


async def test_what_reached_nobody_within_a_day_is_recorded_as_missed(bench: Bench) -> None:
    await bench.remind(NOON + HOUR)
    await bench.look(hours=1)
    assert await bench.keeper.look() == NOON + 25 * HOUR + timedelta(seconds=1)
    await bench.look(hours=24, seconds=1)
    assert await bench.states() == ["missed"]


@pytest.mark.parametrize("end", [CompleteTask, DeleteTask])
async def test_a_finished_or_deleted_task_keeps_silent(
    bench: Bench, end: type[CompleteTask | DeleteTask]
) -> None:
    task_id = await bench.remind(NOON + HOUR)
    await bench.look()
    await bench.do(end(task_id))
    await bench.look(hours=2)
    assert await bench.states() == []


async def test_one_that_was_finished_by_mistake_is_brought_up_again(bench: Bench) -> None:
    task_id = await bench.remind(NOON + HOUR)
    await bench.do(CompleteTask(task_id))
    await bench.look()
    await bench.do(ReopenTask(task_id))
    await bench.look(hours=1)
    assert await bench.states() == ["due"]


async def test_undo_brings_its_reminders_back(bench: Bench) -> None:
    task_id = await bench.remind(NOON + HOUR)
    await bench.do(DeleteTask(task_id))
    await bench.look()
    await bench.do(Undo())
    await bench.look(hours=1)
    assert await bench.states() == ["due"]


async def test_finishing_a_task_calls_off_what_still_tells_of_it(bench: Bench) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    bench.push_fails = True
    task_id = await bench.remind(NOON + HOUR)
    await bench.look(hours=1)
    await bench.do(CompleteTask(task_id))
    await bench.look(seconds=1)
    bench.push_fails = False
    await bench.look(hours=1)
    (receipt,) = await bench.receipts()
    assert (receipt.state, receipt.heard_by) == ("heard", "task")
    assert [each.state for each in receipt.deliveries] == ["cancelled"]
    assert len(bench.pushed) == 1


async def test_another_time_is_another_reminder(bench: Bench) -> None:
    (task_id,) = await bench.do(CreateTask(title="Call Sarah", due="2026-11-21T14:00:00"))
    await bench.look()
    await bench.do(UpdateTask(task_id=task_id, due="2026-11-21T15:00:00"))
    assert await bench.look(hours=1) == NOON + 2 * HOUR
    assert await bench.states() == ["planned"]
    await bench.look(hours=1)
    assert await bench.states() == ["due"]


async def test_a_blocked_task_is_silent_until_it_is_free(bench: Bench) -> None:
    (first,) = await bench.do(CreateTask(title="Find the number"))
    reminder = Reminder(at="2026-11-21T14:00:00")
    await bench.do(CreateTask(title="Call Sarah", depends_on=[first], reminders=[reminder]))
    assert await bench.look(hours=1) is None
    assert await bench.states() == ["planned"]
    bench.restart()
    await bench.look(hours=48)
    assert await bench.states() == ["planned"]
    await bench.do(CompleteTask(first))
    await bench.look()
    (receipt,) = await bench.receipts()
    assert receipt.state == "due"
    assert receipt.text.endswith("This was due last Saturday at 2 PM.")


async def test_a_floating_time_goes_with_the_person_and_out_once(bench: Bench) -> None:
    await bench.do(CreateTask(title="Breakfast", due="2026-11-22T08:00:00"))
    assert await bench.look() == datetime(2026, 11, 22, 7, tzinfo=UTC)
    bench.rules = Rules(zone=ZoneInfo("America/New_York"))
    assert await bench.look() == datetime(2026, 11, 22, 13, tzinfo=UTC)
    await bench.look(hours=26)
    bench.rules = Rules(zone=ZoneInfo("Pacific/Honolulu"))
    await bench.look(hours=5)
    assert await bench.states() == ["due"]


async def test_switching_off_reminders_at_the_due_time_takes_them_away(bench: Bench) -> None:
    await bench.do(CreateTask(title="Breakfast", due="2026-11-22T08:00:00"))
    await bench.look()
    bench.rules = Rules(zone=BERLIN, remind_at_due=False)
    assert await bench.look() is None


async def test_tasks_of_before_there_were_reminders_do_not_all_speak_up(bench: Bench) -> None:
    await bench.do(CreateTask(title="Long ago", due="2026-11-22T08:00:00"))
    await bench.do(CreateTask(title="To come", due="2026-11-24T08:00:00"))
    await bench.workspace.file.write(
        lambda db: save_progress(db, Progress(position=last_position(db)))
    )
    await bench.look(hours=24)
    assert await bench.states() == ["planned"]


async def test_a_clock_that_was_ahead_costs_no_reminder_and_repeats_none(bench: Bench) -> None:
    await bench.remind(NOON + HOUR, "Soon")
    await bench.remind(NOON + 40 * HOUR, "Later")
    await bench.look()
    await bench.look(days=400)  # both are missed, by this clock
    assert await bench.states() == ["missed", "missed"]
    await bench.remind(NOON + 2 * HOUR, "Made meanwhile")
    await bench.look()
    bench.now = NOON + HOUR
    await bench.look()
    states = {receipt.title: receipt.state for receipt in await bench.receipts()}
    assert states == {"Soon": "due", "Later": "planned", "Made meanwhile": "planned"}
    bench.now = NOON
    await bench.look(hours=2)
    states = {receipt.title: receipt.state for receipt in await bench.receipts()}
    assert states == {"Soon": "due", "Later": "planned", "Made meanwhile": "due"}


async def test_a_push_is_tried_again_ever_more_rarely_and_arrives_once(bench: Bench) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    bench.push_fails = True
    await bench.remind(NOON + HOUR)
    await bench.look(hours=1)
    assert await bench.states() == ["due"]
    waits = []
    for _ in range(3):
        next_at = await bench.look()
        assert next_at is not None
        waits.append((next_at - bench.now).total_seconds())
        bench.now = next_at
    assert waits == [15, 30, 60]
    bench.push_fails = False
    await bench.look()
    (receipt,) = await bench.receipts()
    assert receipt.state == "delivered"
    assert [(each.state, each.to) for each in receipt.deliveries] == [("delivered", "ntfy")]
    tries = len(bench.pushed)
    await bench.look(hours=24)
    assert len(bench.pushed) == tries


async def test_a_push_that_waits_for_its_turn_is_not_begun_once_more(bench: Bench) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    bench.push_ends.clear()
    await bench.remind(NOON + HOUR)
    bench.now += HOUR
    for _ in range(4):
        next_at = await bench.keeper.look()
        assert next_at == bench.now + timedelta(seconds=15 if bench.now == NOON + HOUR else 30)
        bench.now = next_at
    bench.push_ends.set()
    await bench.look()
    assert len(bench.pushed) == 1
    (receipt,) = await bench.receipts()
    assert [(each.state, each.attempts) for each in receipt.deliveries] == [("delivered", 1)]


async def test_a_push_that_fails_for_a_day_is_given_up_and_says_why(bench: Bench) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    bench.push_fails = True
    await bench.remind(NOON + HOUR)
    next_at = await bench.look(hours=1)
    while next_at is not None:
        bench.now = next_at
        next_at = await bench.look()
    (receipt,) = await bench.receipts()
    assert receipt.state == "missed"
    (delivery,) = receipt.deliveries
    assert (delivery.state, delivery.error) == ("failed", "The service is away.")


async def befall(bench: Bench, chance: random.Random) -> str:
    """Something that happens to a machine, and then a look at the reminders."""
    what = chance.choice(["pass", "sleep", "kill", "kill inside", "jump ahead", "jump back"])
    minutes = {"sleep": 120, "jump ahead": 30, "jump back": -30}.get(what, 5)
    bench.now += timedelta(minutes=minutes * chance.random())
    if what == "kill inside":
        await bench.keeper.look()  # what is due is out, and its pushes have just begun
        bench.cut_off += len(bench.keeper._pushing)
        await bench.keeper.aclose()
    if what.startswith("kill"):
        bench.restart()
    await bench.look()
    return what


async def test_two_hundred_reminders_each_go_out_once_whatever_happens(bench: Bench) -> None:
    """Kills between looks and inside them, clocks that jump both ways, machines that sleep."""
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    for number in range(200):
        await bench.remind(NOON + timedelta(seconds=chance.randint(1, 36_000)), f"Task {number}")
    to_befall = {"kill", "kill inside", "jump ahead", "jump back"}
    befallen: set[str] = set()
    out: dict[str, str] = {}
    while bench.now < NOON + 11 * HOUR or not to_befall <= befallen:
        befallen.add(await befall(bench, chance))
        fired = {each.title: each.fired_at for each in await bench.receipts() if each.fired_at}
        assert fired.items() >= out.items(), f"out again, seed {seed}"
        out = fired
    for _ in range(4):
        await bench.look(hours=1)
    receipts = await bench.receipts()
    assert sorted(each.title for each in receipts) == sorted(f"Task {n}" for n in range(200)), seed
    assert {each.state for each in receipts} == {"delivered"}, seed
    assert all(each.fired_at and each.fired_at >= each.at for each in receipts), seed
    # A push that was cut off may have arrived or not, so it is tried again.
    assert 200 <= len(bench.pushed) <= 200 + bench.cut_off, seed


async def test_the_file_is_sound_and_purging_a_task_takes_its_receipts_along(bench: Bench) -> None:
    task_id = await bench.remind(NOON + HOUR)
    await bench.look(hours=1)
    file = bench.workspace.file
    assert await file.read(find_faults) == []
    await file.write(lambda db: db.execute("DELETE FROM tasks WHERE id = ?", [task_id]))
    assert await bench.states() == []
    assert await file.read(find_faults) == []


async def test_many_tasks_are_planned_in_batches(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("control_api.edges.reminders.schedule.BATCH", 7)
    for number in range(20):
        await bench.remind(NOON + HOUR + number * timedelta(minutes=1))
    await bench.look()
    assert await bench.states() == ["planned"] * 20
    for number in range(20):
        await bench.remind(NOON + 2 * HOUR + number * timedelta(minutes=1))
    await bench.look()
    assert await bench.states() == ["planned"] * 40


async def test_a_receipt_is_what_clients_are_told(bench: Bench) -> None:
    (task_id,) = await bench.do(
        CreateTask(
            title="Call Sarah",
            due="2026-11-21T15:00:00",
            reminders=[Reminder(before_min=60)],
        )
    )
    await bench.look(hours=1)
    (receipt,) = await bench.receipts()
    told = msgspec.to_builtins(receipt)
    assert told["task_id"] == task_id
    assert told["text"] == "Reminder: call Sarah, today at 3 PM."
