"""The page that says where things are is true: what it names is there."""

import ast
import re

import pytest

from tests.structure.imports import ROOT

PAGE = ROOT / "docs" / "architecture.md"
NAMED = re.compile(r"`((?:control_api|agent_worker|tests|shared|scripts)/[\w/.]*)(?::(\w+))?`")


def named() -> list[tuple[str, str]]:
    return NAMED.findall(PAGE.read_text())


@pytest.mark.parametrize(("path", "name"), named())
def test_what_the_page_names_is_there(path: str, name: str) -> None:
    assert (ROOT / path).exists()
    if name:
        tree = ast.parse((ROOT / path).read_text())
        assert name in defined(tree)


def test_every_folder_at_the_top_of_the_control_api_has_its_line() -> None:
    folders = {each.parent.name for each in (ROOT / "control_api").glob("*/__init__.py")}
    table = PAGE.read_text().split("| agent_worker/")[0]
    assert folders == set(re.findall(r"`(\w+)/`", table.split("| --- |")[1])) & folders


def defined(tree: ast.Module) -> set[str]:
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names |= {each.id for each in node.targets if isinstance(each, ast.Name)}
    return names
