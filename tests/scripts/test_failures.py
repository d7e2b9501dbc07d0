"""What failed is told again at the end, with its reason."""

import subprocess
import sys
from pathlib import Path

from scripts.failures import LINES_SHOWN, find_failures

TESTS = """
import pytest

@pytest.fixture
def broken():
    raise OSError("no such thing")

def test_good(): pass

@pytest.mark.parametrize("word", ["milk"])
def test_bad(word): assert word == "eggs"

def test_unready(broken): pass
"""


def test_each_failure_and_error_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    report = tmp_path / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    found = dict(find_failures(report))
    assert set(found) == {"test_it.test_bad[milk]", "test_it.test_unready"}
    assert "assert 'milk' == 'eggs'" in found["test_it.test_bad[milk]"]
    assert "no such thing" in found["test_it.test_unready"]
    assert all(len(why.splitlines()) <= LINES_SHOWN for why in found.values())
