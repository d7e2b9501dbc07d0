"""What people say of timers and alarms, and what it means: the table is said.yaml."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import UNSET

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.actions import Action, CancelTask, CreateTask
from shared.bell_actions import (
    CreateAlarm,
    CreateTimer,
    DeleteAlarm,
    DeleteTimer,
    ListBells,
    SnoozeBell,
    StopBell,
    UpdateAlarm,
    UpdateTimer,
)
from tests.control_api.language.understanding.bells.bells import PASTA, SET, TUESDAY, alarm, timer
from tests.control_api.language.understanding.interpretation import ALICES, MILK, read

SAID: dict[str, dict[str, str]] = yaml.load(
    (Path(__file__).parent / "said.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
ROWS = [(given, said, meant) for given, rows in SAID.items() for said, meant in rows.items()]


def hear(said: str, given: str = "nothing", **more: Any) -> CommandPlan:
    return read(said, known=Known(bells=SET[given], **more), now=TUESDAY)


def written(action: Action) -> str:
    """An action in a few words, as the table has it."""
    match action:
        case CreateTimer():
            parts = ["create_timer", action.seconds, action.label]
        case CreateAlarm():
            rule = "" if action.repeat is None else action.repeat.rule
            parts = ["create_alarm", action.at, rule, action.label]
        case UpdateTimer():
            parts = ["update_timer", action.timer_id, _change_of(action)]
        case UpdateAlarm():
            called = "" if action.label is UNSET else f"called {action.label}"
            parts = ["update_alarm", action.alarm_id, called or action.at]
        case DeleteTimer():
            parts = ["delete_timer", action.timer_id]
        case DeleteAlarm():
            parts = ["delete_alarm", action.alarm_id]
        case StopBell():
            parts = ["stop_bell", action.bell_id]
        case SnoozeBell():
            parts = ["snooze_bell", action.bell_id, action.minutes]
        case ListBells():
            parts = ["list_bells", action.bell_id or action.kind, action.day]
        case _:
            parts = [repr(action)]
    return " ".join(str(part) for part in parts if part)


def _change_of(action: UpdateTimer) -> str:
    if action.add_s is not UNSET:
        return f"{action.add_s:+}"
    if action.left_s is not UNSET:
        return f"={action.left_s}"
    if action.label is not UNSET:
        return f"called {action.label}"
    return "paused" if action.paused else "resumed"


@pytest.mark.parametrize(
    ("given", "said", "meant"), ROWS, ids=[f"{given}: {said}" for given, said, _ in ROWS]
)
def test_what_is_said_of_timers_and_alarms(given: str, said: str, meant: str) -> None:
    reading = hear(said, given)
    kind, _, expected = meant.partition(" ")
    if kind in {"ask", "answer"}:
        assert reading.outcome == {"ask": "clarify", "answer": "answered"}[kind]
        assert expected in reading.reply
        assert not reading.actions
    else:
        assert reading.outcome == "planned", reading
        assert ", ".join(map(written, reading.actions)) == meant
    assert reading.complete


@pytest.mark.parametrize(
    ("hour", "said", "at"),
    [
        (22, "wake me at seven", "2026-11-25T07:00:00"),
        (5, "wake me at seven", "2026-11-24T07:00:00"),
        (10, "wake me at seven", "2026-11-25T07:00:00"),
        (23, "set an alarm for three", "2026-11-25T03:00:00"),
        (13, "set an alarm for three", "2026-11-24T15:00:00"),
        (22, "set an alarm for noon", "2026-11-25T12:00:00"),
        (22, "wake me at seven pm", "2026-11-25T19:00:00"),
    ],
)
def test_a_time_of_day_is_the_next_one_and_one_wakes_in_the_morning(
    hour: int, said: str, at: str
) -> None:
    reading = read(said, known=Known(), now=TUESDAY.replace(hour=hour))
    assert reading.actions == [CreateAlarm(at=at)]


def test_it_is_the_timer_that_was_mentioned_last_and_no_task() -> None:
    known = Known(open_tasks=[MILK], bells=[PASTA], mentioned=[PASTA.id, MILK.id])
    assert read("cancel it", known=known, now=TUESDAY).actions == [DeleteTimer(PASTA.id)]
    known = Known(open_tasks=[MILK], bells=[PASTA], mentioned=[MILK.id, PASTA.id])
    assert read("cancel it", known=known, now=TUESDAY).actions == [CancelTask(MILK.id)]
    known = Known(open_tasks=[MILK], bells=[PASTA], mentioned=[PASTA.id, MILK.id])
    assert read("mark it as done", known=known, now=TUESDAY).outcome == "clarify"


def test_a_timer_that_is_over_is_none() -> None:
    known = Known(bells=[timer("pasta", 600, -3601), alarm("seven", "2026-11-24T07:00:00")])
    assert read("cancel the timer", known=known, now=TUESDAY).reply == "No timer is running."
    assert read("stop", known=known, now=TUESDAY).outcome == "not_a_command"
    later = TUESDAY + timedelta(days=1)
    assert read("cancel my alarm", known=known, now=later).reply == "No alarm is set."


@pytest.mark.parametrize(
    "said",
    ["stop", "snooze", "two more minutes", "pause", "resume", "turn it off", "I'm awake"],
)
def test_where_nothing_rings_or_runs_these_do_nothing(said: str) -> None:
    reading = hear(said)
    assert reading.outcome in {"not_a_command", "clarify"}
    assert not reading.actions


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("remind me to set an alarm", "Set an alarm"),
        ("add an alarm to my list", "An alarm"),
        ("remind me to buy a timer", "Buy a timer"),
        ("I need to buy an alarm clock", "Buy an alarm clock"),
    ],
)
def test_what_is_put_on_a_list_is_a_task(said: str, title: str) -> None:
    (action,) = read(said, known=ALICES, now=TUESDAY).actions
    assert isinstance(action, CreateTask)
    assert action.title == title


def test_an_alarm_and_a_task_in_one_sentence_are_both_made() -> None:
    reading = hear("wake me at seven and remind me to call Bob tomorrow")
    assert [type(action) for action in reading.actions] == [CreateAlarm, CreateTask]


@pytest.mark.parametrize("said", ["set a timer for", "wake me at", "set an alarm for seven and"])
def test_a_sentence_that_must_go_on_is_not_complete(said: str) -> None:
    assert not hear(said).complete
