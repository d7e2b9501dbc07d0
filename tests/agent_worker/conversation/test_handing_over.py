"""A worker that ends tells each of its conversations, on its own event loop, once."""

import asyncio
import threading

from agent_worker.conversation.handing_over import HandingOver
from tests.patience import PATIENCE_S


class Conversation(threading.Thread):
    """A thread with an event loop of its own, until it is told to leave."""

    def __init__(self, handing_over: HandingOver) -> None:
        super().__init__(daemon=True)
        self.handing_over = handing_over
        self.is_there = threading.Event()
        self.left_by: list[int] = []
        self.start()

    def run(self) -> None:
        asyncio.run(self.converse())

    async def converse(self) -> None:
        left = asyncio.Event()

        def leave() -> None:
            self.left_by.append(threading.get_ident())
            left.set()

        self.handing_over.on_begin(leave)
        self.is_there.set()
        async with asyncio.timeout(PATIENCE_S):
            await left.wait()


def test_all_of_them_leave_on_their_own_loops() -> None:
    handing_over = HandingOver()
    several = [Conversation(handing_over) for _ in range(3)]
    for each in several:
        assert each.is_there.wait(PATIENCE_S)
    handing_over.begin()
    for each in several:
        each.join(PATIENCE_S)
        assert each.left_by == [each.ident]


def test_one_that_has_ended_is_no_trouble_for_the_others() -> None:
    handing_over = HandingOver()
    gone = Conversation(handing_over)
    assert gone.is_there.wait(PATIENCE_S)
    handing_over.begin()
    gone.join(PATIENCE_S)
    handing_over.begin()
    assert len(gone.left_by) == 1


async def test_one_that_comes_late_leaves_at_once() -> None:
    handing_over = HandingOver()
    handing_over.begin()
    left = asyncio.Event()
    handing_over.on_begin(left.set)
    async with asyncio.timeout(PATIENCE_S):
        await left.wait()


async def test_one_that_left_before_is_not_told() -> None:
    handing_over = HandingOver()
    told: list[bool] = []
    forget = handing_over.on_begin(lambda: told.append(True))
    forget()
    forget()
    handing_over.begin()
    await asyncio.sleep(0.05)
    assert told == []
