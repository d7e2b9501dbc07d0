"""What holds for all tests."""

import os

import pytest

from tests.sizes import IS_FULL

# Else each of the programs that tests start would compile all of Saydo anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs in full takes the time that it takes."""
    for item in items:
        if IS_FULL and item.get_closest_marker("sized"):
            item.add_marker(pytest.mark.timeout(0), append=False)
