"""Undo and redo of every kind of action, and the reasons for which they are refused."""

import uuid
from collections.abc import Callable
from typing import get_args

import pytest
from sqlite_utils import Database

from control_api.kinds.simple.store import all_things
from control_api.kinds.tasks.records.store import all_tasks, find_task
from control_api.log.replay import find_damage
from control_api.registry import KINDS
from shared.actions import (
    Action,
    CancelTask,
    CatchUpTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    RestoreTask,
    SkipOccurrence,
    SnoozeTask,
    StartTask,
    TaskAction,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.problems import InvalidInputError
from shared.tasks import Link, Reminder, Repeat
from shared.thing_actions import (
    CreateComment,
    CreateFilter,
    CreatePerson,
    CreateProject,
    CreateTag,
    DeleteComment,
    DeleteFilter,
    DeletePerson,
    DeleteProject,
    DeleteTag,
    EmptyTrash,
    PurgeThing,
    RestoreThing,
    ThingAction,
    UpdateComment,
    UpdateFilter,
    UpdatePerson,
    UpdateProject,
    UpdateTag,
)
from shared.things import Contact
from tests.control_api.engine.conftest import Run


def some_id(number: int) -> str:
    return str(uuid.UUID(int=number))


MILK, OATS, DONE, TRASHED, WEEKLY = map(some_id, range(1, 6))
PROJECT, TAG, PERSON, FILTER, COMMENT, TRASHED_TAG = map(some_id, range(11, 17))
BEGINNING: list[list[Action]] = [
    [
        CreateProject(name="Home", project_id=PROJECT),
        CreateTag(name="shop", tag_id=TAG),
        CreateTag(name="old", tag_id=TRASHED_TAG),
        CreatePerson(name="Sarah", person_id=PERSON),
        CreateFilter(name="Soon", query="#shop", filter_id=FILTER),
        CreateTask(title="Milk", task_id=MILK, project="Home", tags=["shop"], assignees=["Sarah"]),
        CreateTask(title="Oats", task_id=OATS, parent_id=MILK),
        CreateTask(title="Done", task_id=DONE),
        CreateTask(
            title="Bins", task_id=WEEKLY, due="2026-11-07", repeat=Repeat(rule="FREQ=WEEKLY")
        ),
        CreateTask(title="Trashed", task_id=TRASHED),
        CreateComment(task_id=MILK, text="Two litres", comment_id=COMMENT),
    ],
    [
        CompleteTask(task_id=DONE),
        DeleteTask(task_id=TRASHED),
        DeleteTag(tag_id=TRASHED_TAG),
    ],
]
EVERY_KIND: list[tuple[Action, str]] = [
    (CreateTask(title="Tea", project="New", tags=["new"], assignees=["Tom"]), "Added Tea to New."),
    (UpdateTask(task_id=MILK, title="Soy"), "Renamed Milk to Soy."),
    (UpdateTask(task_id=MILK, parent_id=None, depends_on=[OATS]), "Changed Milk."),
    (
        UpdateTask(
            task_id=MILK,
            notes="*oat*",
            priority="high",
            start="2026-12-01",
            deadline="2026-12-24T18:00:00",
            deadline_time_zone="Europe/Berlin",
            due="2026-12-02",
            duration_min=5,
            section="Fridge",
            order=1.5,
            tags=[],
            assignees=[],
            links=[Link("https://example.org/")],
            reminders=[Reminder(before_min=10)],
            repeat=Repeat(rule="FREQ=WEEKLY"),
        ),
        "Milk, every Wednesday, in Home: first on ",
    ),
    (StartTask(task_id=MILK), "Started Milk."),
    (SnoozeTask(task_id=MILK), ""),
    (SkipOccurrence(task_id=WEEKLY), ""),
    (CompleteTask(task_id=WEEKLY), "Done: "),
    (CatchUpTask(task_id=WEEKLY), ""),
    (CompleteTask(task_id=MILK), "Done: Milk."),
    (CancelTask(task_id=MILK), "Cancelled Milk."),
    (ReopenTask(task_id=DONE), "Done is open again."),
    (DeleteTask(task_id=MILK), "Deleted Milk."),
    (RestoreTask(task_id=TRASHED), "Trashed is back."),
    (CreateProject(name="Work", colour="#1A7F5A"), "Added the project Work."),
    (UpdateProject(project_id=PROJECT, name="House"), "Renamed the project Home to House."),
    (UpdateProject(project_id=PROJECT, archived=True), "Archived the project Home."),
    (DeleteProject(project_id=PROJECT), "Deleted the project Home."),
    (CreateTag(name="#work"), "Added the tag work."),
    (UpdateTag(tag_id=TAG, name="buy", colour="#000000"), "Renamed the tag shop to buy."),
    (DeleteTag(tag_id=TAG), "Deleted the tag shop."),
    (CreatePerson(name="Tom"), "Added Tom."),
    (
        UpdatePerson(person_id=PERSON, role="sister", contacts=[Contact("phone", "5")]),
        "Changed Sarah.",
    ),
    (DeletePerson(person_id=PERSON), "Deleted Sarah."),
    (CreateFilter(name="Late", query="due before today"), "Added the filter Late."),
    (UpdateFilter(filter_id=FILTER, query="#work"), "Changed the filter Soon."),
    (DeleteFilter(filter_id=FILTER), "Deleted the filter Soon."),
    (CreateComment(task_id=MILK, text="Now"), "Added the comment."),
    (UpdateComment(comment_id=COMMENT, text="Three"), "Changed the comment."),
    (DeleteComment(comment_id=COMMENT), "Deleted the comment."),
    (RestoreThing(thing_id=TRASHED_TAG), "The tag old is back."),
]


@pytest.fixture
def begun(run: Run) -> Run:
    for actions in BEGINNING:
        assert run(*actions).outcome == "done"
    return run


def state(db: Database) -> tuple[object, object]:
    return all_tasks(db), all_things(db)


def test_every_kind_of_change_is_tried_here() -> None:
    tried = {type(action) for action, _ in EVERY_KIND}
    kinds = {*get_args(TaskAction), *get_args(ThingAction)}
    assert {kind.__name__ for kind in kinds - tried} == {"ListTasks", "PurgeThing", "EmptyTrash"}


@pytest.mark.parametrize(("action", "reply"), EVERY_KIND, ids=lambda value: type(value).__name__)
def test_it_is_told_undone_done_again_and_undone_again(
    db: Database, begun: Run, action: Action, reply: str
) -> None:
    before = state(db)
    done = begun(action)
    assert done.reply.startswith(reply), done.reply
    after = state(db)
    assert after != before
    for turn, expected in ((Undo(), before), (Redo(), after), (Undo(), before), (Redo(), after)):
        outcome = begun(turn)
        assert outcome.outcome == "done", outcome.reply
        assert outcome.reply.startswith("Redone: " if turn == Redo() else "Undone: ")
        assert state(db) == expected
        assert find_damage(db, KINDS) == []
    assert begun(Redo()).outcome == "refused"


def test_what_was_made_for_a_task_goes_with_it_whatever_was_done_to_the_task_before(
    db: Database, begun: Run
) -> None:
    before = state(db)
    begun(StartTask(task_id=MILK), UpdateTask(task_id=MILK, project="New", tags=["new"]))
    after = state(db)
    for turn, expected in ((Undo(), before), (Redo(), after)):
        begun(turn)
        assert state(db) == expected


def test_what_was_changed_and_deleted_at_once_comes_back_as_it_was(
    db: Database, begun: Run
) -> None:
    before = state(db)
    begun(UpdateTask(task_id=DONE, title="Did"), DeleteTask(task_id=DONE))
    assert find_damage(db, KINDS) == []
    begun(Undo())
    assert state(db) == before


def test_undo_and_redo_go_back_and_forth_through_all_of_it(db: Database, begun: Run) -> None:
    states = [state(db)]
    for action in (
        UpdateTask(task_id=MILK, project="Work"),
        UpdateProject(project_id=PROJECT, name="Work 2"),
        DeleteTask(task_id=MILK),
        CreateProject(name="Home"),
        DeletePerson(person_id=PERSON),
    ):
        begun(action)
        states.append(state(db))
    for _ in range(2):
        for expected in reversed(states[:-1]):
            assert begun(Undo()).outcome == "done"
            assert state(db) == expected
        for expected in states[1:]:
            assert begun(Redo()).outcome == "done"
            assert state(db) == expected
    assert find_damage(db, KINDS) == []


def test_an_undo_of_a_redo_takes_back_the_command_for_good(db: Database, begun: Run) -> None:
    before = state(db)
    begun(UpdateTask(task_id=MILK, title="Soy"))
    after = state(db)
    begun(Undo())
    redo = begun(Redo())
    undo = begun(Undo(command_id=redo.command_id))
    assert state(db) == before
    assert begun(Undo(command_id=redo.command_id)).reply == "That was undone already."
    begun(Undo(command_id=undo.command_id))
    assert state(db) == after
    begun(Undo())
    assert state(db) == before
    begun(Redo())
    assert state(db) == after


def refusals(run: Run) -> dict[str, Callable[[], Outcome]]:
    def changed_since() -> Outcome:
        renamed = run(UpdateTask(task_id=MILK, title="Soy"))
        run(UpdateTask(task_id=MILK, title="Oat"))
        return run(Undo(command_id=renamed.command_id))

    def deleted_twice() -> Outcome:
        deleted = run(DeleteTask(task_id=MILK))
        run(RestoreTask(task_id=MILK))
        run(DeleteTask(task_id=MILK))
        return run(Undo(command_id=deleted.command_id))

    def name_taken() -> Outcome:
        deleted = run(DeleteProject(project_id=PROJECT))
        run(CreateProject(name="HOME"))
        return run(Undo(command_id=deleted.command_id))

    def renamed_and_name_taken() -> Outcome:
        renamed = run(UpdateTag(tag_id=TAG, name="buy"))
        run(CreateTag(name="Shop"))
        return run(Undo(command_id=renamed.command_id))

    def in_use() -> Outcome:
        made = run(CreateTag(name="work"))
        run(UpdateTask(task_id=DONE, tags=["work"]))
        return run(Undo(command_id=made.command_id))

    def has_parts() -> Outcome:
        made = run(CreateTask(title="Party", task_id=some_id(99)))
        run(CreateTask(title="Cake", parent_id=some_id(99)))
        return run(Undo(command_id=made.command_id))

    def circle() -> Outcome:
        freed = run(UpdateTask(task_id=OATS, parent_id=None))
        run(UpdateTask(task_id=MILK, parent_id=OATS))
        return run(Undo(command_id=freed.command_id))

    return {
        "Soy was changed since": changed_since,
        "Milk was changed since": deleted_twice,
        "already a project named HOME": name_taken,
        "already a tag named Shop": renamed_and_name_taken,
        "work is in use by now": in_use,
        "Cake is a part of Party by now": has_parts,
        "would wait for itself, or be a part of itself": circle,
    }


@pytest.mark.parametrize("reason", refusals(lambda *_: Outcome(outcome="done")))
def test_an_undo_that_something_newer_stands_in_the_way_of_says_so(
    db: Database, begun: Run, reason: str
) -> None:
    act = refusals(begun)[reason]
    outcome = act()
    assert outcome.outcome == "refused"
    assert reason in outcome.reply
    assert find_damage(db, KINDS) == []
    before = state(db)
    begun(Undo(command_id=outcome.command_id))
    assert state(db) == before


def test_a_thing_made_with_a_task_stays_when_others_have_it(db: Database, begun: Run) -> None:
    made = begun(CreateTask(title="Tea", project="Kitchen"))
    begun(UpdateTask(task_id=DONE, project="Kitchen"))
    assert begun(Undo(command_id=made.command_id)).outcome == "done"
    task = find_task(db, DONE)
    assert task is not None
    assert task.project == "Kitchen"
    assert find_damage(db, KINDS) == []


def test_tasks_never_wait_for_themselves_nor_are_their_own_parts(begun: Run) -> None:
    a, b, c = (some_id(number) for number in (51, 52, 53))
    for task_id in (a, b, c):
        begun(CreateTask(title="x", task_id=task_id))
    begun(UpdateTask(task_id=b, depends_on=[a], parent_id=a))
    begun(UpdateTask(task_id=c, depends_on=[b], parent_id=b))
    circles: list[UpdateTask] = [
        UpdateTask(task_id=task_id, depends_on=[needed])
        for task_id, needed in ((a, a), (a, b), (a, c), (b, c))
    ] + [
        UpdateTask(task_id=task_id, parent_id=parent)
        for task_id, parent in ((a, a), (a, b), (a, c), (b, c))
    ]
    for circle in circles:
        with pytest.raises(InvalidInputError, match="itself"):
            begun(circle)
    begun(DeleteTask(task_id=b))
    with pytest.raises(InvalidInputError, match="itself"):
        begun(RestoreTask(task_id=b), UpdateTask(task_id=a, depends_on=[c]))


def test_what_waits_is_blocked_until_the_last_is_done(db: Database, begun: Run) -> None:
    paint = begun(CreateTask(title="Paint", depends_on=[MILK, OATS])).tasks[0]
    assert paint.blocked
    refused = begun(CompleteTask(task_id=paint.id))
    assert refused.reply == "Paint waits for Milk. Finish that first."
    assert begun(CompleteTask(task_id=MILK)).freed == []
    freed = begun(CancelTask(task_id=OATS))
    assert freed.freed == [paint.id]
    assert freed.reply == "Cancelled Oats. Now you can paint."
    assert begun(Undo()).tasks[0].id == OATS
    found = find_task(db, paint.id)
    assert found is not None
    assert found.blocked
    begun(DeleteTask(task_id=OATS))
    kept = begun(UpdateTask(task_id=paint.id, depends_on=[MILK, OATS], title="Paint it"))
    assert (kept.tasks[0].depends_on, kept.tasks[0].blocked) == ([MILK, OATS], False)
    assert begun(CompleteTask(task_id=paint.id)).outcome == "done"


def test_parts_go_to_the_trash_and_come_back_with_the_whole(db: Database, begun: Run) -> None:
    deeper = begun(CreateTask(title="Flakes", parent_id=OATS)).tasks[0]
    alone = begun(CreateTask(title="Raisins", parent_id=OATS)).tasks[0]
    begun(DeleteTask(task_id=alone.id))
    before = all_tasks(db)
    deleted = begun(DeleteTask(task_id=MILK))
    assert before.keys() - all_tasks(db).keys() == {MILK, OATS, deeper.id}
    begun(RestoreTask(task_id=MILK))
    assert all_tasks(db) == before
    begun(Undo())
    assert begun(Undo()).outcome == "done"
    assert all_tasks(db) == before
    assert begun(Undo(command_id=deleted.command_id)).reply == "That was undone already."
    assert find_damage(db, KINDS) == []


def test_purging_is_not_undone(begun: Run) -> None:
    before = begun(UpdateTask(task_id=MILK, title="Soy"))
    purged = begun(PurgeThing(thing_id=TRASHED))
    emptied = begun(EmptyTrash())
    for command in (purged, emptied):
        assert begun(Undo(command_id=command.command_id)).outcome == "refused"
    assert begun(Undo()).outcome == "done"
    assert begun(Undo(command_id=before.command_id)).reply == "That was undone already."
