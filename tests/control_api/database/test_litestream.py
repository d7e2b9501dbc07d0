"""The set-up for Litestream of docs/backups.md, with a file replica and the real program."""

import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from scripts.provision.litestream import find
from tests.control_api.conftest import ROOT, Server
from tests.control_api.database.golden import rows
from tests.patience import PATIENCE_S

LITESTREAM = find()

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(
        LITESTREAM is None, reason="needs litestream, as `make test` builds it with Go"
    ),
]


def documented_config(data: Path, owner: str, replica: Path) -> str:
    text = (ROOT / "docs" / "backups.md").read_text()
    found = re.search(r"```yaml\n(dbs:.*?)```", text, re.DOTALL)
    assert found
    config = found[1].replace("DATA", str(data)).replace("OWNER", owner)
    return config.replace("/mnt/other-disk/saydo", str(replica))


def restored_titles(config: Path, original: Path, target: Path) -> list[str]:
    target.unlink(missing_ok=True)
    command = [str(LITESTREAM), "restore", "-config", str(config), "-o", str(target), str(original)]
    if subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=False).returncode:
        return []  # nothing is there yet
    assert check_file(target, WORKSPACE) == []
    return [
        str(title)
        for (title,) in rows(
            target, "SELECT json_extract(document, '$.title') FROM tasks ORDER BY position"
        )
    ]


def test_what_litestream_copied_from_the_running_server_is_sound_and_whole(
    tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data")
    (workspace,) = (server.data / "workspaces").glob("*.db")
    config = tmp_path / "litestream.yml"
    config.write_text(documented_config(server.data, workspace.stem, tmp_path / "replica"))
    with (tmp_path / "litestream.log").open("wb") as log:
        copying = subprocess.Popen(
            [str(LITESTREAM), "replicate", "-config", str(config)], stdout=log, stderr=log
        )
    titles = [f"Task {number}" for number in range(60)]
    try:
        with httpx.Client(headers=server.headers(), trust_env=False, timeout=PATIENCE_S) as client:
            for title in titles:
                client.post(f"{server.api}/tasks", json={"title": title}).raise_for_status()
        found: list[str] = []
        give_up = time.monotonic() + PATIENCE_S
        while found != titles and time.monotonic() < give_up:
            found = restored_titles(config, workspace, tmp_path / "restored.db")
        assert found == titles, (tmp_path / "litestream.log").read_text()[-2000:]
    finally:
        copying.terminate()
        copying.wait(PATIENCE_S)
    server.stop()
    assert check_file(workspace, WORKSPACE) == []
    server.restart()
