"""What holds for all tests."""

import pytest

from tests.sizes import IS_FULL


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs in full takes the time that it takes."""
    for item in items:
        if IS_FULL and item.get_closest_marker("sized"):
            item.add_marker(pytest.mark.timeout(0), append=False)
