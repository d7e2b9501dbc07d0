"""No test may fail because the machine is slow."""

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import PATIENCE_S

TESTS = Path(__file__).parents[1]
MANY_S = 5
WAITING = {"wait", "wait_for", "join", "stop", "Timeout"}
OF_THE_PROFILE = {"deadline", "suppress_health_check"}
ASKING = {
    f"httpx.{name}"
    for name in (
        *("get", "post", "put", "patch", "delete", "request", "stream"),
        *("Client", "AsyncClient"),
    )
}


def sources() -> list[Path]:
    return sorted(TESTS.rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(TESTS))


def test_property_tests_have_no_deadline_and_no_check_of_speed() -> None:
    profile = settings()
    assert profile.deadline is None
    assert HealthCheck.too_slow in profile.suppress_health_check


@pytest.mark.parametrize("path", sources(), ids=named)
def test_no_property_test_has_a_profile_of_its_own(path: Path) -> None:
    if path == TESTS / "conftest.py":
        return
    own = [
        call.lineno
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and "settings" in ast.unparse(call.func)
        for keyword in call.keywords
        if keyword.arg in OF_THE_PROFILE
    ]
    assert not own


@pytest.mark.parametrize("path", sources(), ids=named)
def test_every_wait_has_the_same_patience(path: Path) -> None:
    hurried = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text()))
        if is_hurried(node)
        or (isinstance(node, ast.Call) and (asks_in_a_hurry(node) or waits_for_so_long(node)))
    ]
    assert not hurried


def is_hurried(node: ast.AST) -> bool:
    """Whether this is a moment so many seconds from now."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and ast.unparse(node.left) in {"time.monotonic()", "time.perf_counter()"}
        and isinstance(node.right, ast.Constant)
    )


def asks_in_a_hurry(call: ast.Call) -> bool:
    """Whether a server is asked with the five seconds that httpx has for everybody."""
    names = {keyword.arg for keyword in call.keywords}
    return ast.unparse(call.func) in ASKING and not names & {"timeout", "transport", None}


def waits_for_so_long(call: ast.Call) -> bool:
    """Whether this waits for a number of seconds that are many, and few on a busy machine."""
    waited = [keyword.value for keyword in call.keywords if keyword.arg == "timeout"]
    if isinstance(call.func, ast.Attribute) and call.func.attr in WAITING:
        waited += call.args
    return any(
        isinstance(each, ast.Constant)
        and isinstance(each.value, int)
        and MANY_S <= each.value <= PATIENCE_S
        for each in waited
    )
