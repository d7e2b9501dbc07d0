"""Finds livekit-server, or gets it: the release with a pinned checksum, else built from source."""

import hashlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import httpx

from scripts.machine import tools
from scripts.machine.places import bin_folder
from scripts.provision.with_go import WayClosedError, build

VERSION = "1.13.5"
MODULE = f"github.com/livekit/livekit-server/cmd/server@v{VERSION}"
RELEASES = f"https://github.com/livekit/livekit/releases/download/v{VERSION}"

CHECKSUMS = {
    "linux_amd64": "c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70",
    "linux_arm64": "332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3",
    "linux_armv7": "6dceb15fec3b2b90a67615acff7f92a48a901408f31c74f3d290a7d4277f76bd",
}
"""SHA-256 of the release's archives. There is none for macOS: Homebrew has it."""

MACHINES = {
    "x86_64": "amd64",
    "amd64": "amd64",
    "aarch64": "arm64",
    "arm64": "arm64",
    "armv7l": "armv7",
}
REMEDY = (
    f"Install livekit-server {VERSION} (https://github.com/livekit/livekit/releases; macOS: "
    "brew install livekit) or Go (https://go.dev/dl), or set LIVEKIT_URL to a server that runs "
    "already; then run make again."
)


class LiveKitServerMissingError(Exception):
    """There is no livekit-server; the message says what was tried and what to do."""


def find() -> Path | None:
    """Return the first livekit-server that fits."""
    return tools.find("livekit-server", fits=lambda program: fits(version_of(program)))


def get(say: Callable[[str], None]) -> Path:
    """Put livekit-server into the bin folder and return its path.

    Raises LiveKitServerMissingError.
    """
    target = bin_folder() / "livekit-server"
    target.parent.mkdir(parents=True, exist_ok=True)
    failures = []
    for name, way in (("the release", from_release), ("building it with Go", from_source)):
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            try:
                built = way(Path(scratch), say)
            except (OSError, httpx.HTTPError, tarfile.TarError, WayClosedError) as error:
                failures.append(f"{name}: {str(error) or type(error).__name__}")
                continue
            built.chmod(0o755)
            built.replace(target)
            return target
    raise LiveKitServerMissingError(f"{'; '.join(failures)}. {REMEDY}")


def version_of(program: Path) -> str:
    """Version a livekit-server says it is, or nothing when it can't be run."""
    try:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    found = re.search(r"(\d+\.\d+\.\d+)", said.stdout)
    return found.group(1) if found else ""


def fits(version: str) -> bool:
    """Whether a version is the pinned one or a later one that promises the same."""
    if not version:
        return False
    wanted = tuple(int(part) for part in VERSION.split("."))
    have = tuple(int(part) for part in version.split("."))
    return have[0] == wanted[0] and have >= wanted


def from_release(scratch: Path, say: Callable[[str], None]) -> Path:
    """Download the release for this machine and check it."""
    system = f"{sys.platform}_{MACHINES.get(platform.machine().lower(), platform.machine())}"
    expected = CHECKSUMS.get(system)
    if expected is None:
        raise WayClosedError(f"there is none for {system}")
    address = f"{RELEASES}/livekit_{VERSION}_{system}.tar.gz"
    say(f"downloading {address}")
    archive = scratch / "livekit.tar.gz"
    digest = hashlib.sha256()
    timeout = httpx.Timeout(30, connect=10)
    with httpx.stream("GET", address, follow_redirects=True, timeout=timeout) as answer:
        answer.raise_for_status()
        with archive.open("wb") as file:
            for chunk in answer.iter_bytes():
                digest.update(chunk)
                file.write(chunk)
    if digest.hexdigest() != expected:
        raise WayClosedError(
            f"{address} does not have the SHA-256 it must have, so it was not used"
        )
    with tarfile.open(archive) as tar:
        packed = tar.extractfile("livekit-server")
        if packed is None:
            raise WayClosedError(f"{address} has something else in place of livekit-server")
        with packed, (scratch / "livekit-server").open("wb") as file:
            shutil.copyfileobj(packed, file)
    return scratch / "livekit-server"


def from_source(scratch: Path, say: Callable[[str], None]) -> Path:
    """Build the pinned version."""
    return build(MODULE, scratch, say)
