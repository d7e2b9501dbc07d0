"""One place finds a tool: what set-up fetched, what the PATH has, what installers put elsewhere."""

from pathlib import Path

import pytest

from scripts.machine import tools


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """What set-up fetched, a PATH and a usual place."""
    monkeypatch.setenv("SAYDO_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv("SAYDO_TOOL_FOLDERS", str(tmp_path / "versions" / "*" / "bin"))
    return {
        "fetched": tmp_path / "bin",
        "pip": tmp_path / "bin" / "uv-package" / "bin",
        "path": tmp_path / "path",
        "old": tmp_path / "versions" / "v20" / "bin",
        "new": tmp_path / "versions" / "v22" / "bin",
    }


def put(folder: Path, name: str = "tool", mode: int = 0o755) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(mode)
    return folder / name


def test_what_set_up_fetched_comes_before_the_path_and_that_before_usual_places(
    folders: dict[str, Path],
) -> None:
    for name in ("old", "new", "path", "pip", "fetched"):
        program = put(folders[name])
        assert tools.find("tool") == program


def test_the_first_that_fits_is_taken(folders: dict[str, Path]) -> None:
    put(folders["path"])
    fitting = put(folders["old"])
    assert tools.find("tool", fits=lambda program: program == fitting) == fitting
    assert tools.find("tool", fits=lambda _: False) is None


def test_what_is_no_program_is_none(folders: dict[str, Path]) -> None:
    put(folders["path"], mode=0o644)
    (folders["fetched"] / "tool").mkdir(parents=True)
    assert tools.find("tool") is None


def test_programs_find_each_other_whatever_the_path_was(folders: dict[str, Path]) -> None:
    npm, node = put(folders["path"], "npm"), put(folders["new"], "node")
    put(folders["path"], "node")
    found = tools.environment(first=node)["PATH"].split(":")
    assert found[0] == str(node.parent)
    assert found.index(str(folders["fetched"])) < found.index(str(npm.parent))


def test_a_path_that_is_empty_is_no_reason_to_look_here(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "::")
    assert Path() not in tools.folders()
    assert folders["path"] not in tools.folders()
