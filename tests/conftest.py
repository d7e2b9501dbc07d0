"""What holds for all tests."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

from control_api.language.duckling import pool, threads
from tests.patience import PATIENCE_S
from tests.sizes import IS_FULL

# Else each of the programs that tests start would compile all of Saydo anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# People are told after two seconds that nobody comes to read the time words; tests wait.
pool.Pool.__init__.__kwdefaults__ = {
    "most": pool.MOST_READERS,
    "wait_s": PATIENCE_S,
    "patience_s": PATIENCE_S,
}
pool.START_S = threads.LONGEST_WAIT_S = PATIENCE_S

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


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: many tests wait for a browser, a server or a disk."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Never look again through what is there to the end: tests, modules, languages."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs in full takes the time that it takes."""
    for item in items:
        if IS_FULL and item.get_closest_marker("sized"):
            item.add_marker(pytest.mark.timeout(0), append=False)
