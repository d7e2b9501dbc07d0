"""Gets what is missing, one line a step: `python -m scripts.setup`. Safe to run again and again."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scripts.machine import bearing
from scripts.machine.places import ROOT, bin_folder
from scripts.provision import bytecode, livekit_server, page


def main() -> None:
    """Run every step; stop with a sentence at the first that can't be had."""
    # So that what was begun, such as a folder for a build, is cleared away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with one_at_a_time():
        get_livekit_server()
        get_models()
        measure_bearing()
        get_page()
        link_command_line()
        compile_bytecode()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second setup wait, so that two never download or build the same thing."""
    bin_folder().mkdir(parents=True, exist_ok=True)
    with (bin_folder() / ".setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another setup to finish")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def get_livekit_server() -> None:
    """Find or get livekit-server, unless LIVEKIT_URL names one that runs elsewhere."""
    step = "livekit-server"
    if os.environ.get("LIVEKIT_URL"):
        say(f"{step} ... not needed, LIVEKIT_URL is set")
        return
    if livekit_server.find():
        say(f"{step} ... ok (already there)")
        return
    try:
        program = livekit_server.get(saying(step))
    except livekit_server.LiveKitServerMissingError as error:
        sys.exit(f"[setup] {step} ... could not be had. {error}")
    say(f"{step} ... ok ({program})")


def get_models() -> None:
    """Download the speech and language models that are missing; the worker knows which."""
    say("models ... checking")
    # It is told to end when we are, and waited for: it has something to clear away, too.
    with subprocess.Popen([sys.executable, "-m", "agent_worker", "models"], cwd=ROOT) as getting:
        status = getting.wait()
    if status != 0:
        sys.exit("[setup] models ... not complete. The reason is above; run make again to go on.")
    say("models ... ok")


def measure_bearing() -> None:
    """Find out how many conversations this machine bears, unless somebody has said."""
    if os.environ.get(bearing.VARIABLE):
        return
    borne = bearing.known() or bearing.measure()
    if borne is not None:
        say(
            f"conversations ... {borne} at a time, measured; {bearing.VARIABLE} sets another number"
        )


def get_page() -> None:
    """Build the web page when its sources changed; without Node.js an older one is used."""
    step = "web page"
    if page.is_built():
        say(f"{step} ... ok (already there)")
        return
    say(f"{step} ... building, about a minute the first time")
    try:
        page.check_node()
    except page.PageNotBuiltError as error:
        if not (page.BUILT / "index.html").is_file():
            sys.exit(f"[setup] {step} ... not built. {error}")
        say(f"{step} ... skipped, an older one is used. {error}")
        return
    try:
        page.build()
    except page.PageNotBuiltError as error:
        sys.exit(f"[setup] {step} ... not built. {error}")
    say(f"{step} ... ok")


def link_command_line() -> None:
    """Put `saydo` beside Python in the environment."""
    link = ROOT / ".venv" / "bin" / "saydo"
    link.unlink(missing_ok=True)
    link.symlink_to(ROOT / "scripts" / "saydo")
    say(f"command line ... ok ({link})")


def compile_bytecode() -> None:
    """Have every program, and `saydo` above all, start without compiling itself."""
    step = "bytecode"
    if not bytecode.are_packages_compiled():
        say(f"{step} ... compiling, half a minute")
        bytecode.compile_packages()
    bytecode.compile_ours()
    say(f"{step} ... ok")


def saying(step: str) -> Callable[[str], None]:
    """Return a `say` that names the step."""

    def say_more(text: str) -> None:
        say(f"{step} ... {text}")

    return say_more


def say(text: str) -> None:
    """Print one line, at once, also into a file."""
    print(f"[setup] {text}", flush=True)


if __name__ == "__main__":
    main()
