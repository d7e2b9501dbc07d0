import threading
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.model_host.fair_queue import FairQueue, QueueFullError
from tests.patience import PATIENCE_S

PUTS = st.lists(st.sampled_from(["alice", "bob", "carol"]), max_size=30)


def drained(queue: FairQueue[tuple[str, int]]) -> list[tuple[str, int]]:
    found = []
    while len(queue):
        item = queue.get()
        assert item is not None
        found.append(item)
    return found


@given(PUTS)
def test_everything_comes_out_once_and_in_order_within_a_conversation(puts: list[str]) -> None:
    queue: FairQueue[tuple[str, int]] = FairQueue()
    for number, who in enumerate(puts):
        queue.put(who, (who, number))
    found = drained(queue)
    assert sorted(found, key=lambda item: item[1]) == list(zip(puts, range(len(puts)), strict=True))
    for who in set(puts):
        numbers = [number for name, number in found if name == who]
        assert numbers == sorted(numbers)


@given(PUTS)
def test_nobody_is_served_twice_while_somebody_else_waits(puts: list[str]) -> None:
    queue: FairQueue[tuple[str, int]] = FairQueue()
    for number, who in enumerate(puts):
        queue.put(who, (who, number))
    found = deque(who for who, _ in drained(queue))
    while found:
        now = found.popleft()
        waiting = set(found)
        before_the_next: set[str] = set()
        for who in found:
            if who == now:
                assert before_the_next == waiting - {now}
                break
            before_the_next.add(who)


def test_a_full_queue_refuses_and_a_removed_item_makes_room() -> None:
    queue: FairQueue[int] = FairQueue(most=3, most_each=2)
    queue.put("alice", 1)
    queue.put("alice", 2)
    with pytest.raises(QueueFullError):
        queue.put("alice", 3)
    queue.put("bob", 4)
    with pytest.raises(QueueFullError):
        queue.put("carol", 5)
    assert queue.remove("alice", 1)
    assert not queue.remove("alice", 1)
    queue.put("carol", 5)
    assert [queue.get() for _ in range(3)] == [2, 4, 5]


def test_closing_lets_a_waiting_thread_go() -> None:
    queue: FairQueue[int] = FairQueue()
    got: list[int | None] = []
    thread = threading.Thread(target=lambda: got.append(queue.get()))
    thread.start()
    queue.close()
    thread.join(PATIENCE_S)
    assert got == [None]
