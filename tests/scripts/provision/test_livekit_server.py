"""Finding and getting livekit-server; the release comes from a server on loopback here."""

import functools
import hashlib
import http.server
import io
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.provision import livekit_server
from scripts.provision.livekit_server import LiveKitServerMissingError, find, fits, get

PROGRAM = b"#!/bin/sh\necho livekit-server version 1.13.5\n"


def archive_of(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        entry = tarfile.TarInfo("livekit-server")
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


@pytest.fixture
def nothing_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without livekit-server and without Go; the folder setup puts programs into."""
    monkeypatch.setenv("SAYDO_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv("SAYDO_TOOL_FOLDERS", "")
    return tmp_path / "bin"


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder behind the address that releases are fetched from, with one archive in it."""
    folder = tmp_path / "release"
    folder.mkdir()
    archive = archive_of(PROGRAM)
    (folder / f"livekit_{livekit_server.VERSION}_test_machine.tar.gz").write_bytes(archive)
    monkeypatch.setattr("sys.platform", "test")
    monkeypatch.setattr("platform.machine", lambda: "machine")
    monkeypatch.setitem(
        livekit_server.CHECKSUMS, "test_machine", hashlib.sha256(archive).hexdigest()
    )
    serve = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setattr(livekit_server, "RELEASES", f"http://127.0.0.1:{server.server_port}")
        yield folder
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("version", "good"),
    [
        ("1.13.5", True),
        ("1.13.6", True),
        ("1.14.0", True),
        ("1.13.4", False),
        ("1.9.12", False),
        ("2.0.0", False),
        ("", False),
    ],
)
def test_a_version_fits_when_it_is_the_pinned_one_or_a_later_1(version: str, good: bool) -> None:
    assert fits(version) is good


def test_one_that_is_too_old_is_not_found(nothing_here: Path) -> None:
    nothing_here.mkdir()
    program = nothing_here / "livekit-server"
    program.write_bytes(PROGRAM.replace(b"1.13.5", b"1.8.0"))
    program.chmod(0o755)
    assert find() is None
    program.write_bytes(PROGRAM)
    assert find() == program


def test_the_release_is_fetched_checked_and_found(nothing_here: Path, release: Path) -> None:
    assert find() is None
    said: list[str] = []
    assert get(said.append) == nothing_here / "livekit-server"
    assert find() == nothing_here / "livekit-server"
    assert said[0].startswith("downloading http://127.0.0.1")


def test_a_release_with_another_checksum_is_not_used(nothing_here: Path, release: Path) -> None:
    (archive,) = release.iterdir()
    archive.write_bytes(archive_of(PROGRAM + b"# and more\n"))
    with pytest.raises(LiveKitServerMissingError, match="does not have the SHA-256"):
        get(lambda _: None)
    assert find() is None
    assert not list(nothing_here.iterdir())


def test_when_nothing_works_each_reason_and_a_remedy_are_said(
    nothing_here: Path, release: Path
) -> None:
    for archive in release.iterdir():
        archive.unlink()
    with pytest.raises(LiveKitServerMissingError) as missing:
        get(lambda _: None)
    text = str(missing.value)
    assert "the release: Client error '404" in text
    assert "building it with Go: there is no Go" in text
    assert "LIVEKIT_URL" in text
