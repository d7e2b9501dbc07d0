"""A backup is whole or none, is checked before it counts, and takes its own restore back."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from control_api.app.schemas import CONTROL, SCHEMAS, WORKSPACE, data_folder
from control_api.database import backup as backups
from control_api.database.backup import make_backup
from control_api.database.check import check_file
from control_api.database.examine import examine
from control_api.database.kept_backups import find_newest, list_backups, remove_old
from control_api.database.open import open_writer, transaction
from control_api.database.report import check_folder
from control_api.database.restore import finish_restore, restore
from control_api.database.upgrade import upgrade_folder
from control_api.log.past import Past, read_past
from control_api.setup.setup_error import SetupError
from shared.actions import CreateTask
from shared.backups import BackupReason
from shared.problems import StorageFullError
from tests.control_api.database.filled import do
from tests.control_api.database.golden import OWNER, golden_folder, rows

TITLES = "SELECT json_extract(document, '$.title') FROM tasks ORDER BY position"
NAME = f"workspaces/{OWNER}.db"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    golden_folder(tmp_path / "data")
    upgrade_folder(data_folder(tmp_path / "data"), keep=14)
    shutil.rmtree(tmp_path / "data" / "backups")
    (tmp_path / "data" / "secrets.json").write_text("{}")
    return tmp_path / "data"


def everything(data: Path) -> list[str]:
    contents = []
    for path in (data / "control.db", data / NAME):
        db = sqlite3.connect(path)
        contents += list(db.iterdump())
        db.close()
    return contents


def empty(data: Path) -> None:
    db = open_writer(data / NAME, WORKSPACE)
    with transaction(db):
        db.execute("DELETE FROM tasks")
    db.close()


def damage(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE tasks SET title_key = 'other'")
    db.close()


def test_a_backup_restored_is_what_was_backed_up(data: Path) -> None:
    before = everything(data)
    made = make_backup(data_folder(data), "hand", keep=14)
    assert [file.name for file in made.files] == ["control.db", NAME, "secrets.json"]
    (data / "secrets.json").write_text("{other}")
    shutil.rmtree(data / "workspaces")
    restore(data_folder(data), made.id, keep=14)
    assert everything(data) == before
    assert (data / "secrets.json").read_text() == "{}"


def test_changes_that_wait_beside_the_file_are_in_the_backup(data: Path) -> None:
    db = open_writer(data / NAME, WORKSPACE)
    db.execute("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'tasks'")
    assert (data / f"{NAME}-wal").stat().st_size
    made = make_backup(data_folder(data), "hand", keep=14)
    db.close()
    copy = data / "backups" / made.id / NAME
    assert rows(copy, "SELECT seq FROM sqlite_sequence WHERE name = 'tasks'") == [(1000,)]


def test_only_its_owner_can_read_a_backup(data: Path) -> None:
    make_backup(data_folder(data), "hand", keep=14)
    modes = {
        stat.S_IMODE(path.stat().st_mode)
        for path in (data / "backups").rglob("*")
        if path.is_file()
    }
    assert modes == {0o600}
    assert stat.S_IMODE((data / "backups").stat().st_mode) == 0o700


def test_a_restore_can_be_taken_back(data: Path) -> None:
    first = make_backup(data_folder(data), "hand", keep=14)
    db = open_writer(data / NAME, WORKSPACE)
    db.execute("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'tasks'")
    db.close()
    changed = everything(data)
    done = restore(data_folder(data), first.id, keep=14)
    assert everything(data) != changed
    assert done.before is not None
    restore(data_folder(data), done.before.id, keep=14)
    assert everything(data) == changed


def test_it_is_noted_how_much_of_the_log_each_restore_left_as_it_was(data: Path) -> None:
    events = int(str(rows(data / NAME, "SELECT max(id) FROM events")[0][0]))
    first = make_backup(data_folder(data), "hand", keep=14)
    db = open_writer(data / NAME, WORKSPACE)
    do(db, CreateTask(title="Newer"))
    db.close()
    done = restore(data_folder(data), first.id, keep=14)
    assert read_past(data, NAME) == Past((events,))
    db = open_writer(data / NAME, WORKSPACE)
    do(db, CreateTask(title="Other"))
    db.close()
    assert done.before is not None
    restore(data_folder(data), done.before.id, keep=14)
    assert read_past(data, NAME) == Past((events, events))
    (data / NAME).unlink()
    restore(data_folder(data), first.id, keep=14)
    assert read_past(data, NAME) == Past((events, events, 0))


def test_what_waits_beside_a_file_does_not_spoil_what_is_put_in_its_place(data: Path) -> None:
    made = make_backup(data_folder(data), "hand", keep=14)
    before = everything(data)
    db = open_writer(data / NAME, WORKSPACE)
    with transaction(db):
        db.execute("CREATE TABLE other (text TEXT)")
    stale = (data / f"{NAME}-wal").read_bytes()
    db.close()
    (data / f"{NAME}-wal").write_bytes(stale)
    restore(data_folder(data), made.id, keep=14)
    assert everything(data) == before


def test_a_damaged_file_is_left_out_of_a_backup_and_named(data: Path) -> None:
    good = make_backup(data_folder(data), "hand", keep=14)
    damage(data / NAME)
    made = make_backup(data_folder(data), "hand", keep=14)
    assert [file.name for file in made.files] == ["control.db", "secrets.json"]
    assert "is not as the log says" in made.damaged[NAME][0]
    found = find_newest(data / "backups", NAME)
    assert found is not None
    assert found.id == good.id


def test_a_backup_that_went_bad_is_not_named_as_the_remedy(data: Path) -> None:
    good = make_backup(data_folder(data), "hand", keep=14)
    bad = make_backup(data_folder(data), "hand", keep=14)
    copy = data / "backups" / bad.id / NAME
    copy.write_bytes(copy.read_bytes()[:-1] + b"!")
    found = find_newest(data / "backups", NAME)
    assert found is not None
    assert found.id == good.id
    damage(data / NAME)
    (report,) = [each for each in check_folder(data_folder(data)) if each.name == NAME]
    assert report.backup == good.id
    copy.unlink()
    (in_backup,) = examine(data / "backups" / good.id, SCHEMAS, lambda _done, _of: None)
    assert in_backup.faults == []


def test_the_file_of_an_older_saydo_is_examined_as_it_will_be(tmp_path: Path) -> None:
    golden_folder(tmp_path)
    before = (tmp_path / NAME).read_bytes()
    (report,) = examine(tmp_path / NAME, SCHEMAS, lambda _done, _of: None)
    assert report.faults == []
    assert (tmp_path / NAME).read_bytes() == before
    damage(tmp_path / NAME)
    (report,) = examine(tmp_path / NAME, SCHEMAS, lambda _done, _of: None)
    assert report.faults


def test_a_damaged_file_is_kept_when_a_backup_takes_its_place(data: Path) -> None:
    made = make_backup(data_folder(data), "hand", keep=14)
    damage(data / NAME)
    spoiled = (data / NAME).read_bytes()
    done = restore(data_folder(data), made.id, keep=14)
    assert len(done.set_aside) == 1
    (kept,) = (data / "workspaces").glob("*.corrupt-*")
    assert kept.read_bytes() == spoiled
    assert check_file(data / NAME, WORKSPACE) == []


def test_a_backup_that_went_bad_is_not_restored(data: Path) -> None:
    made = make_backup(data_folder(data), "hand", keep=14)
    copy = data / "backups" / made.id / "control.db"
    content = bytearray(copy.read_bytes())
    content[-1] ^= 1
    copy.write_bytes(content)
    before = everything(data)
    with pytest.raises(SetupError, match=r"control\.db is not as it was copied"):
        restore(data_folder(data), made.id, keep=14)
    assert everything(data) == before


def test_an_unknown_or_unclear_name_is_refused_with_those_there_are(data: Path) -> None:
    with pytest.raises(SetupError, match="none yet"):
        restore(data_folder(data), "latest", keep=14)
    made = [make_backup(data_folder(data), "hand", keep=14).id for _ in range(2)]
    with pytest.raises(SetupError, match=rf"Several .*{made[1]}, {made[0]}"):
        restore(data_folder(data), made[0][:10], keep=14)
    with pytest.raises(SetupError, match="No backup begins with 'x'"):
        restore(data_folder(data), "x", keep=14)
    assert restore(data_folder(data), "latest", keep=14).backup.id == made[1]


def test_a_restore_that_was_interrupted_is_finished(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(data_folder(data), "hand", keep=14)
    before = everything(data)
    empty(data)
    monkeypatch.setattr("control_api.database.restore._replace", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        restore(data_folder(data), made.id, keep=14)
    monkeypatch.undo()
    finish_restore(data)
    assert everything(data) == before
    assert not list(data.glob("**/*.restored"))


def test_the_oldest_go_but_never_the_last_good_copy(data: Path) -> None:
    with_workspace = make_backup(data_folder(data), "hand", keep=14)
    damage(data / NAME)
    for _ in range(3):
        make_backup(data_folder(data), "hand", keep=2)
    other: BackupReason = "schedule"
    make_backup(data_folder(data), other, keep=2)
    left = list_backups(data / "backups")
    assert len(left) == 4
    assert left[-1].id == with_workspace.id
    (data / NAME).unlink()
    remove_old(data / "backups", 2, {"control.db"})
    assert with_workspace.id not in {each.id for each in list_backups(data / "backups")}


def test_without_room_no_backup_is_begun(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = make_backup(data_folder(data), "hand", keep=1)
    monkeypatch.setattr(backups, "SPARE_BYTES", 1 << 60)
    with pytest.raises(StorageFullError):
        make_backup(data_folder(data), "hand", keep=1)
    assert list_backups(data / "backups") == [good]


def test_what_an_interrupted_backup_left_is_removed_by_the_next(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "_finish", stop)
    monkeypatch.setattr(shutil, "rmtree", lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        make_backup(data_folder(data), "hand", keep=14)
    monkeypatch.undo()
    assert list_backups(data / "backups") == []
    made = make_backup(data_folder(data), "hand", keep=14)
    assert [path.name for path in (data / "backups").iterdir()] == [made.id]


def test_a_new_folder_takes_over_a_backup(data: Path, tmp_path: Path) -> None:
    made = make_backup(data_folder(data), "hand", keep=14)
    new = tmp_path / "new"
    new.mkdir()
    shutil.copytree(data / "backups", new / "backups")
    done = restore(data_folder(new), made.id, keep=14)
    assert done.before is None
    assert everything(new) == everything(data)
    assert check_file(new / "control.db", CONTROL) == []
