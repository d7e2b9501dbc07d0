"""What only the Saydo of this machine knows; asked of a program of its own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from command_line.connection.login import (
    Login,
    local_address,
    local_data,
    remember_token,
    remembered_token,
    saved_login,
)
from command_line.terminal.errors import CommandLineError

ROOT = Path(__file__).parents[2]
QUESTIONS = "control_api.process.for_command_line"
TOKEN = "control_api.process.token_for_command_line"  # noqa: S105 (the program that makes it)

T = TypeVar("T")


def find_login() -> Login:
    """The login that was saved; else this person's own Saydo on this machine.

    `SAYDO_DATA` and `SAYDO_PORT` name another one on this machine, as for the server itself. Raises
    `CommandLineError`.
    """
    return saved_login() or local_login()


def local_login() -> Login:
    """The owner's way in on this machine. Raises `CommandLineError`."""
    data = local_data()
    token = remembered_token(data) or make_token(data)
    return Login(local_address(), token, data)


def make_token(data: str) -> str:
    """Make and keep a token of the owner of a data folder. Raises `CommandLineError`."""
    token = ask_here(data, str, program=TOKEN)
    remember_token(data, token)
    return token


def data_here() -> str | None:
    """The data folder of the Saydo that is meant; None when it runs elsewhere."""
    saved = saved_login()
    return local_data() if saved is None else saved.data


def ask_here(
    data: str,
    answer_type: type[T],
    *words: str,
    program: str = QUESTIONS,
    looked: Callable[[int, int], None] | None = None,
) -> T:
    """Ask something of a data folder; `looked` hears how many of how many are done.

    Raises `CommandLineError` with what is said when it fails.
    """
    environ = os.environ | ({"SAYDO_DATA": data} if data else {})
    said = []
    # A file, since a pipe that nobody reads yet fills up.
    with (
        tempfile.TemporaryFile() as printed,
        subprocess.Popen(  # noqa: S603 (our own program)
            [sys.executable, "-m", program, *words],
            cwd=ROOT,
            env=environ,
            stdout=printed,
            stderr=subprocess.PIPE,
            text=True,
        ) as child,
    ):
        for line in child.stderr or ():
            numbers = line.split()
            if looked is not None and len(numbers) == 2 and line[0].isdigit():  # noqa: PLR2004
                looked(int(numbers[0]), int(numbers[1]))
            else:
                said.append(line)
        code = child.wait()
        printed.seek(0)
        answer = printed.read()
    if code != 0:
        told = "".join(said).strip()
        raise CommandLineError(told or "Saydo's own program could not be run on this machine.")
    try:
        return msgspec.json.decode(answer, type=answer_type)
    except msgspec.MsgspecError as error:
        raise CommandLineError("Saydo's own program on this machine is another version.") from error
