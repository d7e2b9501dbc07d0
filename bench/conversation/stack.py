"""All of Saydo as `make run` starts it, on free ports, over a data folder of its own."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import psutil

from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import make_owner_token
from scripts.machine.places import ROOT
from scripts.machine.ports import free_port

READY = "Saydo is ready: "
READY_WITHIN_S = 120.0
"""Far beyond what the slowest machine needs."""
STOP_DEADLINE_S = 20.0
_PAUSE_S = 0.1


class Stack:
    """A running Saydo: address, owner's bearer token, log lines, and its processes."""

    def __init__(self, process: subprocess.Popen[str], data: Path, port: int) -> None:
        self.process = process
        self.data = data
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        self.lines: list[str] = []
        self._arrived: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.token = ""

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line.rstrip("\n"))
                self._arrived.put(line)
        self._arrived.put(None)

    def wait_until_ready(self) -> None:
        """Block until the ready line; raises RuntimeError with the log when it never comes."""
        give_up = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < give_up:
            with contextlib.suppress(queue.Empty):
                line = self._arrived.get(timeout=0.5)
                if line is None:
                    break
                if READY in line:
                    self.token = owner_token(self.data)
                    return
        raise RuntimeError("Saydo did not become ready:\n" + "\n".join(self.lines[-60:]))

    def wait_for(self, words: str, since: int) -> None:
        """Block until a line after the first `since` has `words` in it. Raises RuntimeError."""
        give_up = time.monotonic() + READY_WITHIN_S
        while not any(words in line for line in self.lines[since:]):
            if time.monotonic() > give_up:
                raise RuntimeError(f"never said {words!r}:\n" + "\n".join(self.lines[-60:]))
            time.sleep(_PAUSE_S)

    def api(self) -> httpx.Client:
        """A client of the control API, signed in as the owner."""
        return httpx.Client(
            base_url=self.address + "/api/v1",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=READY_WITHIN_S,
            trust_env=False,
        )

    def titles(self) -> list[str]:
        """Titles of the tasks that are not completed."""
        with self.api() as client:
            items = client.get("/tasks").raise_for_status().json()["items"]
        return [item["title"] for item in items if item["status"] != "completed"]

    def processes(self, *words: str) -> list[psutil.Process]:
        """Descendants whose command line holds all of `words`."""
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                line = " ".join(child.cmdline())
                if all(word in line for word in words):
                    found.append(child)
        return found

    def stop(self) -> int:
        """Ask it to stop as Ctrl-C does; returns the exit status, kills what stays."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:
            for child in psutil.Process(self.process.pid).children(recursive=True):
                child.kill()
            self.process.kill()
            self.process.wait()
            raise


def owner_token(data: Path) -> str:
    """Bearer token of the data folder's owner, made as `python -m control_api token` does."""
    secrets = load_or_create(data)
    return make_owner_token(secrets.signing_key, secrets.owner_id)


def start(
    data: Path, extra: Mapping[str, str] | None = None, wrapper: tuple[str, ...] = ()
) -> Stack:
    """Start everything; the caller waits for readiness and stops it."""
    port = free_port()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("LIVEKIT_")},
        "SAYDO_DATA": str(data),
        "SAYDO_PORT": str(port),
        "SAYDO_VERBOSE": "1",
        **(extra or {}),
    }
    process = subprocess.Popen(
        [*wrapper, sys.executable, "-m", "scripts.run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    return Stack(process, data, port)


@contextlib.contextmanager
def running(data: Path, extra: Mapping[str, str] | None = None) -> Iterator[Stack]:
    """A ready stack for the time of a `with` block."""
    stack = start(data, extra)
    try:
        stack.wait_until_ready()
        yield stack
    finally:
        stack.stop()
