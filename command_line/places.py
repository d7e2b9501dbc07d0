"""Where the server is, with which token, and what this program keeps between two calls."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from command_line.errors import CommandLineError

ROOT = Path(__file__).parents[1]
LOCAL_PORT = "7300"
MADE_WITHIN_S = 60


class Login(msgspec.Struct, frozen=True):
    """How to reach a server."""

    address: str
    token: str


def find_login() -> Login:
    """The login that was saved; else this person's own Saydo on this machine.

    `SAYDO_DATA` and `SAYDO_PORT` name another one on this machine, as for the server itself. Raises
    `CommandLineError`.
    """
    saved = _login_file()
    if saved.is_file() and not {"SAYDO_DATA", "SAYDO_PORT"} & os.environ.keys():
        try:
            return msgspec.json.decode(saved.read_bytes(), type=Login)
        except msgspec.MsgspecError as error:
            raise CommandLineError(f"{saved} can't be read; run: saydo login") from error
    return local_login()


def local_login() -> Login:
    """The owner's way in on this machine, made as ``python -m control_api token`` makes it.

    Raises `CommandLineError`.
    """
    asked = [sys.executable, "-m", "control_api", "token"]
    made = subprocess.run(  # noqa: S603 (our own program)
        asked, cwd=ROOT, capture_output=True, text=True, check=False, timeout=MADE_WITHIN_S
    )
    if made.returncode != 0:
        raise CommandLineError(made.stderr.strip() or "No token could be made on this machine.")
    port = os.environ.get("SAYDO_PORT") or LOCAL_PORT
    return Login(address=f"http://127.0.0.1:{port}", token=made.stdout.strip())


def save_login(login: Login) -> Path:
    """Keep a login, readable for this person only; where it is kept."""
    file = _login_file()
    _write(file, msgspec.json.encode(login))
    return file


def forget_login() -> bool:
    """Keep no login any more; whether there was one."""
    existed = _login_file().is_file()
    _login_file().unlink(missing_ok=True)
    return existed


def remember_list(task_ids: list[str]) -> None:
    """Keep which tasks were listed last, in their order, so that they have numbers."""
    _write(_list_file(), msgspec.json.encode(task_ids))


def remembered_list() -> list[str]:
    """The ids of the tasks that were listed last; none when they can't be had."""
    try:
        return msgspec.json.decode(_list_file().read_bytes(), type=list[str])
    except (OSError, msgspec.MsgspecError):
        return []


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(content)
    draft.replace(file)


def _login_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "saydo" / "login.json"


def _list_file() -> Path:
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "saydo" / "last-list.json"
