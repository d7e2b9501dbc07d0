import json
import stat
import threading
from pathlib import Path

import pytest

from control_api.setup.secrets import Secrets, load_or_create
from control_api.setup.setup_error import SetupError


def test_secrets_are_made_once_and_kept(tmp_path: Path) -> None:
    first = load_or_create(tmp_path / "data")
    assert load_or_create(tmp_path / "data") == first
    assert len(first.livekit_secret) >= 32


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    load_or_create(tmp_path / "data")
    file = tmp_path / "data" / "secrets.json"
    file.chmod(0o644)
    load_or_create(tmp_path / "data")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    found: list[Secrets] = []
    threads = [
        threading.Thread(target=lambda: found.append(load_or_create(tmp_path))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({secrets.owner_id for secrets in found}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"owner_id": "x"})])
def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "secrets.json"
    file.write_text(text)
    with pytest.raises(SetupError, match=r"secrets\.json is damaged"):
        load_or_create(tmp_path)
    assert file.read_text() == text


def test_a_folder_that_everybody_puts_things_into_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    (tmp_path / "somebody's").touch()
    with pytest.raises(SetupError, match="yours alone"):
        load_or_create(tmp_path)


def test_an_empty_folder_becomes_the_owners_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    load_or_create(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="SAYDO_DATA"):
        load_or_create(tmp_path / "file" / "data")


def test_secrets_do_not_show_themselves(tmp_path: Path) -> None:
    secrets = load_or_create(tmp_path)
    assert secrets.signing_key not in repr(secrets)
