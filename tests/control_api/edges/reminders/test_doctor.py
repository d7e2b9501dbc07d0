from datetime import timedelta
from pathlib import Path

import pytest

from control_api.edges.pushing.targets import target_of
from control_api.edges.reminders.doctor import check_reminders, find_silent
from control_api.edges.reminders.schedule import Rules
from control_api.setup.settings import Settings
from shared.actions import CreateTask
from shared.tasks import Reminder
from tests.control_api.edges.reminders.conftest import BERLIN, NOON, Bench

PUSHED = Rules(zone=BERLIN, targets=[target_of("ntfy://localhost/alice")])


async def silent(bench: Bench, rules: Rules = PUSHED) -> list[str]:
    return await bench.workspace.file.read(lambda db: find_silent(db, rules, bench.now))


async def test_all_is_well_when_every_reminder_can_be_pushed(bench: Bench) -> None:
    await bench.remind(NOON + timedelta(hours=1))
    await bench.look()
    assert await silent(bench) == []


@pytest.mark.parametrize(("spoken", "where"), [(True, "in a conversation."), (False, "open.")])
async def test_reminders_that_only_the_page_tells_of_are_said(
    bench: Bench, spoken: bool, where: str
) -> None:
    await bench.remind(NOON + timedelta(hours=1))
    await bench.look()
    (said,) = await silent(bench, Rules(zone=BERLIN, spoken=spoken))
    assert said.partition(" Set")[0].endswith(where)


async def test_a_service_that_takes_nothing_is_named_with_the_reason(bench: Bench) -> None:
    bench.rules = PUSHED
    bench.push_fails = True
    await bench.remind(NOON + timedelta(hours=1))
    await bench.look(hours=1)
    (said,) = await silent(bench)
    assert "ntfy" in said
    assert "The service is away." in said
    bench.push_fails = False
    await bench.look(minutes=1)
    assert await silent(bench) == []


async def test_a_task_that_waits_is_named_with_what_it_waits_for(bench: Bench) -> None:
    (first,) = await bench.do(CreateTask(title="Find the number"))
    reminder = Reminder(at="2026-11-24T09:00:00")
    await bench.do(CreateTask(title="Call Sarah", depends_on=[first], reminders=[reminder]))
    await bench.look()
    (said,) = await silent(bench)
    assert said.startswith("The reminder of “Call Sarah” on Tuesday at 9 AM keeps silent")
    assert said.endswith("until “Find the number” is done.")


async def test_a_reminder_that_never_comes_is_named(bench: Bench) -> None:
    await bench.do(
        CreateTask(title="Call Sarah", reminders=[Reminder(before_min=5, anchor="deadline")])
    )
    (said,) = await silent(bench)
    assert said.startswith("A reminder of “Call Sarah” never comes: the task has no deadline date")


def test_a_folder_without_workspaces_has_no_reminders(settings: Settings, tmp_path: Path) -> None:
    assert check_reminders(settings) == []
