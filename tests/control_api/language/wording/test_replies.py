"""What is said back: short, true, and right aloud."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.engine.results import Result
from control_api.language.wording.replies import word_results
from shared.actions import (
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    Redo,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import (
    BERLIN,
    DENTIST,
    MILK,
    NEW_YORK,
    RENT,
    REPORT,
    SARAH,
    SATURDAY,
    task,
)

BOUGHT = msgspec.structs.replace(MILK, status="completed")


def say(*results: Result) -> str:
    return word_results(list(results), ENGLISH, now=SATURDAY, zone=BERLIN)


def made(new: Task) -> Result:
    return Result(action=CreateTask(title=new.title), after=new)


def changed(old: Task, **changes: str | None) -> Result:
    new = msgspec.structs.replace(old, **changes)
    return Result(action=UpdateTask(old.id), before=old, after=new)


def listing(*tasks: Task, total: int = 0, **asked: str | bool) -> Result:
    action = msgspec.convert({"type": "list_tasks", **asked}, ListTasks)
    return Result(action=action, tasks=list(tasks), total=total or len(tasks))


FRIDAY: dict[str, Any] = {"due_from": "2026-11-27", "due_to": "2026-11-27"}
CAKE = task("cake", "Bake a cake", "2026-11-27")


@pytest.mark.parametrize(
    ("result", "spoken"),
    [
        (made(SARAH), "Call Sarah, tomorrow at 3 PM."),
        (made(task("x", "Wash the car.")), "Added wash the car."),
        (made(MILK), "Added buy milk to Shopping."),
        (made(REPORT), "Write the report, yesterday, in Work."),
        (made(task("x", "Call", "2026-11-21T15:30:00")), "Call, today at 3:30 PM."),
        (made(task("x", "Eat", "2026-11-23T12:00:00")), "Eat, Monday at noon."),
        (
            made(task("x", "Sleep", "2026-11-28T00:00:00")),
            "Sleep, Saturday, November 28 at midnight.",
        ),
        (made(task("x", "Fly", "2027-06-01")), "Fly, Tuesday, June 1."),
        (made(task("x", "Fly", "2028-06-01")), "Fly, Thursday, June 1, 2028."),
        (changed(SARAH, due="2026-11-27T15:00:00"), "Moved call Sarah to Friday at 3 PM."),
        (changed(RENT, due=None), "Pay the rent has no date now."),
        (changed(MILK, title="Buy oat milk"), "Renamed buy milk to buy oat milk."),
        (changed(MILK, project="Garden"), "Moved buy milk to Garden."),
        (changed(MILK, project=None), "Buy milk is on no list now."),
        (changed(SARAH), "It was so already: call Sarah, tomorrow at 3 PM."),
        (Result(action=CompleteTask("sarah"), before=SARAH, after=SARAH), "Done: call Sarah."),
        (Result(action=DeleteTask("milk"), before=MILK), "Deleted buy milk."),
        (Result(action=ReopenTask("milk"), before=MILK, after=MILK), "Buy milk is open again."),
        (listing(DENTIST, **FRIDAY), "You have one task for Friday: Dentist appointment at 9 AM."),
        (
            listing(task("s", "Call Sarah", "2026-11-27T15:00:00"), CAKE, **FRIDAY),
            "You have two tasks for Friday: call Sarah at 3 PM and bake a cake.",
        ),
        (listing(**FRIDAY), "Nothing is due on Friday."),
        (listing(due_from="2026-11-21", due_to="2026-11-21"), "Nothing is due today."),
        (listing(due_from="2026-11-16", due_to="2026-11-22"), "Nothing is due this week."),
        (listing(due_from="2026-11-23", due_to="2026-11-29"), "Nothing is due next week."),
        (listing(due_from="2026-11-21", due_to="2026-11-22"), "Nothing is due this weekend."),
        (listing(due_from="2026-12-01", due_to="2026-12-31"), "Nothing is due in December."),
        (listing(due_to="2026-11-27"), "Nothing is due by Friday."),
        (listing(), "You have no open tasks."),
        (listing(project="Garden"), "There is nothing in Garden."),
        (listing(overdue=True), "Nothing is overdue."),
        (listing(REPORT, overdue=True), "One task is overdue: write the report yesterday."),
        (listing(search="unicorn"), "I found no open task about unicorn."),
        (listing(DENTIST, search="dentist"), "Dentist appointment on Friday at 9 AM."),
        (listing(MILK, project="Shopping"), "You have one task in Shopping: buy milk."),
        (Result(action=Undo()), "There is nothing to undo."),
        (Result(action=Redo()), "There is nothing to do again."),
    ],
)
def test_a_result_is_told(result: Result, spoken: str) -> None:
    assert say(result) == spoken


@pytest.mark.parametrize(
    ("result", "spoken"),
    [
        (made(SARAH), "Undone: call Sarah is off the list."),
        (Result(action=CompleteTask("s"), before=SARAH), "Undone: call Sarah is open again."),
        (Result(action=DeleteTask("m"), before=MILK), "Undone: buy milk is back."),
        (Result(action=ReopenTask("m"), before=BOUGHT), "Undone: buy milk is done again."),
        (
            changed(SARAH, due="2026-11-27T15:00:00"),
            "Undone: call Sarah is tomorrow at 3 PM again.",
        ),
        (changed(DENTIST, due=None), "Undone: Dentist appointment is on Friday at 9 AM again."),
        (changed(MILK, due="2026-11-27"), "Undone: buy milk has no date again."),
        (changed(MILK, title="Buy oats"), "Undone: buy oats is buy milk again."),
        (changed(MILK, project="Work"), "Undone: buy milk is in Shopping again."),
    ],
)
def test_what_was_undone_is_told(result: Result, spoken: str) -> None:
    assert say(Result(action=Undo(), undone=[result])) == spoken


@pytest.mark.parametrize(
    ("before", "after", "spoken"),
    [
        (SARAH, None, "call Sarah is on the list again."),
        (None, MILK, "buy milk is in the trash again."),
        (BOUGHT, MILK, "buy milk is done again."),
        (SARAH, msgspec.structs.replace(SARAH, due=None), "call Sarah is tomorrow at 3 PM again."),
        (MILK, msgspec.structs.replace(MILK, project="Work"), "buy milk is in Shopping again."),
        (MILK, msgspec.structs.replace(MILK, title="Buy oats"), "buy oats is buy milk again."),
        (MILK, msgspec.structs.replace(MILK, notes="Oat"), "buy milk is changed again."),
    ],
)
def test_what_was_done_again_is_told(before: Task | None, after: Task | None, spoken: str) -> None:
    redone = Result(action=Redo(), before=before, after=after)
    assert say(Result(action=Redo(), undone=[redone])) == f"Redone: {spoken}"


def test_many_tasks_that_are_new_again_are_told_in_one_breath() -> None:
    tasks = [task(str(n), f"Buy thing {n}") for n in range(7)]
    redone = [Result(action=Redo(), before=each) for each in tasks]
    spoken = say(Result(action=Redo(), undone=redone))
    assert spoken.startswith("Redone: buy thing 0, buy thing 1, ")
    assert spoken.endswith(", buy thing 4, and two more are on the list again.")


def test_a_long_list_is_cut_after_three() -> None:
    tasks = [task(str(n), f"Buy thing {n}") for n in range(6)]
    spoken = say(listing(*tasks, total=8))
    assert spoken.startswith("You have eight tasks: buy thing 0, buy thing 1,")
    assert spoken.endswith("buy thing 2, and five more.")


def test_the_last_one_is_named_rather_than_counted() -> None:
    tasks = [task(str(n), f"Buy thing {n}") for n in range(4)]
    assert say(listing(*tasks)).endswith("buy thing 2, and buy thing 3.")


def test_several_things_for_one_list_are_told_together() -> None:
    items = [task(str(n), title, project="Shopping") for n, title in enumerate(["Milk", "Eggs"])]
    assert say(*map(made, items)) == "Added Milk and Eggs to Shopping."


def test_a_time_elsewhere_is_told_in_the_persons_own_zone() -> None:
    result = made(SARAH)
    assert (
        word_results([result], ENGLISH, now=SATURDAY, zone=NEW_YORK)
        == "Call Sarah, tomorrow at 9 AM."
    )


@given(st.text(min_size=1, max_size=40).filter(str.strip), st.booleans())
def test_no_title_breaks_the_sentence(title: str, with_date: bool) -> None:
    spoken = say(made(task("x", title, "2026-11-27" if with_date else None)))
    assert spoken.endswith(".")
    assert not re.search(r"[.,:;!?]\.$", spoken)
    assert "None" not in re.sub(re.escape(title), "", spoken, flags=re.IGNORECASE)
