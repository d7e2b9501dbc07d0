"""The bill names all that the locks, the catalogue of models and the setup pin."""

import json
import shutil
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from agent_worker.models.catalogue import MODELS
from scripts.provision import litestream, livekit_server
from scripts.supply import sbom
from scripts.supply.locks import page_packages

ROOT = Path(__file__).parents[3]
SCHEMAS = files("cyclonedx.schema") / "_res"

pytestmark = pytest.mark.skipif(shutil.which("npm") is None, reason="npm tells the page's part")


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / name).read_text())
    return found


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    return sbom.bill()


def named(bill: dict[str, Any], kind: str) -> set[tuple[str, str]]:
    """Names and versions of the components with this kind of package URL."""
    return {
        (c["name"], c["version"])
        for c in bill["components"]
        if c.get("purl", "").startswith(f"pkg:{kind}/")
    }


def needed_by_saydo() -> set[tuple[str, str]]:
    """Python packages that the lock says Saydo needs to run, Piper included."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    found: set[tuple[str, str]] = set()

    def take(wanted: dict[str, Any]) -> None:
        for package in lock:
            if package["name"] != wanted["name"]:
                continue
            if wanted.get("version", package["version"]) != package["version"]:
                continue
            key = (package["name"], package["version"])
            more = [] if key in found else package.get("dependencies", [])
            found.add(key)
            for extra in wanted.get("extra", []):
                more = [*more, *package.get("optional-dependencies", {}).get(extra, [])]
            for one in more:
                take(one)

    (saydo,) = (package for package in lock if package["name"] == "saydo")
    for wanted in [*saydo["dependencies"], *saydo["optional-dependencies"]["piper"]]:
        take(wanted)
    return found


def faults(bill: dict[str, Any]) -> list[str]:
    """What the standard's own schema has to say about it."""
    registry = jsonschema_rs.Registry(
        [
            (f"http://cyclonedx.org/schema/{name}", schema(name))
            for name in ("spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")
        ]
    )
    wanted = schema("bom-1.5.SNAPSHOT.schema.json")
    found = jsonschema_rs.iter_errors(wanted, bill, registry=registry, validate_formats=True)
    return [str(fault) for fault in found]


def test_it_is_what_the_standard_says(bill: dict[str, Any]) -> None:
    assert not faults(bill)
    assert faults(bill | {"specVersion": 1.5})
    assert faults(bill | {"components": [{"type": "library", "licenses": [{"id": "MIT"}]}]})
    refs = [component["bom-ref"] for component in bill["components"]]
    assert len(refs) == len(set(refs))


def test_each_python_package_that_saydo_needs_is_in_it_and_no_tool_of_ours(
    bill: dict[str, Any],
) -> None:
    assert named(bill, "pypi") == needed_by_saydo()
    assert "piper-tts" in {name for name, _ in named(bill, "pypi")}
    assert "pytest" not in {name for name, _ in named(bill, "pypi")}


def test_each_package_of_the_page_is_in_it_and_the_page_itself(bill: dict[str, Any]) -> None:
    locked = {(package.name, package.version) for package in page_packages()}
    assert named(bill, "npm") == locked | {("page", "0.1.0")}


def test_each_model_is_in_it_with_its_terms_and_the_sums_of_its_files(
    bill: dict[str, Any],
) -> None:
    models = {c["name"]: c for c in bill["components"] if c["type"] == "machine-learning-model"}
    assert set(models) == set(MODELS)
    for name, model in MODELS.items():
        assert models[name]["licenses"][0]["license"]["name"] == model.licence
        told = {
            (file["name"], file["hashes"][0]["content"])
            for source in models[name]["components"]
            for file in source["components"]
        }
        assert told == {(f.name, f.sha256) for source in model.sources for f in source.files}


def test_the_programs_are_in_it_with_the_sums_of_what_is_downloaded(bill: dict[str, Any]) -> None:
    assert named(bill, "golang") == {
        ("livekit-server", livekit_server.VERSION),
        ("litestream", litestream.VERSION),
    }
    (server,) = (c for c in bill["components"] if c["name"] == "livekit-server")
    told = {reference["hashes"][0]["content"] for reference in server["externalReferences"]}
    assert told == set(livekit_server.CHECKSUMS.values())


def test_what_is_installed_has_its_terms_in_it(bill: dict[str, Any]) -> None:
    terms = {c["name"]: c["licenses"][0] for c in bill["components"] if c.get("licenses")}
    assert terms["litestar"] == {"expression": "MIT"}
    assert terms["piper-tts"] == {"expression": "GPL-3.0-or-later"}


def test_saydo_needs_all_of_it(bill: dict[str, Any]) -> None:
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    reached: set[str] = set()
    ahead = [bill["metadata"]["component"]["bom-ref"]]
    while ahead:
        ref = ahead.pop()
        if ref not in reached:
            reached.add(ref)
            ahead += needs[ref]
    unreached = {c["bom-ref"] for c in bill["components"]} - reached
    assert not unreached


def test_without_a_tool_a_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sbom, "find", lambda _name: None)
    with pytest.raises(sbom.BillNotMadeError, match="uv is not there: run `make setup`"):
        sbom.bill()
