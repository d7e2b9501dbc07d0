"""What is promised and can be timed: starts, backups, and what nobody may learn from a clock."""

import asyncio
import io
import os
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path

import msgspec

from bench.api.crowding import among_half_requests, same_rows
from bench.api.even_time import passwords, somebody_elses
from bench.api.words import words_under_load
from bench.equipment.results import Figure, Report, figure
from bench.equipment.seeding import seed
from bench.equipment.serving import Served, prepare, serving, start, workspace_file
from bench.equipment.watching import Watched
from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.database.copies import snapshot

TASKS = int(os.environ.get("BENCH_PROMISED_TASKS", "100000"))
STARTS = 20
COPIES = 5
CHECKS = 3
BOB = "b0b00000-0000-4000-8000-000000000000"
BOMB_ROWS = 30_000_000
LONGEST_S = 1800.0
"""For one import."""


def measure(report: Report) -> None:
    """All of it, into the report; a part that fails is named in the end, and the others go on."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        tokens = prepare(data, [BOB])
        ids = seed(workspace_file(data), TASKS, tell=report.say)
        with serving(data, tokens) as served:
            report.say("waiting until the server has planned what is due")
            served.settle()
        with report.part("promises, starts"):
            for found in _starts(data, tokens):
                report.add(found)
        with report.part("promises, backups"):
            report.add(*_backups(data, Path(folder)))
        with serving(data, tokens) as served:
            with report.part("promises, at the same rows"):
                report.add(*asyncio.run(same_rows(served, ids[:4])))
            with report.part("promises, half requests"):
                report.add(*among_half_requests(served))
            with report.part("promises, words under load"):
                report.add(*words_under_load(served, BOB))
            with report.part("promises, what is somebody else's"):
                report.add(*somebody_elses(served.client(), served.client(BOB)))
        with report.part("promises, passwords"):
            report.add(passwords(Path(folder) / "passwords"))
        with report.part("promises, out and in again"):
            report.add(*_out_and_in(data, tokens))


def _starts(data: Path, tokens: Mapping[str, str]) -> Iterator[Figure]:
    """From starting the program to its first answer from the workspace."""
    served = start(data, tokens)
    for how in ("a kill", "a stop"):
        took = []
        for number in range(STARTS):
            client = served.client()
            for _ in range(10):
                client.ask("POST", "/tasks", body={"title": f"Written before start {number}"})
            if how == "a kill":
                served.kill()
            else:
                served.stop()
            began = time.perf_counter()
            served = start(data, tokens)
            served.client().ask("GET", "/tasks", limit=1)
            took.append(time.perf_counter() - began)
        longest = round(max(took), 2)
        yield figure(f"start after {how}, {TASKS:,} tasks", "s", took, longest=longest)
    served.stop()


def _backups(data: Path, folder: Path) -> list[Figure]:
    """A copy of the workspace, and the check of it."""
    copied, checked = [], []
    for number in range(COPIES):
        target = folder / f"copy-{number}.db"
        began = time.perf_counter()
        snapshot(workspace_file(data), target)
        copied.append(time.perf_counter() - began)
        if number < CHECKS:
            began = time.perf_counter()
            faults = check_file(target, WORKSPACE)
            checked.append(time.perf_counter() - began)
            if faults:
                raise RuntimeError(faults[0])
        target.unlink()
    megabytes = workspace_file(data).stat().st_size >> 20
    return [
        figure(f"backup, copy, {TASKS:,} tasks", "s", copied, megabytes=megabytes),
        figure(f"backup, check of the copy, {TASKS:,} tasks", "s", checked),
    ]


def _out_and_in(data: Path, tokens: Mapping[str, str]) -> Iterator[Figure]:
    """All of a workspace as one file, that file into an empty workspace, and a bomb."""
    with serving(data, tokens) as served:
        began = time.perf_counter()
        _, text = served.client(patience_s=LONGEST_S).send("GET", "/export?format=saydo")
        exported = time.perf_counter() - began
    yield figure(f"export, {TASKS:,} tasks", "s", [exported], megabytes=len(text) >> 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("saydo.json", text)
    with serving(data, tokens) as served:
        found = _import(served, "format=saydo&force=true", packed.getvalue(), HTTPStatus.OK)
    yield msgspec.structs.replace(found, name=f"import of the same, {TASKS:,} tasks")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"title\n" + b"a\n" * BOMB_ROWS)
    refused = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    with serving(data, tokens) as served:
        found = _import(served, "format=csv&dry_run=true", bomb.getvalue(), refused)
    kib = len(bomb.getvalue()) >> 10
    yield msgspec.structs.replace(found, name=f"refusal of {kib} KiB with {BOMB_ROWS:,} rows")


def _import(served: Served, query: str, content: bytes, expected: HTTPStatus) -> Figure:
    client = served.client(BOB, patience_s=LONGEST_S)
    client.ask("GET", "/tasks", limit=1)
    with Watched(served, BOB) as watched:
        began = time.perf_counter()
        status, said = client.send("POST", f"/import?{query}", content)
        took = time.perf_counter() - began
    if status != expected:
        raise RuntimeError(f"{status} {said[:300]!r}")
    return figure("import", "s", [took], **watched.found())
