"""A file is read by a process that can hurt nobody, and only while somebody waits for it."""

import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import httpx
import msgspec
import psutil
import pytest
from hypothesis import given, settings
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.edges.exchange.apart import __main__ as program
from control_api.edges.exchange.apart import reading
from control_api.edges.exchange.apart.job import Answer, Job, Refusal
from control_api.edges.exchange.apart.spool import Spool, write_spool
from control_api.edges.exchange.intake.apply import GoneError, ImportFile
from control_api.edges.exchange.parts.bundle import Bundle, new_task, task_id_of
from control_api.log.entries import last_position
from control_api.setup.settings import Settings
from shared.actions import Redo, Undo
from shared.moving import ImportFormat, ImportThings
from tests.control_api.conftest import ROOT, Headers, Server
from tests.control_api.edges.exchange.bombs import bomb
from tests.control_api.edges.exchange.conftest import (
    BERLIN,
    do_in,
    empty_workspace,
    stored,
    take_in,
)
from tests.control_api.edges.exchange.workspaces import bundles
from tests.patience import PATIENCE_S, wait_until

IMPORT, TASKS = "/api/v1/import", "/api/v1/tasks"
MB = 1024 * 1024
FORMATS: tuple[ImportFormat, ...] = get_args(ImportFormat)
RECORDS: dict[ImportFormat, int] = {"csv": 30_000_000, "todoist-csv": 15_000_000, "ics": 5_000_000}
"""In as many bytes as a zip file may hold."""
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of other systems differ")


# A process that began as a copy of this one would count what this one has had.
MEASURED = """
import os, resource, subprocess, sys
job = sys.stdin.buffer.read().replace(b'"parent":0', b'"parent":%d' % os.getpid())
command = [sys.executable, "-m", "control_api.edges.exchange.apart"]
done = subprocess.run(command, input=job, pass_fds=[int(each) for each in sys.argv[1:]])
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def read_apart(data: bytes, form: ImportFormat) -> tuple[Answer, int]:
    """The answer, and the most memory that it took, in bytes."""
    with tempfile.TemporaryFile() as body, tempfile.TemporaryFile() as records:
        body.write(data)
        body.flush()
        files = (body.fileno(), records.fileno())
        job = Job(parent=0, body=files[0], records=files[1], format=form, circumstances=BERLIN)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *map(str, files)],
            cwd=ROOT,
            input=msgspec.json.encode(job),
            capture_output=True,
            pass_fds=files,
            check=True,
        )
    code, most_kib = done.stderr.split()
    assert code == b"0"
    answer: Answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    return answer, int(most_kib) * 1024


@on_linux
@pytest.mark.parametrize("form", FORMATS)
def test_a_small_file_of_very_many_records_costs_little_memory(form: ImportFormat) -> None:
    data = bomb(form, RECORDS.get(form, 800_000))
    assert len(data) < MB
    answer, most = read_apart(data, form)
    assert isinstance(answer, Refusal)
    assert (answer.name, "Split it" in answer.detail) == ("too-large", True)
    assert most < 300 * MB


@on_linux
def test_there_is_an_end_to_the_memory_that_reading_takes() -> None:
    code = (
        "import os; from control_api.edges.exchange.apart.confine import confine;"
        "confine(os.getppid()); bytearray(500 << 20)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "MemoryError" in done.stderr


def test_what_takes_too_much_memory_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def take_all(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(program, "_read", take_all)
    job = Job(parent=0, body=0, records=0, format="csv", circumstances=BERLIN)
    answer = program._answer(job)
    assert isinstance(answer, Refusal)
    assert answer.name == "too-large"
    assert "takes too much memory. Split it" in answer.detail


@settings(max_examples=20)
@given(bundles())
def test_what_is_read_apart_comes_in_as_what_is_at_hand_does(bundle: Bundle) -> None:
    with empty_workspace() as here, empty_workspace() as there, tempfile.TemporaryFile() as file:
        take_in(here, bundle)
        told = write_spool(bundle, file)
        outcome = do_in(there, ImportFile(kinds=KINDS, trash=told.trash, records=Spool(file)))
        [action] = outcome.actions
        assert type(action) is ImportThings
        assert ids(stored(there)) == ids(stored(here))
        assert not WORKSPACE.find_damage(there)
        before = stored(there)
        if last_position(there):
            do_in(there, Undo())
            do_in(there, Redo())
            assert stored(there) == before
            assert not WORKSPACE.find_damage(there)


def ids(content: dict[str, Any]) -> dict[str, list[str]]:
    """What is there, in its order; times that are not told are those of the import."""
    del content["trash"]
    return {kind: [thing["id"] for thing in things] for kind, things in content.items()}


def test_an_import_that_nobody_waits_for_leaves_nothing(db: Database) -> None:
    tasks = [new_task(task_id_of("other", f"{number}"), "a") for number in range(1_200)]
    asked = []

    def has_ended() -> bool:
        asked.append(True)
        return len(asked) > 2

    with tempfile.TemporaryFile() as file:
        write_spool(Bundle(tasks=tasks), file)
        with pytest.raises(GoneError):
            do_in(db, ImportFile(kinds=KINDS, records=Spool(file), has_ended=has_ended))
    assert (last_position(db), stored(db)["task"]) == (0, [])
    assert not WORKSPACE.find_damage(db)


def test_a_second_import_of_the_same_account_is_refused(
    app: Litestar, client: TestClient[Litestar], alice: Headers, bob: Headers, settings: Settings
) -> None:
    def take_in(headers: Headers) -> httpx.Response:
        return client.post(f"{IMPORT}?format=csv", content=b"title\nMilk\n", headers=headers)

    with app.state.imports.turn(settings.secrets.owner_id):
        refused = take_in(alice)
        assert refused.status_code == 409
        assert "running already" in refused.json()["detail"]
        assert take_in(bob).status_code == 200
    assert take_in(alice).status_code == 200


def test_reading_that_takes_too_long_is_ended(
    client: TestClient[Litestar], alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "READ_WITHIN_S", 0.01)
    answer = client.post(f"{IMPORT}?format=csv", content=b"title\nMilk\n", headers=alice)
    assert (answer.status_code, "takes longer" in answer.json()["detail"]) == (413, True)
    monkeypatch.undo()
    answer = client.post(f"{IMPORT}?format=csv", content=b"title\nMilk\n", headers=alice)
    assert answer.status_code == 200


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_bomb_is_refused_over_http(
    client: TestClient[Litestar], alice: Headers, *, dry_run: bool
) -> None:
    query: dict[str, str | bool] = {"format": "csv", "dry_run": dry_run}
    answer = client.post(IMPORT, params=query, content=bomb("csv", 30_000_000), headers=alice)
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:saydo:problem:too-large")
    assert "more than 250,000 records" in answer.json()["detail"]


def reads_a_file(child: psutil.Process) -> bool:
    """The others read time words, and stay."""
    with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
        return "control_api.edges.exchange.apart" in child.cmdline()
    return False


@pytest.mark.fault
def test_reading_ends_when_its_sender_goes(start_server: Callable[..., Server]) -> None:
    server = start_server()
    headers = server.headers()
    # A workspace is there, and the table takes long enough to read.
    httpx.get(f"{server.url}{TASKS}", headers=headers, trust_env=False, timeout=PATIENCE_S)
    table = b"title,notes\n" + b"".join(b"Task %d,%s\n" % (n, b"x" * 90) for n in range(200_000))
    process = psutil.Process(server.process.pid)
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_S) as connection:
        head = f"Authorization: {headers['Authorization']}\r\nContent-Length: {len(table)}\r\n\r\n"
        start = f"POST {IMPORT}?format=csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        connection.sendall((start + head).encode() + table)
        seen: list[psutil.Process] = []

        def is_read() -> bool:
            seen.extend(child for child in process.children() if reads_a_file(child))
            return bool(seen)

        wait_until(is_read)
    wait_until(lambda: not seen[0].is_running())

    def take_in_another() -> int:
        answer = httpx.post(
            f"{server.url}{IMPORT}?format=csv",
            content=b"title\nMilk\n",
            headers=headers,
            trust_env=False,
            timeout=PATIENCE_S,
        )
        return answer.status_code

    # As soon as the first one has let go of the account.
    wait_until(lambda: take_in_another() == 200)
    items = httpx.get(
        f"{server.url}{TASKS}", headers=headers, trust_env=False, timeout=PATIENCE_S
    ).json()["items"]
    assert [task["title"] for task in items] == ["Milk"]
    assert list(Path(server.data).glob("*tmp*")) == []
