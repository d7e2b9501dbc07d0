"""No test may fail because the machine is slow."""

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parents[1]
OF_THE_PROFILE = {"deadline", "suppress_health_check"}


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
