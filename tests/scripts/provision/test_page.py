import subprocess
from pathlib import Path

import pytest

from scripts.provision import page


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "page"
    (folder / "src").mkdir(parents=True)
    (folder / "node_modules").mkdir()
    (folder / "package-lock.json").write_text("{}")
    (folder / "src" / "main.tsx").write_text("hello")
    monkeypatch.setattr(page, "SOURCE", folder)
    monkeypatch.setattr(page, "BUILT", tmp_path / "dist")
    monkeypatch.setattr(page, "STAMP", folder / "node_modules" / ".built")
    monkeypatch.setattr(page, "PACKAGES_STAMP", folder / "node_modules" / ".installed")
    return folder


@pytest.fixture
def npm_calls(source: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What npm was asked; building leaves a page."""
    calls: list[str] = []

    def npm(*arguments: str) -> None:
        calls.append(arguments[0])
        if arguments[0] == "run":
            page.BUILT.mkdir(exist_ok=True)
            (page.BUILT / "index.html").write_text("page")

    monkeypatch.setattr(page, "npm", npm)
    monkeypatch.setattr(page, "check_node", lambda: None)
    return calls


def test_it_is_built_once_and_again_when_a_source_changed(
    source: Path, npm_calls: list[str]
) -> None:
    assert not page.is_built()
    page.build()
    assert page.is_built()
    (source / "src" / "main.tsx").touch()
    assert page.is_built()
    (source / "src" / "main.tsx").write_text("hello again")
    assert not page.is_built()
    page.build()
    assert page.is_built()
    assert npm_calls == ["ci", "run", "run"]


def test_packages_are_installed_again_when_their_lock_changed(
    source: Path, npm_calls: list[str]
) -> None:
    page.build()
    (source / "package-lock.json").write_text('{"new": 1}')
    page.build()
    assert npm_calls == ["ci", "run", "ci", "run"]


def test_a_page_that_was_removed_is_built_again(source: Path, npm_calls: list[str]) -> None:
    page.build()
    (page.BUILT / "index.html").unlink()
    assert not page.is_built()


@pytest.mark.parametrize("says", ["v18.20.0", "", "what?"])
def test_a_node_that_is_too_old_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{says}'\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SAYDO_TOOL_FOLDERS", "")
    with pytest.raises(page.PageNotBuiltError, match=r"needs Node\.js 20 or newer"):
        page.check_node()


def test_without_node_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SAYDO_TOOL_FOLDERS", "")
    with pytest.raises(page.PageNotBuiltError, match=r"https://nodejs\.org"):
        page.check_node()


def test_what_npm_says_last_is_passed_on(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: object, **__: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess([], 1, stdout="", stderr="no network")

    monkeypatch.setattr(subprocess, "run", failed)
    with pytest.raises(page.PageNotBuiltError, match=r"npm ci failed:\nno network"):
        page.npm("ci")
