"""Nothing passes as "no advisories" but an answer about everything that was asked for."""

import json
import shutil
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from scripts.supply.advisories import (
    Answer,
    faults_in_page,
    faults_in_python,
    judge_page,
    judge_python,
    run,
)
from scripts.supply.locks import PythonPackage, page_packages, python_packages

ASKED = [PythonPackage("one", "1.0", {}, ("sha256:1",)), PythonPackage("two", "2.0", {}, ())]
ONE = {"name": "one", "version": "1.0", "vulns": []}
TWO = {"name": "two", "version": "2.0", "vulns": []}


def by_pip_audit(*entries: dict[str, Any], status: int = 0) -> Answer:
    return Answer(status, json.dumps({"dependencies": entries, "fixes": []}))


def by_npm(total: int, status: int = 0, **found: dict[str, str]) -> Answer:
    counted = {"dependencies": {"total": total}, "vulnerabilities": {"total": len(found)}}
    return Answer(status, json.dumps({"vulnerabilities": found, "metadata": counted}))


def test_all_looked_at_and_nothing_found_passes() -> None:
    assert judge_python(by_pip_audit(ONE, TWO), ASKED) == []
    assert judge_page(by_npm(2), 2) == []


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (by_pip_audit(ONE, {"name": "two", "skip_reason": "not on PyPI"}), "two was skipped: not"),
        (by_pip_audit(ONE), "two 2.0 was not looked at"),
        (by_pip_audit(), "one 1.0 was not looked at"),
        (by_pip_audit(ONE, TWO | {"version": "2.1"}), "two 2.0 was not looked at"),
        (by_pip_audit(ONE, TWO | {"vulns": [{"id": "X-1"}]}, status=1), "two 2.0 has X-1"),
        (by_pip_audit(ONE, TWO, status=1), "pip-audit failed: "),
        (Answer(0, ""), "pip-audit gave no answer: it said nothing"),
        (Answer(0, "[]"), "pip-audit gave no answer: []"),
        (Answer(1, "", "up\nERROR: unreachable"), "pip-audit gave no answer: ERROR: unreachable"),
        (Answer(0, "No known vulnerabilities found"), "pip-audit gave no answer: No known"),
    ],
)
def test_any_other_answer_about_python_packages_is_a_failure(answer: Answer, fault: str) -> None:
    assert any(line.startswith(fault) for line in judge_python(answer, ASKED))


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (Answer(1, '{"message": "405 Method Not Allowed", "error": {}}'), "405 Method"),
        (Answer(0, ""), "npm audit gave no answer: it said nothing"),
        (Answer(0, "{}"), "npm audit gave no answer: {}"),
        (by_npm(1), "npm audit looked at 1 packages of 2"),
        (by_npm(2, status=1, x={"severity": "low"}), "x has an advisory (low)"),
        (by_npm(2, status=1), "npm audit failed: "),
    ],
)
def test_any_other_answer_about_the_page_is_a_failure(answer: Answer, fault: str) -> None:
    assert any(fault in line for line in judge_page(answer, 2))


def test_each_locked_package_is_asked_about_whatever_platform_it_is_for() -> None:
    asked: set[str] = set()

    def ask(command: list[str], _: Path) -> Answer:
        assert "--strict" in command
        lines = Path(command[-1]).read_text().splitlines()
        names = [line.partition("==")[0] for line in lines]
        assert len(names) == len(set(names))
        asked.update(line.partition(" ")[0] for line in lines)
        return Answer(1, "")

    assert faults_in_python(ask)
    assert asked == {f"{package.name}=={package.version}" for package in python_packages()}


def test_without_npm_the_page_counts_as_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert faults_in_page(run) == [
        "npm is not there, so nobody can be asked about the page's packages"
    ]


def test_a_tool_that_hangs_is_no_answer(tmp_path: Path) -> None:
    answer = run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, within_s=0.05)
    assert "no answer within 0.05 seconds" in judge_python(answer, ASKED)[0]


class Database(ThreadingHTTPServer):
    """Stands in for both advisory databases; knows of `bad` alone, or refuses to answer."""

    bad = ""
    status = 200
    asked = 0


class Answering(BaseHTTPRequestHandler):
    server: Database

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked += 1
        answer = self.of_npm() if "npm" in self.path else self.of_osv(question)
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def do_GET(self) -> None:
        """What npm asks about a package that has an advisory."""
        self.send_error(404)

    def of_npm(self) -> dict[str, Any]:
        about = {"id": 1, "url": "u", "title": "t", "severity": "low", "vulnerable_versions": "*"}
        return {self.server.bad: [about]} if self.server.bad else {}

    def of_osv(self, question: bytes) -> dict[str, Any]:
        if json.loads(question)["package"]["name"] != self.server.bad:
            return {}
        affected = {"package": {"name": self.server.bad, "ecosystem": "PyPI"}, "ranges": []}
        return {"vulns": [{"id": "X-1", "summary": "bad", "affected": [affected]}]}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Database]:
    """The real tools, with a database on loopback to ask."""
    with Database(("127.0.0.1", 0), Answering) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("PIP_AUDIT_VULNERABILITY_SERVICE", "osv")
        monkeypatch.setenv("PIP_AUDIT_OSV_URL", f"{address}/query")
        monkeypatch.setenv("npm_config_registry", address)
        monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
        monkeypatch.setenv("npm_config_fetch_retries", "0")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield server
        server.shutdown()
        thread.join()


def test_the_real_pip_audit_looks_at_every_package(database: Database) -> None:
    assert faults_in_python(run) == []
    assert database.asked == len(python_packages())


def test_the_real_pip_audit_finds_the_one_that_is_bad(database: Database) -> None:
    database.bad = "litestar"
    (fault,) = faults_in_python(run)
    assert fault.startswith("litestar 2.")
    assert fault.endswith("has X-1")


def test_the_real_pip_audit_fails_where_the_database_refuses(database: Database) -> None:
    database.status = 405
    assert faults_in_python(run)[0].startswith("pip-audit gave no answer: ")


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm asks about the page")
def test_the_real_npm_looks_at_every_package_finds_what_is_bad_and_fails_where_it_is_refused(
    database: Database,
) -> None:
    assert faults_in_page(run) == []
    database.bad = page_packages()[0].name
    assert f"{database.bad} has an advisory (low)" in faults_in_page(run)
    database.status = 405
    assert faults_in_page(run)[0].startswith("npm audit gave no answer: 405")
