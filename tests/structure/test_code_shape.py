"""The shape that keeps the code readable for a stranger; no linter knows these rules."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.structure.imports import OURS, ROOT, imported_modules, module_name

PACKAGES = ("shared", "control_api", "agent_worker", "command_line", "scripts", "bench", "training")
LONGEST_FILE = 350
LONGEST_FUNCTION = 60
VAGUE_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}


def sources() -> list[Path]:
    found = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]
    return [path for path in found if "node_modules" not in path.parts]


def sources_of_tests() -> list[Path]:
    return sorted((ROOT / "tests").rglob("*.py"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [*sources(), *sources_of_tests()], ids=named)
def test_a_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_FILE
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", sources(), ids=named)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text())
    too_long = {f.name: lines_of(f) for f in functions(tree) if lines_of(f) > LONGEST_FUNCTION}
    assert not too_long


@pytest.mark.parametrize("path", sources(), ids=named)
def test_nothing_of_ours_is_imported_late(path: Path) -> None:
    tree = ast.parse(path.read_text())
    late = [
        node.lineno
        for function in functions(tree)
        for node in ast.walk(function)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OURS)
        or (isinstance(node, ast.Import) and node.names[0].name.split(".")[0] in OURS)
    ]
    assert not late


@pytest.mark.parametrize("path", sources(), ids=named)
def test_nothing_needs_the_tests(path: Path) -> None:
    assert not [name for name in every_import(path) if name.split(".")[0] == "tests"]


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    imports = {module_name(path): imported_modules(path) for path in sources()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name in done or name not in imports:
            return
        for target in imports[name]:
            visit(target, (*trail, name))
        done.add(name)

    for name in imports:
        visit(name, ())


def every_import(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found
