"""Asks whether anything that is locked is known bad: `python -m scripts.supply.advisories`.

Only "looked at all of it, found nothing" passes. What was skipped, a database that can't be reached
and an answer about less than was asked for count as failures: pip-audit by itself says "No known
vulnerabilities found" of a package that it left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from scripts.supply.locks import PAGE, PythonPackage, page_packages, python_packages

PIP_AUDIT = ["--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
NPM_AUDIT = ["audit", "--json", "--package-lock-only", "--audit-level", "info"]


class Answer(msgspec.Struct, frozen=True):
    """What a tool printed, and how it ended."""

    status: int
    output: str
    complaint: str = ""
    """What it wrote on standard error."""


Ask = Callable[[list[str], Path], Answer]


def faults_in_python(ask: Ask) -> list[str]:
    """Ask about every Python package of the lock, and give what is wrong, if anything."""
    faults = []
    for packages in _without_twins(python_packages()):
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder) / "requirements.txt"
            # Without markers: what only other platforms install is looked at as well.
            listed.write_text("".join(map(_requirement, packages)))
            command = [sys.executable, "-m", "pip_audit", *PIP_AUDIT, "-f", "json", "-r"]
            answer = ask([*command, str(listed)], PAGE)
        faults += judge_python(answer, packages)
    return faults


def judge_python(answer: Answer, asked: Iterable[PythonPackage]) -> list[str]:
    """Give what pip-audit's answer lacks or found."""
    told = _decoded(answer)
    if not isinstance(told.get("dependencies"), list):
        return [f"pip-audit gave no answer: {_last_line(answer)}"]
    missing = {(package.name, package.version) for package in asked}
    faults = []
    for entry in told["dependencies"]:
        if "skip_reason" in entry:
            faults.append(f"{entry['name']} was skipped: {entry['skip_reason']}")
        elif entry.get("vulns"):
            ids = ", ".join(found["id"] for found in entry["vulns"])
            faults.append(f"{entry['name']} {entry['version']} has {ids}")
        missing.discard((entry["name"], entry.get("version", "")))
    faults += [f"{name} {version} was not looked at" for name, version in sorted(missing)]
    if answer.status != 0 and not faults:
        faults.append(f"pip-audit failed: {_last_line(answer)}")
    return faults


def faults_in_page(ask: Ask) -> list[str]:
    """Ask about every package of the page's lock, and give what is wrong, if anything."""
    npm = shutil.which("npm")
    if npm is None:
        return ["npm is not there, so nobody can be asked about the page's packages"]
    return judge_page(ask([npm, *NPM_AUDIT], PAGE), len(page_packages()))


def judge_page(answer: Answer, asked: int) -> list[str]:
    """Give what the answer of `npm audit` lacks or found; `asked` packages were to be looked at."""
    told = _decoded(answer)
    counted = told.get("metadata", {}).get("dependencies", {}).get("total")
    if "error" in told or counted is None:
        return [f"npm audit gave no answer: {told.get('message') or _last_line(answer)}"]
    found: dict[str, Any] = told["vulnerabilities"]
    faults = [f"{name} has an advisory ({entry['severity']})" for name, entry in found.items()]
    if counted < asked:
        faults.append(f"npm audit looked at {counted} packages of {asked}")
    if answer.status != 0 and not faults:
        faults.append(f"npm audit failed: {_last_line(answer)}")
    return faults


def run(command: list[str], folder: Path, within_s: float = 300) -> Answer:
    """Run a tool; one that hangs is ended."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=within_s, check=False
        )
    except subprocess.TimeoutExpired:
        return Answer(1, "", f"no answer within {within_s:g} seconds")
    return Answer(done.returncode, done.stdout, done.stderr)


def main() -> None:
    """Ask about both locks; end with 1 and a line for each fault."""
    faults = [*faults_in_python(run), *faults_in_page(run)]
    for fault in faults:
        print(f"[advisories] {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    count = len(python_packages()) + len(page_packages())
    print(f"[advisories] {count} packages looked at, nothing known against any of them")


def _without_twins(packages: list[PythonPackage]) -> list[list[PythonPackage]]:
    """Give lists in which no package is twice, as one of two versions is for some platforms."""
    rounds: list[list[PythonPackage]] = []
    for package in packages:
        fitting = (r for r in rounds if package.name not in {other.name for other in r})
        into = next(fitting, None)
        if into is None:
            rounds.append([package])
        else:
            into.append(package)
    return rounds


def _requirement(package: PythonPackage) -> str:
    hashes = " ".join(f"--hash={pinned}" for pinned in package.hashes)
    return f"{package.name}=={package.version} {hashes}{os.linesep}"


def _decoded(answer: Answer) -> dict[str, Any]:
    try:
        return msgspec.json.decode(answer.output, type=dict[str, Any])
    except msgspec.DecodeError:
        return {}


def _last_line(answer: Answer) -> str:
    lines = (answer.complaint or answer.output).strip().splitlines()
    return lines[-1] if lines else "it said nothing"


if __name__ == "__main__":
    main()
