"""A machine that has nothing but what the README demands: an empty home, a PATH of links."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).parents[2]
SYSTEM = (Path("/usr/bin"), Path("/bin"))
COMPILER = ("c++", "g++", "cc", "gcc")
DEMANDED = ("git", "make", "python3", *COMPILER, "node", "npm", "go")
BY_HAND = (
    "uv",
    "python",
    "pip",
    "clang",
    "cmake",
    "ninja",
    "npx",
    "livekit",
    "litestream",
    "curl",
    "wget",
)
"""What the names of programs begin with that somebody may have installed, and nobody must need."""
NOWHERE = "http://127.0.0.1:9"
"""Where nothing answers."""
OF_THE_NETWORK = (
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "PIP_CERT",
    "NODE_EXTRA_CA_CERTS",
    "HTTPS_PROXY",
    "https_proxy",
)
"""How this machine reaches the package indexes, which is no tool."""


class BareMachine:
    """A copy of the project, and the environment of somebody who has just cloned it."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "saydo"
        self.home = folder / "home"
        self.data = folder / "data"
        self.path = folder / "path"
        self.home.mkdir(parents=True)
        _copy_project(self.project)
        _link_programs(self.path)

    def environment(self, **more: str) -> dict[str, str]:
        """All of the environment; no login shell added to it. Caches of downloads are kept."""
        network = {name: os.environ[name] for name in OF_THE_NETWORK if name in os.environ}
        return {
            **network,
            **_caches(),
            "HOME": str(self.home),
            "PATH": str(self.path),
            "LANG": "C.UTF-8",
            "SAYDO_TOOL_FOLDERS": "",
            "SAYDO_DATA": str(self.data),
            "HF_ENDPOINT": NOWHERE,
            **more,
        }

    def remove(self, *names: str) -> None:
        """Take programs off this machine."""
        for name in names:
            for program in self.path.glob(f"{name}*"):
                program.unlink()

    def fetch_uv(self) -> None:
        """Put uv where set-up does, as if it had fetched it."""
        folder = self.home / ".local" / "share" / "saydo" / "bin"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(find_uv_bin(), folder / "uv")

    def make(self, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run make in the copy of the project."""
        return subprocess.run(
            [str(self.path / "make"), *arguments],
            cwd=self.project,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def problems(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """What a run that failed says on standard error, without make's own last line."""
    assert done.returncode != 0, done.stdout
    return [line for line in done.stderr.splitlines() if not line.startswith("make")]


def _copy_project(target: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)


def _link_programs(folder: Path) -> None:
    folder.mkdir()
    for program in (each for place in SYSTEM for each in place.iterdir()):
        if (
            not program.name.startswith((*BY_HAND, *DEMANDED))
            and not (folder / program.name).exists()
        ):
            (folder / program.name).symlink_to(program)
    (folder / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    for name in DEMANDED:
        found = shutil.which(name, path=_path_of_everybody())
        if found and not (folder / name).exists():
            (folder / name).symlink_to(found)


def _path_of_everybody() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/local/go/bin", "/usr/local/bin"])


def _caches() -> dict[str, str]:
    def said(command: Sequence[str]) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    go = shutil.which("go", path=_path_of_everybody())
    found = {
        "UV_CACHE_DIR": said([find_uv_bin(), "cache", "dir"]),
        "npm_config_cache": said(["npm", "config", "get", "cache"]),
        "GOCACHE": said([go, "env", "GOCACHE"]) if go else "",
        "GOMODCACHE": said([go, "env", "GOMODCACHE"]) if go else "",
    }
    return {name: value for name, value in found.items() if value}
