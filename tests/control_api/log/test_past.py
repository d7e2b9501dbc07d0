"""Positions that are given out once more after a restore are told from what they were before."""

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from control_api.log.past import FILE, Past, note_ends, read_past


def test_without_a_restore_a_position_is_called_what_it_is() -> None:
    assert Past().name(7) == 7
    assert Past().has(7, 0)
    assert not Past().has(7, 1)


def test_only_what_came_after_the_restore_has_another_name() -> None:
    past = Past((300, 250))
    assert [past.name(n) for n in (250, 251, 300, 301)] == [250, "251-2", "300-2", "301-2"]
    assert [past.has(n, 0) for n in (250, 251)] == [True, False]
    assert [past.has(n, 1) for n in (250, 251)] == [True, False]
    assert past.has(400, 2)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)), max_size=6))
def test_a_name_is_known_only_as_long_as_what_it_stands_for_is_there(
    lives: list[tuple[int, int, int]],
) -> None:
    """Each life of the log: so many events more, then some log there ever was, or its beginning."""
    events = itertools.count()
    log: list[int] = []
    kept: list[list[int]] = []
    past = Past()
    named: dict[str, int] = {}
    for more, which, length in lives:
        log = log + [next(events) for _ in range(more)]
        kept.append(log)
        for place, event in enumerate(log, 1):
            assert named.setdefault(str(past.name(place)), event) == event
        restored = kept[which % len(kept)][:length]
        same = itertools.takewhile(
            lambda pair: pair[0] == pair[1], zip(log, restored, strict=False)
        )
        past = Past((*past.ends, len(list(same))))
        log = restored
    for name, event in named.items():
        position, _, restores = name.partition("-")
        if int(position) <= len(log) and past.has(int(position), int(restores or 0)):
            assert log[int(position) - 1] == event
    for place in range(1, len(log) + 1):
        position, _, restores = str(past.name(place)).partition("-")
        assert past.has(int(position), int(restores or 0))


def test_each_restore_is_noted_for_each_file(tmp_path: Path) -> None:
    note_ends(tmp_path, {"a.db": 3, "b.db": 5})
    note_ends(tmp_path, {"a.db": 2})
    assert read_past(tmp_path, "a.db") == Past((3, 2))
    assert read_past(tmp_path, "b.db") == Past((5,))
    assert read_past(tmp_path, "c.db") == Past()
    (tmp_path / FILE).write_text("{")
    assert read_past(tmp_path, "a.db") == Past()
