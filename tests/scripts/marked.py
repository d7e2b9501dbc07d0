"""Processes that carry a mark in their environment, which everything they start inherits."""

import contextlib
import time
import uuid

import psutil

from tests.patience import PATIENCE_S

NAME = "SAYDO_TEST_MARK"


def new_mark() -> dict[str, str]:
    """What to add to the environment of a program whose processes are to be found."""
    return {NAME: uuid.uuid4().hex}


def marked(mark: dict[str, str]) -> list[psutil.Process]:
    """All that run with it."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if (
                process.environ().get(NAME) == mark[NAME]
                and process.status() != psutil.STATUS_ZOMBIE
            ):
                found.append(process)
    return found


def until_gone(mark: dict[str, str]) -> None:
    """Wait until none runs any more; what is left is ended, and told."""
    give_up = time.monotonic() + PATIENCE_S
    while left := marked(mark):
        if time.monotonic() > give_up:
            told = [f"{process.pid} {process.cmdline()}" for process in left]
            for process in left:
                process.kill()
            raise AssertionError("\n".join(["still there:", *told]))
        time.sleep(0.05)
