"""Holds a whole process to what it may reach, whatever code it runs.

For code of others that opens its own connections, and so has no place for `guarded_socket`: it runs
in a process of its own, which nothing can let out again. Python tells an audit hook (PEP 578) of
each connection before it is made, with the address after resolving.
"""

import errno
import ipaddress
import os
import resource
import socket
import ssl
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from control_api.edges.outgoing.reach import REFUSED, is_reachable
from control_api.http.networks import Network

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of addresses, of which Python itself and its libraries take about half."""
_CONNECTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_NEVER = (
    "_winapi.CreateProcess",
    "ctypes.",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.spawn",
    "os.startfile",
    "os.symlink",
    "os.system",
    "os.truncate",
    "pty.",
    "shutil.",
    "socket.bind",
    "sqlite3.",
    "subprocess.",
    "syslog.",
    "tempfile.",
)
"""Events that are refused, by how their names begin."""


def confine(allowed: Sequence[Network], *, most_bytes: int) -> list[str]:
    """Let this process connect only to public addresses and `allowed` networks, for ever.

    It starts no program, listens to nobody, writes no file, reads none but Python's own and
    libraries, and takes `most_bytes` over all its connections together. What it tries in vain
    raises an `OSError`, and is named in the list, which grows.
    """
    refused: list[str] = []
    _limit_resources()
    _limit_answers(most_bytes)
    sys.addaudithook(make_hook(allowed, refused))
    return refused


def make_hook(
    allowed: Sequence[Network], refused: list[str]
) -> Callable[[str, tuple[Any, ...]], None]:
    """Make the hook, which raises `PermissionError` and notes in `refused` what it refuses."""
    readable = [Path(path).resolve() for path in _own_folders()]

    def refuse(what: str, sentence: str) -> None:
        refused.append(what)
        raise PermissionError(errno.EACCES, sentence)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in _CONNECTS:
            if not _may_reach(args[1], allowed):
                refuse(f"connecting to {args[1]!r}", REFUSED)
        elif event == "open":
            path, _, flags = args
            if not isinstance(path, int) and not _may_open(path, flags, readable):
                refuse("opening a file", "refused: a file")
        elif event.startswith(_NEVER):
            refuse(event, f"refused: {event}")

    return hook


def _may_reach(address: object, allowed: Sequence[Network]) -> bool:
    if address is None:  # more to where the socket is connected already
        return True
    # A name would be resolved after this, and a path or a number is another kind of socket.
    if not isinstance(address, tuple) or not address or not isinstance(address[0], str):
        return False
    try:
        ipaddress.ip_address(address[0].partition("%")[0])
    except ValueError:
        return False
    return is_reachable(address[0], allowed)


def _may_open(path: object, flags: object, readable: Sequence[Path]) -> bool:
    if not isinstance(path, str | bytes | os.PathLike) or not isinstance(flags, int):
        return False
    whole = Path(os.path.realpath(os.fsdecode(path)))
    return not flags & _WRITES and any(whole.is_relative_to(folder) for folder in readable)


def _own_folders() -> set[str]:
    return {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}


def _limit_resources() -> None:
    """The kernel holds these whatever Python does; a pipe is no file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # elsewhere it counts what is none of ours
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _limit_answers(most_bytes: int) -> None:
    """Count what is received, by whichever way HTTP and mail libraries receive it."""
    left = most_bytes

    def count(received: int) -> None:
        nonlocal left
        left -= received
        if left < 0:
            raise OSError(errno.EMSGSIZE, "the answer is too large")

    for kind in (socket.socket, ssl.SSLSocket):
        for name in ("recv", "recv_into"):
            setattr(kind, name, _counted(getattr(kind, name), count))


def _counted(receive: Callable[..., Any], count: Callable[[int], None]) -> Callable[..., Any]:
    def counted(*args: Any, **more: Any) -> Any:
        received = receive(*args, **more)
        count(received if isinstance(received, int) else len(received))
        return received

    return counted
