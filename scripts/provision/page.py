"""Builds the web page when it is older than its sources: `python -m scripts.provision.page`."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from scripts.machine import tools
from scripts.machine.places import ROOT

SOURCE = ROOT / "control_api" / "edges" / "web" / "page"
BUILT = ROOT / "control_api" / "edges" / "web" / "dist"
STAMP = SOURCE / "node_modules" / ".saydo-built-from"
PACKAGES_STAMP = SOURCE / "node_modules" / ".saydo-installed-from"
OLDEST_NODE = 20


class PageNotBuiltError(Exception):
    """The page could not be built; the message says why and what to do."""


def is_built() -> bool:
    """Tell whether the built page is that of the present sources."""
    return (BUILT / "index.html").is_file() and read(STAMP) == fingerprint()


def build() -> None:
    """Install the locked packages where needed, and build.

    Raises PageNotBuiltError.
    """
    check_node()
    before = fingerprint()
    packages = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    if read(PACKAGES_STAMP) != packages:
        # Should it be interrupted, nothing is to say that all is there.
        PACKAGES_STAMP.unlink(missing_ok=True)
        npm("ci", "--no-audit", "--no-fund")
        PACKAGES_STAMP.write_text(packages)
    npm("run", "build")
    if not (BUILT / "index.html").is_file():
        raise PageNotBuiltError(f"npm run build left no {BUILT / 'index.html'}.")
    STAMP.write_text(before)


def fingerprint() -> str:
    """Return a digest of the page's sources, which a fresh checkout does not change."""
    digest = hashlib.sha256()
    for path in sorted(SOURCE.rglob("*")):
        inside = path.relative_to(SOURCE)
        if inside.parts[0] == "node_modules" or not path.is_file():
            continue
        digest.update(f"{inside.as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def check_node() -> None:
    """Raise PageNotBuiltError when Node.js is missing or too old."""
    remedy = (
        f"The page needs Node.js {OLDEST_NODE} or newer with npm. Install it (https://nodejs.org), "
        "then run make again."
    )
    if tools.find("node", fits=is_new_enough) is not None and tools.find("npm") is not None:
        return
    node = tools.find("node")
    here = f" The one here says {version_of(node) or 'nothing'}." if node else ""
    raise PageNotBuiltError(f"{remedy}{here}")


def is_new_enough(node: Path) -> bool:
    """Tell whether a Node.js can build the page."""
    found = re.match(r"v(\d+)\.", version_of(node))
    return found is not None and int(found.group(1)) >= OLDEST_NODE


def version_of(node: Path) -> str:
    """Return what a Node.js says its version is."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return said.strip()


def npm(*arguments: str) -> None:
    """Run npm in the page's folder; raises PageNotBuiltError with what it said last."""
    program = tools.find("npm") or "npm"
    done = subprocess.run(
        [program, *arguments],
        cwd=SOURCE,
        env=tools.environment(first=tools.find("node", fits=is_new_enough)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise PageNotBuiltError(f"npm {' '.join(arguments)} failed:\n{tail}")


def read(path: Path) -> str:
    """Return the content of a small file, or nothing."""
    return path.read_text() if path.is_file() else ""


def main() -> None:
    """Build the page if it is not built."""
    try:
        if not is_built():
            build()
    except PageNotBuiltError as error:
        sys.exit(f"[setup] web page ... not built. {error}")


if __name__ == "__main__":
    main()
