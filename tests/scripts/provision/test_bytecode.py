"""What set-up compiles is there for programs that may not write it themselves."""

import importlib.util
import os
import sysconfig
from pathlib import Path

import pytest

from scripts.provision import bytecode


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a lock, one package of ours and one of others."""
    for folder in ("site", *bytecode.OURS):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "module.py").write_text("x = 1\n")
    (tmp_path / "site" / "template.py").write_text("not {{ python }} at all\n")
    (tmp_path / "uv.lock").write_text("one")
    monkeypatch.setattr(bytecode, "ROOT", tmp_path)
    monkeypatch.setattr(bytecode, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path / "site"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return tmp_path


def compiled(file: Path) -> bool:
    return Path(importlib.util.cache_from_source(str(file))).is_file()


def test_packages_are_compiled_once_for_each_lock(project: Path) -> None:
    assert not bytecode.are_packages_compiled()
    bytecode.compile_packages()
    assert compiled(project / "site" / "module.py")
    assert bytecode.are_packages_compiled()
    (project / "uv.lock").write_text("two")
    assert not bytecode.are_packages_compiled()


def test_ours_is_compiled_whenever_it_changed(project: Path) -> None:
    bytecode.compile_ours()
    module = project / "command_line" / "module.py"
    before = Path(importlib.util.cache_from_source(str(module))).read_bytes()
    module.write_text("x = 1000\n")
    later = module.stat().st_mtime + 2
    os.utime(module, (later, later))
    bytecode.compile_ours()
    assert Path(importlib.util.cache_from_source(str(module))).read_bytes() != before
