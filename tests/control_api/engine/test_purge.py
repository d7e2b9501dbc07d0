"""What is deleted for good is gone to the last byte, and the log stays proved."""

from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.log.entries import read_since
from control_api.setup.settings import Settings
from shared.actions import CompleteTask, CreateTask, DeleteTask, Redo, RestoreTask, Undo, UpdateTask
from shared.problems import ConflictError, InvalidInputError, NotFoundError
from shared.tasks import Link
from shared.thing_actions import (
    CreateComment,
    CreatePerson,
    CreateProject,
    DeleteComment,
    DeletePerson,
    DeleteProject,
    EmptyTrash,
    PurgeThing,
    UpdatePerson,
)
from tests.control_api.conftest import Headers
from tests.control_api.engine.conftest import Run, run

__all__ = ["run"]
Client = TestClient[Litestar]
CANARY = "QUETZALCOATL"
SOME_ID, OTHER_ID = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"


def everything_stored(db: Database) -> str:
    return "\n".join(db.conn.iterdump()).upper()


def test_a_task_is_purged_with_its_parts_and_comments(db: Database, run: Run) -> None:
    whole = run(CreateTask(title=f"Visit {CANARY}", notes=f"{CANARY}!")).tasks[0]
    part = run(CreateTask(title=f"Call {CANARY}", parent_id=whole.id)).tasks[0]
    run(CreateComment(task_id=part.id, text=f"{CANARY} says hello"))
    other = run(CreateTask(title="Milk")).tasks[0]
    run(UpdateTask(task_id=whole.id, title=f"See {CANARY}", links=[Link(f"https://{CANARY}/")]))
    run(CompleteTask(task_id=part.id))
    run(DeleteTask(task_id=whole.id))
    before = len(read_since(db, KINDS, 0, 100))
    outcome = run(PurgeThing(thing_id=whole.id))
    assert outcome.reply == "Deleted three things for good."
    assert CANARY not in everything_stored(db)
    assert WORKSPACE.find_damage(db) == []
    events = read_since(db, KINDS, before, 100)
    assert [event.type for event in events] == ["task.purged", "task.purged", "comment.purged"]
    assert {event.thing_id for event in events} >= {whole.id, part.id}
    assert {t.id for t in run(UpdateTask(task_id=other.id, notes="Oat")).tasks} == {other.id}


def test_a_thing_is_purged_alone(db: Database, run: Run) -> None:
    run(CreatePerson(name=CANARY, person_id=SOME_ID))
    run(UpdatePerson(person_id=SOME_ID, role="friend"))
    task = run(CreateTask(title="Call", assignees=[CANARY])).tasks[0]
    run(DeletePerson(person_id=SOME_ID))
    run(PurgeThing(thing_id=SOME_ID))
    assert CANARY not in everything_stored(db)
    assert WORKSPACE.find_damage(db) == []
    assert run(UpdateTask(task_id=task.id, notes="x")).tasks[0].assignees == []


def test_the_trash_is_emptied_and_the_rest_stays(db: Database, run: Run) -> None:
    kept = run(CreateTask(title="Milk", project="Home")).tasks[0]
    run(CreateComment(task_id=kept.id, text=CANARY, comment_id=SOME_ID))
    run(DeleteComment(comment_id=SOME_ID))
    run(CreateProject(name=CANARY, project_id=OTHER_ID))
    run(DeleteProject(project_id=OTHER_ID))
    run(DeleteTask(task_id=run(CreateTask(title=CANARY)).tasks[0].id))
    assert run(EmptyTrash()).reply == "Deleted three things for good."
    assert run(EmptyTrash()).reply == "The trash is empty already."
    assert CANARY not in everything_stored(db)
    assert WORKSPACE.find_damage(db) == []
    assert run(CompleteTask(task_id=kept.id)).outcome == "done"


def test_commands_that_only_quote_it_are_emptied_too(db: Database, run: Run) -> None:
    needed = run(CreateTask(title="Buy paint")).tasks[0]
    waiting = run(CreateTask(title=f"Paint {CANARY}", depends_on=[needed.id])).tasks[0]
    refused = run(CompleteTask(task_id=waiting.id))
    assert CANARY in refused.reply
    freed = run(CompleteTask(task_id=needed.id))
    assert CANARY in freed.reply
    assert freed.freed == [waiting.id]
    run(DeleteTask(task_id=waiting.id))
    run(PurgeThing(thing_id=waiting.id))
    assert CANARY not in everything_stored(db)
    assert WORKSPACE.find_damage(db) == []


def test_what_was_purged_is_not_undone_and_what_was_not_is(db: Database, run: Run) -> None:
    milk = run(CreateTask(title="Milk")).tasks[0]
    tea = run(CreateTask(title="Tea"))
    gone = run(DeleteTask(task_id=tea.tasks[0].id))
    run(PurgeThing(thing_id=tea.tasks[0].id))
    for command in (tea, gone):
        outcome = run(Undo(command_id=command.command_id))
        assert outcome.reply == "I can't undo that: some of it was deleted for good."
    assert run(Redo()).outcome == "refused"
    assert run(Undo()).reply == "Undone: Milk is off the list."
    assert run(RestoreTask(task_id=milk.id)).outcome == "done"
    assert run(RestoreTask(task_id=tea.tasks[0].id)).outcome == "refused"
    again = run(CreateTask(title="Tea again", task_id=tea.tasks[0].id))
    assert again.outcome == "done"
    assert WORKSPACE.find_damage(db) == []


def test_a_request_whose_work_was_purged_is_not_run_again(db: Database, run: Run) -> None:
    task = run(CreateTask(title="Tea"), key="k").tasks[0]
    run(DeleteTask(task_id=task.id))
    run(PurgeThing(thing_id=task.id))
    with pytest.raises(ConflictError, match="deleted for good"):
        run(CreateTask(title="Tea"), key="k")


def test_only_what_is_in_the_trash_is_purged_and_by_itself(db: Database, run: Run) -> None:
    task = run(CreateTask(title="Milk")).tasks[0]
    with pytest.raises(NotFoundError):
        run(PurgeThing(thing_id=task.id), raises=True)
    for action in (PurgeThing(thing_id=task.id), EmptyTrash(), Undo(), Redo()):
        with pytest.raises(InvalidInputError, match="alone"):
            run(DeleteTask(task_id=task.id), action)
    run(CompleteTask(task_id=task.id))
    assert WORKSPACE.find_damage(db) == []


def test_what_came_and_went_in_one_command_leaves_nothing_in_the_trash(
    db: Database, run: Run
) -> None:
    run(CreateTask(title="Milk", task_id=SOME_ID), DeleteTask(task_id=SOME_ID))
    assert db.execute("SELECT count(*) FROM tasks").fetchone() == (0,)
    assert WORKSPACE.find_damage(db) == []


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE events SET before = NULL, after = NULL, salt = NULL", "lost what it said|not as"),
        ("DELETE FROM events WHERE type = 'task.purged'", "not as it was written|lost"),
        ("UPDATE events SET thing_id = 'x' WHERE type = 'task.purged'", "not as it was written"),
        ("UPDATE events SET after_hash = before_hash WHERE id = 3", "not as it was written"),
    ],
)
def test_a_purge_that_never_was_is_found(
    db: Database, run: Run, damage: str, sentence: str
) -> None:
    gone = run(CreateTask(title="Tea")).tasks[0]
    run(CreateTask(title="Milk"))
    run(DeleteTask(task_id=gone.id))
    run(PurgeThing(thing_id=gone.id))
    assert WORKSPACE.find_damage(db) == []
    db.execute(damage)
    assert any(part in "\n".join(WORKSPACE.find_damage(db)) for part in sentence.split("|"))


def test_over_http_the_trash_is_looked_into_restored_and_purged_to_the_last_byte(
    client: Client, alice: Headers, agent: Headers, bob: Headers, settings: Settings
) -> None:
    def post(path: str, body: dict[str, Any]) -> Any:
        return client.post(f"/api/v1/{path}", json=body, headers=alice).json()

    task = post("tasks", {"title": CANARY, "notes": CANARY * 3000, "project": "Home"})
    kept = post("tasks", {"title": "Milk"})
    tag = post("tags", {"name": f"{CANARY} tag"})
    client.patch(f"/api/v1/tasks/{task['id']}", json={"notes": CANARY}, headers=alice)
    post("commands", {"text": f"finish the {CANARY} thing"})
    for address in (f"tasks/{task['id']}", f"tasks/{kept['id']}", f"tags/{tag['id']}"):
        client.delete(f"/api/v1/{address}", headers=alice)

    def trash(**params: int | str) -> Any:
        return client.get("/api/v1/trash", params=params, headers=alice).json()

    first = trash(limit=2)
    rest = trash(limit=2, cursor=first["next_cursor"])
    found = first["items"] + rest["items"]
    assert [(t["kind"], t["name"]) for t in found] == [
        ("tag", f"{CANARY} tag"),
        ("task", "Milk"),
        ("task", CANARY),
    ]
    assert found[2]["task"]["project"] == "Home"
    assert rest["next_cursor"] is None
    restored = client.post(f"/api/v1/trash/{kept['id']}/restore", headers=alice).json()
    assert (restored["reply"], restored["tasks"][0]["id"]) == ("Milk is back.", kept["id"])
    assert client.post(f"/api/v1/trash/{kept['id']}/restore", headers=alice).status_code == 404
    action = {"actions": [{"type": "purge_thing", "thing_id": task["id"]}]}
    assert client.post("/api/v1/commands", json=action, headers=agent).status_code == 403
    assert client.delete("/api/v1/trash", headers=agent).status_code == 403
    address = f"/api/v1/trash/{task['id']}"
    assert client.delete(address, headers=bob).status_code == 404
    assert client.delete(address, headers=alice).status_code == 204
    assert client.delete(address, headers=alice).status_code == 404
    assert client.delete("/api/v1/trash", headers=alice).status_code == 204
    assert trash() == {"items": [], "next_cursor": None}
    listed = client.get("/api/v1/commands", headers=alice).text
    assert CANARY not in listed
    for path in Path(settings.data).rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes().upper(), path
