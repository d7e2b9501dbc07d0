"""A test that can't fail tells nothing."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def sources() -> list[Path]:
    return sorted(TESTS.rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(TESTS))


@pytest.mark.parametrize("path", sources(), ids=named)
def test_nothing_is_compared_with_itself(path: Path) -> None:
    assert not [ast.unparse(found) for found in compared_with_themselves(path.read_text())]


@pytest.mark.parametrize(
    "asserted", ["f(x) == f(x)", "a.b <= a.b", "1 == 1 and x", "(x, 'always')"]
)
def test_such_a_comparison_would_be_found(asserted: str) -> None:
    assert list(compared_with_themselves(f"assert {asserted}"))


def compared_with_themselves(source: str) -> Iterator[ast.expr]:
    """What is asserted and holds whatever the code does."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Assert):
            continue
        if isinstance(node.test, ast.Tuple | ast.Constant):
            yield node.test
        for part in ast.walk(node.test):
            if isinstance(part, ast.Compare):
                sides = [ast.unparse(side) for side in (part.left, *part.comparators)]
                if any(one == other for one, other in pairwise(sides)):
                    yield part
