"""Every file that a released program has left opens in this one, with all that was in it."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from sqlite_utils import Database, Migrations

from control_api.app.registry import KINDS
from control_api.app.schemas import CONTROL, WORKSPACE, data_folder
from control_api.database import upgrade
from control_api.database.check import check_file
from control_api.database.folder import DataFolder, Schemas
from control_api.database.kept_backups import list_backups
from control_api.database.open import open_writer, transaction
from control_api.database.restore import restore
from control_api.database.upgrade import upgrade_folder
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.search.store import find_hits
from control_api.requests.spoken import WORDING
from control_api.setup.setup_error import SetupError
from shared.actions import Undo
from shared.outcomes import Outcome
from shared.problems import ConflictError
from tests.control_api.database.golden import golden_folder, rows

OLD_TASKS = """
    SELECT tasks.id, title, status, due, time_zone, projects.name, created_at, updated_at,
        completed_at, deleted_at, position
    FROM tasks LEFT JOIN projects ON projects.id = project_id ORDER BY position
"""
NEW_TASKS = """
    SELECT tasks.id, json_extract(tasks.document, '$.title'), status, due,
        json_extract(tasks.document, '$.time_zone'), json_extract(things.document, '$.name'),
        created_at, updated_at, completed_at, tasks.deleted_at, tasks.position
    FROM tasks LEFT JOIN things ON things.id = project_id ORDER BY tasks.position
"""
ACCOUNTS = "SELECT id, name, time_zone FROM accounts ORDER BY id"
COMMANDS = """
    SELECT id, at, actor, source, text, idempotency_key, answer, can_undo, undone_by
    FROM commands WHERE actor <> 'saydo' ORDER BY position
"""
EVENTS = "SELECT id, type, task_id, command_id, at FROM events WHERE type LIKE 'task%' ORDER BY id"


def bytes_of(data: Path) -> dict[Path, tuple[bytes, int]]:
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in data.rglob("*")
        if path.is_file()
    }


def faults(data: Path) -> list[list[str]]:
    return [check_file(file.path, file.schema) for file in data_folder(data).files()]


def undo(db: Database) -> Outcome:
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=[Undo()], confidence=1.0),
        now=datetime(2026, 11, 21, 10, tzinfo=UTC),
        zone=ZoneInfo("Europe/Berlin"),
        actor="owner",
        source="api",
        conversation="",
        text=None,
        request_hash="",
        answerable=(ConflictError,),
    )
    with transaction(db):
        return run_order(db, KINDS, order)


def test_an_upgraded_file_holds_what_it_held_and_is_as_a_fresh_one(tmp_path: Path) -> None:
    workspace = golden_folder(tmp_path)
    before = [rows(workspace, sql) for sql in (OLD_TASKS, COMMANDS, EVENTS)]
    accounts = rows(tmp_path / "control.db", ACCOUNTS)
    assert [len(found) for found in before] == [8, 20, 19]
    upgrade_folder(data_folder(tmp_path), keep=14)
    assert [rows(workspace, sql) for sql in (NEW_TASKS, COMMANDS, EVENTS)] == before
    assert rows(tmp_path / "control.db", ACCOUNTS) == accounts
    # This compares the schema with a fresh one's, and the rows with what the log gives.
    assert faults(tmp_path) == [[], []]


NOTED = """
    SELECT json_extract(document, '$.title') FROM tasks
    WHERE deleted_at IS NULL AND json_extract(document, '$.notes') LIKE '%some words%'
    ORDER BY position DESC
"""
SECOND = {
    "control.db": (
        ACCOUNTS,
        "SELECT id, account_id, token_hash FROM access_tokens ORDER BY id",
        "SELECT * FROM feeds ORDER BY id",
        "SELECT * FROM webhooks ORDER BY id",
    ),
    "workspace": (
        "SELECT * FROM tasks ORDER BY position",
        "SELECT * FROM things ORDER BY position",
        "SELECT * FROM commands ORDER BY position",
        "SELECT * FROM events ORDER BY id",
        "SELECT tag_id, task_id FROM task_tags ORDER BY tag_id, task_id",
        "SELECT person_id, task_id FROM task_assignees ORDER BY person_id, task_id",
        "SELECT needed_id, task_id FROM task_dependencies ORDER BY needed_id, task_id",
    ),
}


def test_a_file_of_the_second_schema_holds_what_it_held_too(tmp_path: Path) -> None:
    files = {"workspace": golden_folder(tmp_path, "second_schema")}
    files["control.db"] = tmp_path / "control.db"
    before = {name: [rows(files[name], sql) for sql in SECOND[name]] for name in SECOND}
    assert all(map(all, before.values()))  # there is something of each
    upgrade_folder(data_folder(tmp_path), keep=14)
    assert {name: [rows(files[name], sql) for sql in SECOND[name]] for name in SECOND} == before
    assert faults(tmp_path) == [[], []]


def test_parts_of_words_are_found_in_what_an_older_program_wrote(tmp_path: Path) -> None:
    workspace = golden_folder(tmp_path, "second_schema")
    upgrade_folder(data_folder(tmp_path), keep=14)
    noted = rows(workspace, NOTED)
    db = open_writer(workspace, WORKSPACE)
    in_notes, in_comments = (
        [(hit.task.title,) for hit in find_hits(db, text, offset=0, limit=50)]
        for text in ("ome word", "id about")
    )
    db.close()
    assert len(noted) > 3
    assert in_notes == noted
    assert in_comments == [("Task number 2",)]


def test_before_an_upgrade_begins_it_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    golden_folder(tmp_path)
    caplog.set_level("INFO", "saydo.upgrade")
    upgrade_folder(data_folder(tmp_path), keep=14)
    first, *_, last = caplog.messages
    assert first.startswith("Upgrading 2 files, ")
    assert last.startswith("Upgraded 2 files; ")


@pytest.mark.parametrize("schema", ["first_schema", "second_schema"])
def test_what_was_done_before_an_upgrade_can_be_undone_after_it(
    tmp_path: Path, schema: str
) -> None:
    workspace = golden_folder(tmp_path, schema)
    upgrade_folder(data_folder(tmp_path), keep=14)
    db = open_writer(workspace, WORKSPACE)
    undone = 0
    while undo(db).outcome == "done":
        undone += 1
    db.close()
    assert undone > 10
    assert rows(workspace, "SELECT count(*) FROM tasks WHERE deleted_at IS NULL") == [(0,)]
    assert check_file(workspace, WORKSPACE) == []


def test_how_it_was_before_is_kept_and_can_be_put_back(tmp_path: Path) -> None:
    workspace = golden_folder(tmp_path)
    before = rows(workspace, OLD_TASKS)
    upgrade_folder(data_folder(tmp_path), keep=14)
    (kept,) = list_backups(tmp_path / "backups")
    assert kept.reason == "upgrade"
    restore(data_folder(tmp_path), kept.id, keep=14)
    assert rows(workspace, OLD_TASKS) == before
    upgrade_folder(data_folder(tmp_path), keep=14)
    assert rows(workspace, NEW_TASKS) == before


def test_a_second_start_finds_nothing_to_do(tmp_path: Path) -> None:
    golden_folder(tmp_path)
    upgrade_folder(data_folder(tmp_path), keep=14)
    before = bytes_of(tmp_path)
    upgrade_folder(data_folder(tmp_path), keep=14)
    assert bytes_of(tmp_path) == before


def test_a_step_that_fails_on_the_copy_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    golden_folder(tmp_path)
    broken = Migrations("broken")

    @broken()
    def m001_broken(db: Database) -> None:
        db.execute("DELETE FROM tasks")
        db.execute("INSERT INTO nowhere VALUES (1)")

    workspace = replace(WORKSPACE, steps=(*WORKSPACE.steps, broken))
    before = bytes_of(tmp_path)
    with pytest.raises(SetupError, match=r"failed on a copy of it .*nowhere.* Nothing was changed"):
        upgrade_folder(DataFolder(tmp_path, Schemas(CONTROL, workspace)), keep=14)
    assert bytes_of(tmp_path) == before


def test_a_log_that_was_tampered_with_is_not_upgraded(tmp_path: Path) -> None:
    workspace = golden_folder(tmp_path)
    db = Database(workspace)
    db.execute("UPDATE events SET at = 'x' WHERE id = 3")
    db.conn.commit()
    db.close()
    before = bytes_of(tmp_path)
    with pytest.raises(SetupError, match="changed from outside at event 3"):
        upgrade_folder(data_folder(tmp_path), keep=14)
    assert bytes_of(tmp_path) == before


def test_without_room_for_the_copies_nothing_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden_folder(tmp_path)
    before = bytes_of(tmp_path)
    monkeypatch.setattr(upgrade, "SPARE_BYTES", 1 << 60)
    with pytest.raises(SetupError, match=r"needs .* MB of free space"):
        upgrade_folder(data_folder(tmp_path), keep=14)
    assert bytes_of(tmp_path) == before
