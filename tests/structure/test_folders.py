"""Folders that show how the code works: few things in each, and none that need each other.

A file at a package's top is a folder of its own here: the top holds what everything is wired by,
and what everything may use. `__init__.py` and `__main__.py` are not counted, they have no choice of
place; nor is what git ignores.
"""

import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from tests.structure.imports import ROOT, imported_modules, module_name

PACKAGES = ("control_api", "agent_worker", "command_line", "scripts", "bench", "training")
"""The packages that are held to this."""
MOST_AT_THE_TOP = 16
MOST_FILES = 20
NOT_COUNTED = {"__init__.py", "__main__.py"}

Graph = Mapping[str, set[str]]
"""What each imports."""


def files_of(package: str) -> list[PurePosixPath]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", package],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = [PurePosixPath(line) for line in listed.splitlines()]
    return [path for path in paths if path.name not in NOT_COUNTED and (ROOT / path).is_file()]


def folder_of(module: str, depth: int) -> str:
    """The folder a module lies in, by so many names below its package; a top file is its own."""
    is_folder = (ROOT / module.replace(".", "/")).is_dir()
    folder = module.split(".") if is_folder else module.split(".")[:-1]
    return module if len(folder) < 2 else ".".join(folder[: 1 + depth])


def folder_graph(imports: Graph, depth: int) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for module, targets in imports.items():
        folder = folder_of(module, depth)
        graph.setdefault(folder, set()).update(folder_of(target, depth) for target in targets)
    return {folder: targets - {folder} for folder, targets in graph.items()}


def find_circle(graph: Graph) -> list[str]:
    """Folders that need each other, the first one again at the end; empty when there are none."""
    done: set[str] = set()

    def visit(folder: str, trail: list[str]) -> list[str]:
        if folder in trail:
            return [*trail[trail.index(folder) :], folder]
        if folder not in done:
            for target in sorted(graph.get(folder, ())):
                if circle := visit(target, [*trail, folder]):
                    return circle
            done.add(folder)
        return []

    return next(filter(None, (visit(folder, []) for folder in sorted(graph))), [])


def imports_within(package: str) -> Graph:
    return {
        module_name(path): {
            name for name in imported_modules(path) if name.split(".")[0] == package
        }
        for path in (ROOT / package).rglob("*.py")
        if "node_modules" not in path.parts
    }


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("package", PACKAGES)
def test_no_folders_import_each_other_in_a_circle(package: str, depth: int) -> None:
    graph = folder_graph(imports_within(package), depth)
    assert len(graph) > 1
    assert not find_circle(graph)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_top_can_be_seen_at_a_glance(package: str) -> None:
    entries = {path.parts[1] for path in files_of(package)}
    assert len(entries) <= MOST_AT_THE_TOP, sorted(entries)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_folder_holds_few_files(package: str) -> None:
    counted = Counter(str(path.parent) for path in files_of(package))
    assert counted
    assert not {folder: files for folder, files in counted.items() if files > MOST_FILES}


@pytest.mark.parametrize(
    ("imports", "depth", "circle"),
    [
        ({"p.a.x": {"p.b.y"}, "p.b.y": set()}, 1, []),
        ({"p.a.x": {"p.b.y"}, "p.b.y": {"p.a.x"}}, 1, ["p.a", "p.b", "p.a"]),
        ({"p.a.x": {"p.b.y"}, "p.b.z": {"p.a.w"}}, 1, ["p.a", "p.b", "p.a"]),
        (
            {"p.a.x": {"p.b.y"}, "p.b.z": {"p.c.w"}, "p.c.v": {"p.a.u"}},
            1,
            ["p.a", "p.b", "p.c", "p.a"],
        ),
        ({"p.a.b.x": {"p.a.c.y"}, "p.a.c.z": {"p.a.b.w"}}, 1, []),
        ({"p.a.b.x": {"p.a.c.y"}, "p.a.c.z": {"p.a.b.w"}}, 2, ["p.a.b", "p.a.c", "p.a.b"]),
        ({"p.a.x": {"p.a.b.y"}, "p.a.b.z": {"p.a.w"}}, 2, ["p.a", "p.a.b", "p.a"]),
        ({"p.top": {"p.a.x"}, "p.a.x": {"p.settings"}}, 1, []),
        ({"p.top": {"p.a.x"}, "p.a.y": {"p.top"}}, 1, ["p.a", "p.top", "p.a"]),
    ],
)
def test_a_circle_would_be_found(imports: Graph, depth: int, circle: list[str]) -> None:
    assert find_circle(folder_graph(imports, depth)) == circle
