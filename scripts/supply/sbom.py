"""A bill of all that Saydo is made of (CycloneDX 1.5): `python -m scripts.supply.sbom [FILE]`.

uv and npm tell what their lock files pin. What neither knows of is added: licences of Python
packages, models, and the programs that setup gets.
"""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from agent_worker.models.catalogue import MODELS, HubSource, Model, ModelFile, Source
from scripts.machine.places import ROOT
from scripts.machine.tools import find
from scripts.provision import litestream, livekit_server
from scripts.supply.licences import licence_of
from scripts.supply.locks import PAGE

TARGET = ROOT / "sbom.json"
UV_EXPORT = ["export", "--locked", "-q", "--no-dev", "--all-extras", "--format", "cyclonedx1.5"]
NPM_SBOM = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]

Part = dict[str, Any]


class BillNotMadeError(Exception):
    """A tool that tells a part of the bill is missing or failed; the message says which."""


def bill() -> Part:
    """Make the bill. Raises BillNotMadeError."""
    whole = _told_by("uv", UV_EXPORT, ROOT)
    page = _told_by("npm", NPM_SBOM, PAGE)
    for component in whole["components"]:
        component.update(_licences(_installed_licence(component["name"])))
    page_itself = page["metadata"]["component"]
    own = [*map(_model, MODELS.values()), _livekit_server(), _litestream()]
    whole["components"] += [page_itself, *page["components"], *own]
    saydo = whole["metadata"]["component"]
    saydo |= {"type": "application"} | _licences("Apache-2.0")
    needed = [page_itself["bom-ref"], *(part["bom-ref"] for part in own)]
    for entry in whole["dependencies"]:
        if entry["ref"] == saydo["bom-ref"]:
            entry["dependsOn"] = [*entry.get("dependsOn", []), *needed]
    whole["dependencies"] += [*page["dependencies"], *({"ref": part["bom-ref"]} for part in own)]
    return whole


def main() -> None:
    """Write the bill into the file that was named, or `sbom.json`."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    try:
        whole = bill()
    except BillNotMadeError as error:
        sys.exit(f"[sbom] not made. {error}")
    target.write_text(json.dumps(whole, indent=1) + "\n")
    print(f"[sbom] {len(whole['components'])} components in {target}")


def _told_by(tool: str, arguments: list[str], folder: Path) -> Part:
    program = find(tool)
    if program is None:
        raise BillNotMadeError(f"{tool} is not there: run `make setup`, which gets or names it.")
    done = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BillNotMadeError(f"{tool} {arguments[0]} failed: {done.stderr.strip()}")
    told: Part = json.loads(done.stdout)
    return told


def _installed_licence(name: str) -> str:
    try:
        return licence_of(distribution(name))
    except PackageNotFoundError:
        # Locked for another platform, so nothing here can tell.
        return ""


def _licences(expression: str) -> Part:
    return {"licenses": [{"expression": expression}]} if expression else {}


def _model(model: Model) -> Part:
    return {
        "type": "machine-learning-model",
        "bom-ref": f"model:{model.name}",
        "name": model.name,
        "description": model.title,
        "scope": "required" if model.default else "optional",
        "licenses": [{"license": {"name": model.licence}}],
        "components": [_source(model, at, source) for at, source in enumerate(model.sources)],
    }


def _source(model: Model, at: int, source: Source) -> Part:
    if isinstance(source, HubSource):
        origin: Part = {
            "version": source.revision,
            "purl": f"pkg:huggingface/{source.repository}@{source.revision}",
        }
    else:
        origin = {"description": f"taken out of {', '.join(source.requirements)}"}
    return origin | {
        "type": "data",
        "bom-ref": f"model:{model.name}:{at}",
        "name": f"{model.name} from {source}",
        "components": [_file(file) for file in source.files],
    }


def _file(file: ModelFile) -> Part:
    return {"type": "file", "name": file.name, "hashes": [_sha256(file.sha256)]}


def _livekit_server() -> Part:
    archives = {
        f"{livekit_server.RELEASES}/livekit_{livekit_server.VERSION}_{system}.tar.gz": checksum
        for system, checksum in livekit_server.CHECKSUMS.items()
    }
    return _program("livekit-server", livekit_server.MODULE, "required") | {
        "externalReferences": [
            {"type": "distribution", "url": url, "hashes": [_sha256(checksum)]}
            for url, checksum in archives.items()
        ]
    }


def _litestream() -> Part:
    # Only its test runs it.
    return _program("litestream", litestream.MODULE, "excluded")


def _program(name: str, module: str, scope: str) -> Part:
    path, _, version = module.partition("@v")
    return {
        "type": "application",
        "bom-ref": f"program:{name}",
        "name": name,
        "version": version,
        "scope": scope,
        "purl": f"pkg:golang/{path.partition('/cmd/')[0]}@v{version}",
    } | _licences("Apache-2.0")


def _sha256(checksum: str) -> Part:
    return {"alg": "SHA-256", "content": checksum}


if __name__ == "__main__":
    main()
