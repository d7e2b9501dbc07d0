"""That events are missing is seen from their numbers alone."""

import pytest
from sqlite_utils import Database

from control_api.log.numbering import count_events, find_gaps
from shared.actions import CreateTask
from tests.control_api.database.filled import do


@pytest.fixture
def logged(db: Database) -> Database:
    for number in range(3):
        do(db, CreateTask(title=f"Task {number}"))
    assert find_gaps(db) == []
    assert count_events(db) == 3
    return db


@pytest.mark.parametrize("lost", ["id = 1", "id = 2", "id = 3", "id > 1"])
def test_lost_events_are_found(logged: Database, lost: str) -> None:
    logged.execute(f"DELETE FROM events WHERE {lost}")
    left = count_events(logged)
    assert find_gaps(logged) == [f"Of 3 events {left} are in the log."]


def test_an_empty_log_has_no_gap(db: Database) -> None:
    assert find_gaps(db) == []
    assert count_events(db) == 0
