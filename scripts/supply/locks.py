"""What the two lock files pin: the Python packages, and those of the web page."""

import json
import tomllib
from typing import Any

import msgspec

from scripts.machine.places import ROOT

PYTHON_LOCK = ROOT / "uv.lock"
PAGE = ROOT / "control_api" / "edges" / "web" / "page"
PAGE_LOCK = PAGE / "package-lock.json"


class PythonPackage(msgspec.Struct, frozen=True):
    """A Python package of the lock."""

    name: str
    version: str
    source: dict[str, str]
    """Where it comes from: `registry` and its address, when it is one of an index."""
    hashes: tuple[str, ...]
    """Of each file that may be installed, as `sha256:...`."""


class PagePackage(msgspec.Struct, frozen=True):
    """A package of the web page's lock."""

    name: str
    version: str
    integrity: str
    licence: str


def python_packages() -> list[PythonPackage]:
    """Give every Python package but Saydo itself, of all platforms, extras and groups."""
    lock = tomllib.loads(PYTHON_LOCK.read_text())
    return [_python_package(entry) for entry in lock["package"] if "virtual" not in entry["source"]]


def page_packages() -> list[PagePackage]:
    """Give every package of the page but the page itself."""
    entries: dict[str, dict[str, Any]] = json.loads(PAGE_LOCK.read_text())["packages"]
    return [_page_package(path, entry) for path, entry in entries.items() if path]


def _python_package(entry: dict[str, Any]) -> PythonPackage:
    files = [*entry.get("wheels", []), *filter(None, [entry.get("sdist")])]
    return PythonPackage(
        name=entry["name"],
        version=entry["version"],
        source=entry["source"],
        hashes=tuple(file.get("hash", "") for file in files),
    )


def _page_package(path: str, entry: dict[str, Any]) -> PagePackage:
    return PagePackage(
        name=entry.get("name") or path.rpartition("node_modules/")[2],
        version=entry["version"],
        integrity=entry.get("integrity", ""),
        licence=entry.get("license", ""),
    )
