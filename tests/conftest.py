"""What holds for all tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.sizes import IS_FULL

# Else each of the programs that tests start would compile all of Saydo anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# For all property tests: none may fail because the machine is busy.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.large_base_example,
    ],
)
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs in full takes the time that it takes."""
    for item in items:
        if IS_FULL and item.get_closest_marker("sized"):
            item.add_marker(pytest.mark.timeout(0), append=False)
