"""Local means local: with the local providers not one packet leaves the machine."""

import ipaddress
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.machine.places import ROOT
from tests.patience import PATIENCE_S

pytestmark = [pytest.mark.voice, pytest.mark.models]


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip"),
    reason="needs root, unshare and iproute2 for a network namespace",
)
@pytest.mark.parametrize("mode", ["start", "dev"])
def test_not_one_packet_leaves_the_machine(tmp_path: Path, mode: str) -> None:
    environment = dict(os.environ)
    if mode == "dev":
        environment["LIVEKIT_DEV_MODE"] = "1"
    ran = subprocess.run(
        ["unshare", "--net", sys.executable, "-m", "tests.voice.silence", str(tmp_path / "data")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["titles"] == ["Call Sarah"]
    assert found["control"] >= 1, "the counter does not count, so it proves nothing"
    assert found["left"] == 0
    assert all(ipaddress.ip_address(address).is_loopback for address in found["listening"])
