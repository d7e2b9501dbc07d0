"""What an import does to what is here already."""

import msgspec
import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle, Names, new_task, task_id_of, with_origin
from control_api.kinds.tasks.records.store import all_tasks
from control_api.log.entries import last_position
from shared.actions import CreateTask, DeleteTask, Undo, UpdateTask
from shared.moving import Counts
from shared.outcomes import Outcome
from shared.problems import ConflictError, InvalidInputError, MassChangeError
from shared.tasks import Task
from shared.thing_actions import CreateProject
from shared.things import Comment, Project
from tests.control_api.edges.exchange.conftest import Do, counts_of, stored, take_in

NOW = "2026-11-21T10:00:00.000000Z"


def foreign(number: int, title: str = "") -> Task:
    name = title or f"Task {number}"
    task = new_task(task_id_of("other", str(number)), name)
    return with_origin(task, "other", str(number), {"id": number, "title": name})


def counts(outcome: Outcome) -> Counts:
    return counts_of(outcome)["task"]


def test_the_same_file_twice_changes_nothing(db: Database) -> None:
    bundle = Bundle(tasks=[foreign(1), foreign(2)])
    assert counts(take_in(db, bundle)) == Counts(new=2)
    before, position = stored(db), last_position(db)
    assert counts(take_in(db, bundle)) == Counts(same=2)
    assert (stored(db), last_position(db)) == (before, position)


def test_what_was_changed_here_stays_as_long_as_the_file_says_the_same(
    db: Database, do: Do
) -> None:
    bundle = Bundle(tasks=[foreign(1)])
    take_in(db, bundle)
    do(UpdateTask(task_id=bundle.tasks[0].id, title="Mine"))
    assert counts(take_in(db, bundle)) == Counts(same=1)
    assert [task.title for task in read_bundle(db, KINDS).tasks] == ["Mine"]
    assert counts(take_in(db, Bundle(tasks=[foreign(1, "Theirs")]))) == Counts(changed=1)
    assert [task.title for task in read_bundle(db, KINDS).tasks] == ["Theirs"]


def test_a_deleted_task_comes_back_with_its_file(db: Database, do: Do) -> None:
    bundle = Bundle(tasks=[foreign(1)])
    take_in(db, bundle)
    do(DeleteTask(task_id=bundle.tasks[0].id))
    assert counts(take_in(db, bundle)) == Counts(restored=1)
    do(Undo())
    assert all_tasks(db) == {}
    assert not WORKSPACE.find_damage(db)


def test_names_tell_that_a_project_is_here_already(db: Database, do: Do) -> None:
    do(CreateProject(name="Work"), CreateTask(title="Tea", project="Home"))
    bundle = Bundle()
    names = Names(bundle)
    task = msgspec.structs.replace(
        foreign(1), project_id=names.project("WORK"), tag_ids=names.tags(["#shop"])
    )
    bundle.tasks.append(task)
    outcome = take_in(db, bundle)
    found = next(each for each in read_bundle(db, KINDS).tasks if each.id == task.id)
    assert (found.project, found.tags) == ("Work", ["shop"])
    assert counts_of(outcome)["project"] == Counts(same=1)
    do(Undo())
    assert [each.name for each in read_bundle(db, KINDS, trash=False).projects] == ["Work", "Home"]


def test_an_older_file_does_not_overwrite_what_is_newer_here(db: Database, do: Do) -> None:
    task = do(CreateTask(title="Milk")).tasks[0]
    old = msgspec.structs.replace(task, title="Old", updated_at="2020-01-01T00:00:00.000000Z")
    assert counts(take_in(db, Bundle(tasks=[old]))) == Counts(kept=1)
    assert counts(take_in(db, Bundle(tasks=[old]), force=True)) == Counts(changed=1)
    assert [each.title for each in read_bundle(db, KINDS).tasks] == ["Old"]


def test_a_file_never_puts_into_the_trash_what_is_not_there_here(db: Database, do: Do) -> None:
    task = do(CreateTask(title="Milk")).tasks[0]
    gone = msgspec.structs.replace(task, deleted_at=NOW)
    assert counts(take_in(db, Bundle(tasks=[gone]))) == Counts(kept=1)
    assert list(all_tasks(db)) == [task.id]


def test_an_import_that_would_change_many_is_stopped_with_the_difference_said(
    db: Database,
) -> None:
    take_in(db, Bundle(tasks=[foreign(number) for number in range(50)]))
    before = stored(db)
    emptied = Bundle(tasks=[foreign(number, "Emptied") for number in range(11)])
    with pytest.raises(MassChangeError, match="would change 11 of the 50 tasks") as stopped:
        take_in(db, emptied)
    assert "title of 11 (0 emptied)" in str(stopped.value)
    assert stored(db) == before
    assert counts(take_in(db, Bundle(tasks=emptied.tasks[:10]))) == Counts(changed=10)
    take_in(db, emptied, force=True)
    assert not WORKSPACE.find_damage(db)


def test_an_import_that_would_make_a_circle_with_what_is_here_is_refused(
    db: Database, do: Do
) -> None:
    first, second = foreign(1), foreign(2)
    take_in(db, Bundle(tasks=[first, second]))
    do(UpdateTask(task_id=first.id, depends_on=[second.id]))
    closing = msgspec.structs.replace(foreign(2, "Closing"), depends_on=[first.id])
    with pytest.raises(ConflictError, match="wait for itself"):
        take_in(db, Bundle(tasks=[closing]))
    assert not WORKSPACE.find_damage(db)


def test_projects_may_change_names_with_each_other(db: Database, do: Do) -> None:
    do(CreateProject(name="A"), CreateProject(name="B"))
    first, second = read_bundle(db, KINDS).projects
    later = "2099-01-01T00:00:00.000000Z"
    swapped = [
        msgspec.structs.replace(first, name="B", updated_at=later),
        msgspec.structs.replace(second, name="A", updated_at=later),
    ]
    take_in(db, Bundle(projects=swapped))
    assert [each.name for each in read_bundle(db, KINDS).projects] == ["B", "A"]
    assert not WORKSPACE.find_damage(db)


def test_two_projects_of_one_name_are_refused(db: Database) -> None:
    twins = [
        Project(id=task_id_of("other", str(n)), name="A", created_at=NOW, updated_at=NOW)
        for n in range(2)
    ]
    with pytest.raises(ConflictError, match="two of the name A"):
        take_in(db, Bundle(projects=twins))


def test_a_comment_about_nothing_is_refused(db: Database) -> None:
    comment = Comment(
        id=task_id_of("other", "1"),
        task_id=task_id_of("other", "2"),
        text="Hm",
        created_at=NOW,
        updated_at=NOW,
    )
    with pytest.raises(InvalidInputError, match="neither in the file nor here"):
        take_in(db, Bundle(comments=[comment]))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "7"),
        ("title", "a\x00b"),
        ("due", "2026-02-30"),
        ("time_zone", "Mars/Base"),
        ("created_at", "yesterday"),
        ("deleted_at", "2026-13-01T00:00:00.000000Z"),
        ("status", "completed"),
        ("order", float("nan")),
        ("parent_id", "x"),
        ("tag_ids", ["x"]),
        ("notes", "x" * 100_001),
        ("extra", {"x": "y" * 100_001}),
        ("created_by", "a\nb"),
        ("said", "\x07"),
        ("duration_min", -1),
    ],
)
def test_no_field_comes_in_that_could_not_be_there(db: Database, field: str, value: object) -> None:
    task = msgspec.structs.replace(foreign(1), **{field: value})
    before = stored(db)
    with pytest.raises(InvalidInputError, match=r"Task [12]"):
        take_in(db, Bundle(tasks=[foreign(2, "Fine"), task]))
    assert stored(db) == before
    assert last_position(db) == 0
