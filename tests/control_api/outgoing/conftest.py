from collections.abc import Callable, Iterator

import pytest

from tests.control_api.pushing.conftest import StandIn


@pytest.fixture
def stand_ins() -> Iterator[Callable[[], StandIn]]:
    made: list[StandIn] = []

    def start() -> StandIn:
        made.append(StandIn())
        return made[-1]

    yield start
    for each in made:
        each.stop()
