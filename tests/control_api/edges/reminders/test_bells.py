"""Timers and alarms ring at the second and once, whatever happens to the program or the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from control_api.edges.reminders.schedule import Rules
from shared.actions import Undo
from shared.bell_actions import (
    CreateAlarm,
    CreateTimer,
    DeleteTimer,
    SnoozeBell,
    StopBell,
    UpdateAlarm,
    UpdateTimer,
)
from shared.bells import Alarm
from shared.tasks import Repeat
from tests.control_api.edges.reminders.conftest import BERLIN, PHONE, Bench

TIMER = "00000000-0000-4000-8000-000000000001"
ALARM = "00000000-0000-4000-8000-000000000002"
PASTA = CreateTimer(seconds=600, label="pasta", timer_id=TIMER)
DAILY = CreateAlarm(
    at="2026-11-22T07:00:00", label="gym", repeat=Repeat(rule="FREQ=DAILY"), alarm_id=ALARM
)


async def test_a_timer_rings_when_its_time_is_over_and_not_a_second_before(bench: Bench) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    await bench.do(PASTA)
    next_at = await bench.look()
    assert next_at == bench.now + timedelta(seconds=600)
    await bench.look(seconds=599)
    assert await bench.states() == ["planned"]
    await bench.look(seconds=1)
    (receipt,) = await bench.receipts()
    assert receipt.state == "delivered"
    assert (receipt.title, receipt.text) == ("pasta timer", "The pasta timer is done.")
    assert (receipt.bell_id, receipt.bell_kind, receipt.task_id) == (TIMER, "timer", None)
    assert receipt.rings
    assert [text for _, _, text in bench.pushed] == ["The pasta timer is done."]
    await bench.look(seconds=1)
    assert len(bench.pushed) == 1


async def test_paused_it_does_not_ring_and_resumed_it_rings_after_what_was_left(
    bench: Bench,
) -> None:
    await bench.do(PASTA)
    await bench.look(seconds=400)
    await bench.do(UpdateTimer(TIMER, paused=True))
    await bench.look(seconds=1000)
    assert await bench.states() == []
    await bench.do(UpdateTimer(TIMER, paused=False))
    await bench.look(seconds=199)
    assert await bench.states() == ["planned"]
    await bench.look(seconds=1)
    assert await bench.states() == ["due"]


async def test_one_that_is_cancelled_is_silent_and_undo_brings_it_back(bench: Bench) -> None:
    await bench.do(PASTA)
    await bench.do(DeleteTimer(TIMER))
    await bench.look()
    assert await bench.states() == []
    await bench.do(Undo())
    await bench.look(seconds=600)
    assert await bench.states() == ["due"]


async def test_stopping_calls_off_what_still_tells_of_it_and_undo_rings_no_more(
    bench: Bench,
) -> None:
    bench.rules = Rules(zone=BERLIN, targets=[PHONE])
    bench.push_fails = True
    await bench.do(PASTA)
    await bench.look()
    await bench.look(seconds=600)
    await bench.do(StopBell())
    await bench.look(seconds=60)
    (receipt,) = await bench.receipts()
    assert (receipt.state, receipt.heard_by, receipt.rings) == ("heard", "task", False)
    assert [each.state for each in receipt.deliveries] == ["cancelled"]
    await bench.do(Undo())
    await bench.look(seconds=1)
    assert await bench.states() == ["heard"]


async def test_snoozed_it_is_silent_and_rings_once_more(bench: Bench) -> None:
    await bench.do(PASTA)
    await bench.look()
    await bench.look(seconds=600)
    await bench.do(SnoozeBell(minutes=5))
    await bench.look(seconds=299)
    assert sorted(await bench.states()) == ["heard", "planned"]
    await bench.look(seconds=1)
    assert sorted(await bench.states()) == ["due", "heard"]


async def test_more_time_after_the_end_silences_it_and_rings_again(bench: Bench) -> None:
    await bench.do(PASTA)
    await bench.look()
    await bench.look(seconds=610)
    await bench.do(UpdateTimer(TIMER, add_s=120))
    await bench.look()
    assert sorted(await bench.states()) == ["heard", "planned"]
    await bench.look(seconds=120)
    assert sorted(await bench.states()) == ["due", "heard"]


@pytest.mark.parametrize(
    ("down", "rings", "text"),
    [
        (timedelta(minutes=59), True, "The pasta timer was done at 1:10 PM."),
        (timedelta(hours=2), False, "You missed the pasta timer. It was done at 1:10 PM."),
    ],
)
async def test_what_ran_out_while_the_server_was_down_rings_or_is_told_as_missed(
    bench: Bench, down: timedelta, rings: bool, text: str
) -> None:
    await bench.do(PASTA)
    await bench.look()
    bench.restart()
    bench.now += timedelta(minutes=10) + down
    await bench.look()
    (receipt,) = await bench.receipts()
    assert (receipt.state, receipt.rings, receipt.text) == ("due", rings, text)


async def test_what_ran_out_more_than_a_day_ago_is_on_record_as_missed(bench: Bench) -> None:
    await bench.do(PASTA)
    await bench.look()
    bench.restart()
    await bench.look(hours=25)
    assert await bench.states() == ["missed"]


async def test_an_alarm_that_repeats_comes_again_by_itself(bench: Bench) -> None:
    await bench.do(DAILY)
    assert await bench.look() == datetime(2026, 11, 22, 6, tzinfo=UTC)
    bench.now = datetime(2026, 11, 22, 6, tzinfo=UTC)
    assert await bench.look() == datetime(2026, 11, 23, 6, tzinfo=UTC)
    latest = (await bench.receipts())[-1]
    assert (latest.text, latest.rings) == ("It's 7 AM: gym.", True)
    await bench.look(minutes=1)
    bench.now = datetime(2026, 11, 23, 6, tzinfo=UTC)
    await bench.look()
    states = [(each.at, each.rings) for each in await bench.receipts() if each.state == "due"]
    assert states == [("2026-11-23T06:00:00Z", True)]


async def test_stopping_it_leaves_the_next_turn(bench: Bench) -> None:
    await bench.do(DAILY)
    await bench.look()
    bench.now = datetime(2026, 11, 22, 6, tzinfo=UTC)
    await bench.look()
    await bench.do(StopBell(ALARM))
    assert await bench.look() == datetime(2026, 11, 23, 6, tzinfo=UTC)
    assert sorted(await bench.states()) == ["heard", "planned"]


async def test_after_days_in_which_nobody_was_there_only_the_last_one_is_told(
    bench: Bench,
) -> None:
    await bench.do(DAILY)
    await bench.look()
    bench.restart()
    bench.now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    while (next_at := await bench.look()) is not None and next_at <= bench.now:
        pass
    told = [each for each in await bench.receipts() if each.state == "due"]
    assert [each.text for each in told] == ["You missed the gym alarm. It was set for 7 AM."]
    assert next_at == datetime(2026, 11, 27, 6, tzinfo=UTC)


async def test_it_goes_with_the_person_to_another_time_zone(bench: Bench) -> None:
    await bench.do(CreateAlarm(at="2026-11-22T07:00:00", alarm_id=ALARM))
    await bench.look()
    bench.rules = Rules(zone=ZoneInfo("America/New_York"))
    assert await bench.look() == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert await bench.states() == ["planned"]


async def test_another_time_is_the_only_one(bench: Bench) -> None:
    await bench.do(CreateAlarm(at="2026-11-22T07:00:00", alarm_id=ALARM))
    await bench.look()
    await bench.do(UpdateAlarm(ALARM, at="2026-11-22T08:00:00"))
    assert await bench.look() == datetime(2026, 11, 22, 7, tzinfo=UTC)
    assert await bench.states() == ["planned"]


async def test_what_nobody_stopped_is_put_away_after_a_day_and_one_that_repeats_moves_on(
    bench: Bench,
) -> None:
    await bench.do(PASTA, DAILY)
    await bench.look()
    await bench.look(hours=23)
    assert len(await bench.bells()) == 2
    bench.now = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    await bench.look()
    (alarm,) = await bench.bells()
    assert isinstance(alarm, Alarm)
    assert alarm.at == "2026-11-24T07:00:00"
