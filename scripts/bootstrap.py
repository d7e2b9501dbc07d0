"""Gets uv where it is missing, and the Python environment in .venv: `python3 scripts/bootstrap.py`.

Runs on whatever Python the machine has, before there is any other. Safe to run again and again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.machine import patiently, tools
from scripts.machine.places import ROOT, bin_folder
from scripts.provision import page

OLDEST_UV = (0, 9, 17)
"""`required-version` in pyproject.toml."""
UV = "uv>=0.9.17,<1"
INSTALLER = "https://astral.sh/uv/install.sh"
WITHIN_S = 20
COMPILERS = ("c++", "g++", "clang++")
NO_COMPILER = (
    "A C++ compiler is needed to build llama.cpp. Install one (Debian and Ubuntu: sudo apt install "
    "g++; Fedora: sudo dnf install gcc-c++; macOS: xcode-select --install), then run make again."
)
NO_UV = "uv could not be had. Install it (https://docs.astral.sh/uv/), then run make again."
NO_PYTHON = (
    "Python 3.11, 3.12 or 3.13 is needed and could not be fetched. Install one (Debian and Ubuntu: "
    "sudo apt install python3; Fedora: sudo dnf install python3.13), then run make again."
)
NO_ENVIRONMENT = (
    "The Python environment could not be made. What uv says is below: most often the network is "
    "away, or pyproject.toml was changed without `uv lock`. Then run make again."
)


def main() -> None:
    """Run all steps; stop with a sentence at the first thing that is missing."""
    check_needs()
    uv = find_uv()
    if uv is None:
        say("uv ... getting it")
        get_uv()
        uv = find_uv() or stop(NO_UV)
        say("uv ... ok")
    else:
        say("uv ... ok (already there)")
    make_environment(uv)


def check_needs() -> None:
    """Look for what only a person can install, before anything takes minutes."""
    if not is_environment_built() and compiler() is None:
        stop(NO_COMPILER)
    # An older page does until there is a Node.js to build the present one with.
    if not (page.BUILT / "index.html").is_file():
        try:
            page.check_node()
        except page.PageNotBuiltError as error:
            stop(str(error))


def find_uv() -> Path | None:
    """Return the first uv that runs and is new enough."""
    return tools.find("uv", fits=lambda program: version_of(program) >= OLDEST_UV)


def version_of(program: Path) -> tuple[int, ...]:
    """Return the version a uv says it is; nothing when it can't be run, as some shims can't."""
    try:
        said = subprocess.run(
            [str(program), "--version"],
            capture_output=True,
            text=True,
            timeout=WITHIN_S,
            check=True,
        ).stdout
        return tuple(int(part) for part in said.split()[1].split(".")[:3])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return ()


def get_uv() -> None:
    """Put uv into our own folder, from the package index or else with its own installer."""
    folder = bin_folder()
    folder.mkdir(parents=True, exist_ok=True)
    # pip writes only below --target, so this works where the system's Python is not to be changed.
    # --upgrade: what an interrupted set-up left there is replaced.
    install = [sys.executable, "-m", "pip", "install", "-q", "--upgrade", "--only-binary", ":all:"]
    target = str(folder / "uv-package")
    subprocess.run([*install, "--target", target, UV], capture_output=True, check=False)
    if find_uv() is None:
        run_installer(folder)


def run_installer(folder: Path) -> None:
    """Fetch uv's installer and run it; it writes only into the folder."""
    script = folder / "install-uv.sh"
    try:
        with urllib.request.urlopen(INSTALLER, timeout=WITHIN_S) as answer:
            script.write_bytes(answer.read())
    except OSError:
        return
    environment = {**tools.environment(), "UV_INSTALL_DIR": str(folder), "UV_NO_MODIFY_PATH": "1"}
    subprocess.run(
        ["/bin/sh", str(script), "-q"], env=environment, capture_output=True, check=False
    )
    script.unlink()


def make_environment(uv: Path) -> None:
    """Make or refresh .venv from the lock file."""
    step = "Python environment"
    built = is_environment_built()
    if not built:
        if run_uv(uv, "python", "find", "-q").returncode != 0:
            run_uv(uv, "python", "install", "-q", "3.12")
        if run_uv(uv, "python", "find", "-q").returncode != 0:
            stop(NO_PYTHON)
        say(f"{step} ... the first one takes 600 MB and some 5 minutes: llama.cpp is compiled")
    # What was fetched and built before is used as it is. An index that does not say how long its
    # answers are good for would make uv compile llama.cpp again in each new clone.
    status, last = sync(uv, step, "--offline")
    if status != 0:
        status, last = sync(uv, step)
    if status != 0:
        stop("\n".join(filter(None, [NO_ENVIRONMENT, last])))
    say(f"{step} ... ok{' (already there)' if built else ''}")


def sync(uv: Path, step: str, *options: str) -> tuple[int, str]:
    """Bring .venv up to the lock file; return uv's exit status and the end of what it said."""
    command = [str(uv), "sync", "--locked", "--extra", "piper", *options]
    return patiently.run(command, ROOT, tools.environment(), lambda text: say(f"{step} ... {text}"))


def is_environment_built() -> bool:
    """Tell whether llama.cpp was compiled into .venv, which takes the longest by far."""
    return any((ROOT / ".venv").glob("lib/python*/site-packages/llama_cpp"))


def compiler() -> Path | None:
    """Return a C++ compiler: the one that CXX names, else the first there is."""
    names = [os.environ["CXX"].split()[0]] if os.environ.get("CXX") else []
    return next(filter(None, map(tools.find, [*names, *COMPILERS])), None)


def run_uv(uv: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Ask uv something, in our folder."""
    return subprocess.run(
        [str(uv), *arguments],
        cwd=ROOT,
        env=tools.environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def say(text: str) -> None:
    """Print one line, at once, also into a file."""
    print(f"[setup] {text}", flush=True)


def stop(problem: str) -> NoReturn:
    """End with one line that says what to do."""
    sys.exit(f"[setup] {problem}")


if __name__ == "__main__":
    main()
