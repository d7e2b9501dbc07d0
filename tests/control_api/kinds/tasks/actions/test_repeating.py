"""Ticking, skipping and missing a repeating task, through the one engine, and all of it undone."""

from collections.abc import Iterator

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.kinds.tasks.actions.occurrence_store import list_occurrences
from control_api.kinds.tasks.records.store import existing_task
from shared.actions import (
    CancelTask,
    CatchUpTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    SkipOccurrence,
    Undo,
    UpdateTask,
)
from shared.problems import ConflictError, InvalidInputError
from shared.tasks import Reminder, Repeat, Task
from tests.control_api.kinds.tasks.conftest import Home

WEEKLY = Repeat(rule="FREQ=WEEKLY;BYDAY=MO")
DAILY = Repeat(rule="FREQ=DAILY")


def plants(home: Home, repeat: Repeat = WEEKLY, due: str = "2026-11-23", **more: object) -> Task:
    action = CreateTask(title="Water the plants", due=due, repeat=repeat, **more)  # type: ignore[arg-type] # fields of a task
    return home.task(action)


def record(home: Home, task: Task) -> list[tuple[str, str]]:
    found = list_occurrences(home.db, task.id, before=None, limit=1000)
    return [(each.due, each.state) for each in found]


def now(home: Home, task: Task) -> tuple[str | None, str]:
    found = existing_task(home.db, task.id)
    return found.due, found.status


@pytest.fixture(autouse=True)
def _log_gives_the_tables(home: Home) -> Iterator[None]:
    yield
    assert WORKSPACE.find_damage(home.db) == []


def test_a_repeat_is_kept_in_one_spelling_and_names_the_next_five_dates(home: Home) -> None:
    outcome = home.do(
        CreateTask(title="Plants", due="2026-11-21", repeat=Repeat(rule="byday=mo;freq=weekly"))
    )
    (task,) = outcome.tasks
    assert (task.due, task.repeat) == ("2026-11-23", WEEKLY)
    mondays = ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"]
    assert outcome.upcoming == {task.id: mondays}


def test_a_tick_moves_it_on_and_is_put_on_record(home: Home) -> None:
    task = plants(home)
    outcome = home.at("2026-11-24T08:00").do(CompleteTask(task.id))
    assert now(home, task) == ("2026-11-30", "todo")
    assert record(home, task) == [("2026-11-23", "done")]
    assert outcome.upcoming[task.id][0] == "2026-11-30"


def test_an_undone_tick_brings_the_old_date_back_exactly_and_a_redo_the_new_one(home: Home) -> None:
    task = plants(home, due="2026-11-23T09:00:00", time_zone="Europe/Berlin")
    home.do(CompleteTask(task.id))
    home.do(Undo())
    assert existing_task(home.db, task.id) == task
    assert record(home, task) == []
    home.do(Redo())
    assert now(home, task) == ("2026-11-30T09:00:00", "todo")
    assert record(home, task) == [("2026-11-23T09:00:00", "done")]


def test_what_was_undone_and_ticked_again_is_on_record_once(home: Home) -> None:
    task = plants(home)
    for action in (CompleteTask(task.id), Undo(), CompleteTask(task.id)):
        home.do(action)
    assert record(home, task) == [("2026-11-23", "done")]


def test_start_deadline_and_reminders_go_along(home: Home) -> None:
    task = plants(
        home,
        start="2026-11-22",
        deadline="2026-11-24T18:00:00",
        reminders=[Reminder(at="2026-11-23T08:00:00"), Reminder(before_min=30)],
    )
    home.do(CompleteTask(task.id))
    after = existing_task(home.db, task.id)
    assert (after.start, after.deadline) == ("2026-11-29", "2026-12-01T18:00:00")
    assert after.reminders == [Reminder(at="2026-11-30T08:00:00"), Reminder(before_min=30)]


def test_what_the_clocks_jump_over_is_later_that_day_only_and_nothing_drifts(home: Home) -> None:
    task = plants(
        home,
        DAILY,
        due="2027-03-27T02:30:00",
        time_zone="Europe/Berlin",
        start="2027-03-27T01:00:00",
        start_time_zone="Europe/Berlin",
    )
    home.at("2027-03-27T12:00").do(CompleteTask(task.id))
    assert now(home, task) == ("2027-03-28T03:30:00", "todo")
    home.at("2027-03-28T12:00").do(CompleteTask(task.id))
    after = existing_task(home.db, task.id)
    assert (after.due, after.start) == ("2027-03-29T02:30:00", "2027-03-29T01:00:00")
    assert after.repeat == DAILY


def test_its_parts_are_to_be_done_anew(home: Home) -> None:
    task = plants(home)
    part = home.task(CreateTask(title="Ferns", due="2026-11-23", parent_id=task.id))
    home.do(CompleteTask(part.id))
    home.do(CompleteTask(task.id))
    assert now(home, part) == ("2026-11-30", "todo")
    home.do(Undo())
    assert now(home, part) == ("2026-11-23", "completed")


def test_the_last_time_completes_it_for_good(home: Home) -> None:
    task = plants(home, Repeat(rule="FREQ=WEEKLY;COUNT=2"))
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("2026-11-30", "todo")
    waiting = home.task(CreateTask(title="Sell the can", depends_on=[task.id]))
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("2026-11-30", "completed")
    assert not existing_task(home.db, waiting.id).blocked
    home.do(ReopenTask(task.id))
    assert now(home, task) == ("2026-11-30", "todo")


def test_from_completion_the_next_date_counts_from_the_day_it_was_done(home: Home) -> None:
    repeat = Repeat(rule="FREQ=DAILY;INTERVAL=3", basis="completion")
    task = plants(home, repeat, due="2026-11-21")
    assert home.at("2026-12-01T20:00").look() == 0
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("2026-12-04", "todo")
    assert record(home, task) == [("2026-11-21", "done")]


def test_one_that_waits_is_not_ticked(home: Home) -> None:
    first = home.task(CreateTask(title="Buy a can"))
    task = plants(home, depends_on=[first.id])
    with pytest.raises(ConflictError, match="waits for Buy a can"):
        home.do(CompleteTask(task.id))


def test_a_time_can_be_skipped_but_not_the_last(home: Home) -> None:
    task = plants(home, Repeat(rule="FREQ=WEEKLY;COUNT=2"))
    home.do(SkipOccurrence(task.id))
    assert now(home, task) == ("2026-11-30", "todo")
    assert record(home, task) == [("2026-11-23", "skipped")]
    with pytest.raises(ConflictError, match="last time"):
        home.do(SkipOccurrence(task.id))
    home.do(Undo())
    assert now(home, task) == ("2026-11-23", "todo")
    milk = home.task(CreateTask(title="Milk"))
    with pytest.raises(ConflictError, match="does not repeat"):
        home.do(SkipOccurrence(milk.id))


def test_missed_times_are_put_on_record_by_the_server_once(home: Home) -> None:
    task = plants(home, DAILY)
    home.at("2026-11-25T23:59:59")
    assert home.look() == 1
    home.at("2026-11-26T00:00:00")
    assert [home.look(), home.look(), home.look()] == [1, 0, 0]
    assert now(home, task) == ("2026-11-26", "todo")
    missed = [("2026-11-25", "missed"), ("2026-11-24", "missed"), ("2026-11-23", "missed")]
    assert record(home, task) == missed
    assert home.at("2026-11-24T00:00").look() == 0  # the clock is put back
    assert record(home, task) == missed


def test_a_tick_says_the_same_as_the_server_where_it_did_not_run(home: Home) -> None:
    looked, alone = plants(home, DAILY), plants(home, DAILY)
    home.at("2026-11-25T12:00")
    home.do(CatchUpTask(looked.id))
    for task in (looked, alone):
        home.do(CompleteTask(task.id))
        assert now(home, task) == ("2026-11-26", "todo")
        assert record(home, task)[0] == ("2026-11-25", "done")
        assert [state for _, state in record(home, task)] == ["done", "missed", "missed"]


def test_missed_times_need_not_be_kept(home: Home) -> None:
    task = plants(home, Repeat(rule="FREQ=DAILY", missed="skip"))
    assert home.at("2026-11-26T12:00").look() == 1
    assert now(home, task) == ("2026-11-26", "todo")
    assert record(home, task) == []


def test_of_a_very_long_absence_the_last_year_is_on_record(home: Home) -> None:
    task = plants(home, DAILY, due="1990-01-01")
    home.look()
    assert now(home, task) == ("2026-11-21", "todo")
    assert len(record(home, task)) == 366
    assert record(home, task)[0] == ("2026-11-20", "missed")


@pytest.mark.parametrize("end", [CompleteTask, CancelTask, DeleteTask])
def test_what_is_not_open_is_left_alone(
    home: Home, end: type[CompleteTask | CancelTask | DeleteTask]
) -> None:
    task = plants(home, Repeat(rule="FREQ=DAILY;UNTIL=20261123"))
    home.do(end(task.id))
    assert home.at("2027-01-01T12:00").look() == 0


def test_undo_sees_through_what_the_server_did_by_itself(home: Home) -> None:
    task = plants(home, DAILY)
    home.at("2026-11-23T10:00").do(CompleteTask(task.id))
    home.at("2026-11-27T10:00").look()
    assert now(home, task) == ("2026-11-27", "todo")
    home.do(Undo())
    assert now(home, task) == ("2026-11-23", "todo")
    assert record(home, task) == []
    home.do(Redo())
    assert now(home, task) == ("2026-11-27", "todo")
    assert record(home, task)[-1] == ("2026-11-23", "done")
    assert len(record(home, task)) == 4
    home.do(Undo())
    home.look()
    home.do(Undo())  # the making of the task
    assert record(home, task) == []
    home.do(Redo())
    assert now(home, task) == ("2026-11-27", "todo")


def test_undo_does_not_see_through_what_a_person_did(home: Home) -> None:
    task = plants(home, DAILY)
    ticked = home.at("2026-11-23T10:00").do(CompleteTask(task.id))
    home.at("2026-11-27T10:00").look()
    home.do(UpdateTask(task.id, title="Water the ferns"))
    with pytest.raises(ConflictError, match="was changed since"):
        home.do(Undo(command_id=ticked.command_id))
    assert now(home, task) == ("2026-11-27", "todo")


def test_a_date_moved_by_hand_is_moved_this_once(home: Home) -> None:
    task = plants(home)
    home.do(UpdateTask(task.id, due="2026-11-25"))
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("2026-11-30", "todo")
    assert record(home, task) == [("2026-11-23", "done")]


def test_a_repeat_needs_a_date_and_can_be_ended(home: Home) -> None:
    with pytest.raises(InvalidInputError, match="needs a due date"):
        home.do(CreateTask(title="Plants", repeat=DAILY))
    task = plants(home)
    with pytest.raises(InvalidInputError, match="needs a due date"):
        home.do(UpdateTask(task.id, due=None))
    home.do(UpdateTask(task.id, repeat=None))
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("2026-11-23", "completed")


def test_a_bad_rule_changes_nothing(home: Home) -> None:
    task = plants(home)
    with pytest.raises(InvalidInputError, match="daily at most"):
        home.do(UpdateTask(task.id, repeat=Repeat(rule="FREQ=SECONDLY")))
    assert existing_task(home.db, task.id) == task


def test_nothing_is_planned_for_after_the_year_9999(home: Home) -> None:
    task = plants(home, DAILY, due="9999-12-30", deadline="9999-12-31")
    home.do(CompleteTask(task.id))
    assert now(home, task) == ("9999-12-30", "completed")


def test_half_of_a_command_is_not_kept(home: Home) -> None:
    task, milk = plants(home), home.task(CreateTask(title="Milk"))
    home.do(CompleteTask(task.id), SkipOccurrence(milk.id), raises=False)
    assert now(home, task) == ("2026-11-23", "todo")
    assert record(home, task) == []
