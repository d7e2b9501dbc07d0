"""A power cut at any moment of a recorded run leaves a sound file with all that was acknowledged.

What the writer told the disk is recorded. A cut is then every mixture of what the disk was made to
keep and of any part of what it was only told, torn at the sectors.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.database.open import open_writer
from tests.control_api.conftest import ROOT
from tests.control_api.database.golden import rows
from tests.sizes import size

COMMANDS = size(40, 500)
CUTS_EACH = size(2, 4)
SECTOR = 512
CALL = re.compile(r"(\w+)\((.*)\) += (\d+)$")
FILE = re.compile(r"\d+<([^>]*)>")

pytestmark = [
    pytest.mark.fault,
    pytest.mark.sized,
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace"),
]


class Call(NamedTuple):
    """One call of the writer: write, cut, sync, remove, or acknowledge."""

    name: str
    file: str
    at: int = 0
    data: bytes = b""


def plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def quoted(arguments: str) -> bytes:
    found = re.search(r'"([^"]*)"', arguments)
    assert found
    return plain(found[1])


def record(path: Path, synchronous: str) -> list[Call]:
    trace = path.with_name("trace")
    # Of the main thread only, so that no line is broken by another thread's.
    command = ["strace", "-qq", "-y", "-xx", "-s", "1000000", "-o", str(trace)]
    command += ["-e", "trace=pwrite64,write,fdatasync,fsync,ftruncate,unlink", sys.executable]
    command += ["-m", "tests.control_api.database.recorded_writer"]
    command += [str(path), synchronous, str(COMMANDS)]
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL)
    calls: list[Call] = []
    for line in trace.read_text().splitlines():
        found = CALL.match(line)
        if found:
            calls += read_call(found[1], found[2], path.parent)
    return calls


def read_call(name: str, arguments: str, folder: Path) -> Iterator[Call]:
    named = FILE.match(arguments)
    file = Path(os.fsdecode(plain(named[1]))) if named else Path(os.fsdecode(quoted(arguments)))
    if name == "write" and arguments.startswith("1<"):
        yield Call("acknowledge", "", at=int(quoted(arguments)))
    elif file.parent != folder or file.name.endswith("-shm"):
        return
    elif name == "pwrite64":
        yield Call(
            "write", file.name, at=int(arguments.rpartition(", ")[2]), data=quoted(arguments)
        )
    elif name == "ftruncate":
        yield Call("cut", file.name, at=int(arguments.rpartition(", ")[2]))
    elif name in {"fdatasync", "fsync"}:
        yield Call("sync", file.name)
    elif name == "unlink":
        yield Call("remove", file.name)


@dataclass
class Disk:
    """What the disk must have, and what it may have besides."""

    kept: dict[str, bytearray]
    told: dict[str, list[Call]] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        match call.name:
            case "write" | "cut":
                self.told.setdefault(call.file, []).append(call)
            case "sync":
                self.kept[call.file] = self.content(call.file, self.told.pop(call.file, []))
            case "remove":
                self.kept.pop(call.file, None)
                self.told.pop(call.file, None)

    def content(self, file: str, calls: list[Call]) -> bytearray:
        content = bytearray(self.kept.get(file, b""))
        for call in calls:
            if call.name == "cut":
                del content[call.at :]
            content.extend(bytes(max(0, call.at - len(content))))
            content[call.at : call.at + len(call.data)] = call.data
        return content

    def lose_power(self, folder: Path, chance: random.Random) -> None:
        for file in self.kept.keys() | self.told.keys():
            kept = [torn(call, chance) for call in self.told.get(file, []) if chance.random() < 0.7]
            (folder / file).write_bytes(self.content(file, kept))


def torn(call: Call, chance: random.Random) -> Call:
    if len(call.data) > SECTOR and chance.random() < 0.3:
        return call._replace(data=call.data[: chance.randrange(SECTOR, len(call.data), SECTOR)])
    return call


class Found(NamedTuple):
    cuts: int
    damaged: int
    lost: int


def cut_everywhere(tmp_path: Path, synchronous: str, seed: int, commands: int = COMMANDS) -> Found:
    path = tmp_path / "recorded" / "w.db"
    path.parent.mkdir(parents=True)
    open_writer(path, WORKSPACE).close()
    disk = Disk({"w.db": bytearray(path.read_bytes())})
    calls = record(path, synchronous)
    chance = random.Random(seed)
    cuts = damaged = lost = acknowledged = 0
    for call in calls:
        if call.name in {"sync", "acknowledge"}:
            for _ in range(CUTS_EACH):
                cuts += 1
                folder = tmp_path / "cut"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                disk.lose_power(folder, chance)
                if check_file(folder / "w.db", WORKSPACE):
                    damaged += 1
                elif stored(folder / "w.db") < acknowledged:
                    lost += 1
        acknowledged = call.at if call.name == "acknowledge" else acknowledged
        disk.take(call)
    assert acknowledged == COMMANDS
    checkpoints = calls.count(Call("sync", "w.db"))
    assert synchronous == "OFF" or checkpoints > 1, "there was no checkpoint but the last"
    return Found(cuts, damaged, lost)


def stored(path: Path) -> int:
    (count,) = rows(path, "SELECT count(*) FROM tasks")[0]
    assert isinstance(count, int)
    return count


def test_no_power_cut_loses_what_was_acknowledged(tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    found = cut_everywhere(tmp_path, "as it is", seed)
    print(f"seed {seed}: {found}")
    assert found.cuts > COMMANDS * 2
    assert (found.damaged, found.lost) == (0, 0), seed


def test_the_method_sees_what_a_weaker_setting_loses(tmp_path: Path) -> None:
    """A control: else the test above could be green because it looks at nothing."""
    found = cut_everywhere(tmp_path, "NORMAL", 1)
    print(f"NORMAL: {found}")
    assert found.damaged == 0
    assert found.lost > COMMANDS // 4


def test_the_method_sees_what_is_damaged_without_any_sync(tmp_path: Path) -> None:
    """The other control."""
    found = cut_everywhere(tmp_path, "OFF", 1)
    print(f"OFF: {found}")
    assert found.damaged > COMMANDS // 4
