"""All that setup installs is pinned by a sum, comes from an index, and has been out for a week."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from agent_worker.models.catalogue import MODELS, PackageSource
from scripts.provision import litestream, livekit_server, with_go
from scripts.supply.locks import PAGE, page_packages, python_packages

ROOT = Path(__file__).parents[3]
PINNED_MODULE = re.compile(r"[\w./-]+@v\d+\.\d+\.\d+")
SWITCHES_OFF_SUMS = ("GONOSUMDB", "GONOSUMCHECK", "GOFLAGS", "GOINSECURE", "GOPRIVATE", "GOSUMDB")


def test_each_python_package_comes_from_the_index_with_the_sums_of_its_files() -> None:
    packages = python_packages()
    assert len(packages) > 100
    for package in packages:
        assert package.source == {"registry": "https://pypi.org/simple"}, package.name
        assert package.hashes, package.name
        for pinned in package.hashes:
            assert re.fullmatch(r"sha256:[0-9a-f]{64}", pinned), package.name


def test_each_package_of_the_page_has_a_sum() -> None:
    packages = page_packages()
    assert len(packages) > 100
    for package in packages:
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package.integrity), package.name


def test_a_release_waits_a_week_before_it_gets_into_a_lock() -> None:
    uv = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["uv"]
    assert uv["exclude-newer"] == "7 days"
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    assert lock["options"]["exclude-newer-span"] == "P7D"
    assert "min-release-age=7" in (PAGE / ".npmrc").read_text().splitlines()


@pytest.mark.parametrize("module", [livekit_server.MODULE, litestream.MODULE])
def test_a_program_that_is_built_is_pinned_by_its_version(module: str) -> None:
    assert PINNED_MODULE.fullmatch(module)


def test_go_is_not_told_to_leave_sums_unchecked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SWITCHES_OFF_SUMS:
        monkeypatch.delenv(name, raising=False)
    go = tmp_path / "go"
    go.write_text(f"#!/bin/sh\n/usr/bin/env > {tmp_path}/given\necho $@ >> {tmp_path}/asked\n")
    go.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with_go.build("example.org/x/cmd/x@v1.2.3", tmp_path, lambda _: None)
    assert (tmp_path / "asked").read_text() == "install example.org/x/cmd/x@v1.2.3\n"
    given = (tmp_path / "given").read_text()
    assert not [name for name in SWITCHES_OFF_SUMS if f"{name}=" in given]


def test_a_release_that_is_downloaded_is_pinned_by_its_sum() -> None:
    assert livekit_server.CHECKSUMS
    for checksum in livekit_server.CHECKSUMS.values():
        assert re.fullmatch(r"[0-9a-f]{64}", checksum)


def test_packages_that_models_are_taken_from_are_pinned_by_their_version() -> None:
    sources = [source for model in MODELS.values() for source in model.sources]
    wanted = {r for s in sources if isinstance(s, PackageSource) for r in s.requirements}
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", requirement) for requirement in wanted)


def test_nothing_is_fetched_by_an_address_that_is_not_encrypted() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "scripts", "agent_worker", ".ci", ".github"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    plain = re.compile(r"http://(?!127\.0\.0\.1|localhost|\{|\[|\$)[\w.]+")
    found = {
        name: plain.findall((ROOT / name).read_text())
        for name in listed
        if (ROOT / name).is_file() and plain.search((ROOT / name).read_text(errors="ignore"))
    }
    assert not found
