"""Where the server is, with which token, and how both are kept between two calls."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from command_line.connection.kept_files import config_file, read_kept, state_file, write_kept
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import quoted

LOCAL_PORT = "7300"


class Login(msgspec.Struct, frozen=True):
    """How to reach a server."""

    address: str
    token: str
    data: str | None = None
    """The data folder of a server on this machine, empty for the usual one; None: elsewhere."""


def saved_login() -> Login | None:
    """The login that counts, unless `SAYDO_DATA` or `SAYDO_PORT` name a Saydo on this machine.

    Raises `CommandLineError`.
    """
    saved = _login_file()
    if not saved.is_file() or {"SAYDO_DATA", "SAYDO_PORT"} & os.environ.keys():
        return None
    try:
        return msgspec.json.decode(saved.read_bytes(), type=Login)
    except (OSError, msgspec.MsgspecError) as error:
        raise CommandLineError(f"{saved} can't be read; run: saydo login") from error


def local_address() -> str:
    """Where the Saydo of this machine is."""
    return f"http://127.0.0.1:{os.environ.get('SAYDO_PORT') or LOCAL_PORT}"


def local_data() -> str:
    """Its data folder as it was named, empty for the usual one."""
    named = os.environ.get("SAYDO_DATA")
    return str(Path(named).expanduser().absolute()) if named else ""


def clean_address(said: str) -> str:
    """An address as it is kept. Raises `CommandLineError`."""
    address = said.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        good = good and not (parts.query or parts.fragment)
    except ValueError:
        good = False
    if not good:
        raise CommandLineError(f"{quoted(said)} is no address; give one: https://saydo.example.")
    return address


def save_login(login: Login) -> Path:
    """Keep a login, readable for this person only; where it is kept."""
    file = _login_file()
    write_kept(file, login)
    return file


def forget_login() -> bool:
    """Keep no login any more; whether there was one."""
    existed = _login_file().is_file()
    for file in (_login_file(), state_file("local-tokens.json")):
        file.unlink(missing_ok=True)
    return existed


def remember_token(data: str, token: str) -> None:
    """Keep the token for a data folder of this machine for its ten minutes: making one is slow."""
    write_kept(state_file("local-tokens.json"), _tokens() | {data: token})


def remembered_token(data: str) -> str | None:
    """The token for a data folder of this machine, if there is one."""
    return _tokens().get(data)


def _tokens() -> dict[str, str]:
    return read_kept(state_file("local-tokens.json"), dict[str, str]) or {}


def _login_file() -> Path:
    return config_file("login.json")
