"""One provider in the order of a role, and what is noted of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from agent_worker.models.catalogue import Role
from agent_worker.providers.breaker import Breaker
from agent_worker.providers.faults import Fault, SilentError, fault_of
from agent_worker.thinking.apologies import APOLOGIES, KEY_REFUSED

_LEAST_PAUSE_S = 0.2

Client = TypeVar("Client")
_Piece = TypeVar("_Piece")


@dataclass(frozen=True)
class Member(Generic[Client]):
    """One provider in one role, as one conversation uses it."""

    client: Client
    breaker: Breaker
    within_s: float
    """Seconds that it may say nothing."""
    probe: Callable[[], Awaitable[None]]
    """Asks something cheap; raises when it fails."""


class Order(Generic[Client]):
    """The providers of one role, in the order they are asked, for one conversation."""

    def __init__(
        self, role: Role, members: Sequence[Member[Client]], tell: Callable[[str], None]
    ) -> None:
        """`tell` says a sentence to the person, beside what is being answered."""
        self.role = role
        self.members = tuple(members)
        self._tell = tell
        self._watches: dict[int, asyncio.Task[None]] = {}
        self._told_of_key: set[int] = set()

    def askable(self, but: Iterable[int] = ()) -> Iterator[tuple[int, Member[Client]]]:
        """Give those that may be asked, with their places; each is looked at when its turn comes.

        Those at the places in `but`, which grows while this is read, have had their chance.
        """
        for place, member in enumerate(self.members):
            if place in but:
                continue
            if member.breaker.is_closed:
                yield place, member
            else:
                self._watch(place)

    def failed(self, place: int, error: BaseException) -> Fault:
        """Note that one has failed, and tell what it was."""
        fault = fault_of(error)
        self.members[place].breaker.failed(fault)
        if not self.members[place].breaker.is_closed:
            self._watch(place)
        return fault

    def succeeded(self, place: int) -> None:
        """Note that one has answered; who got here past a refused key is told so, once."""
        self.members[place].breaker.succeeded()
        for earlier in range(place):
            fault = self.members[earlier].breaker.fault
            if fault is not None and fault.kind == "key" and earlier not in self._told_of_key:
                self._told_of_key.add(earlier)
                self._tell(KEY_REFUSED[self.role])

    def apology(self, faults: Iterable[Fault] = ()) -> str:
        """Say why nobody answers: the first of `faults`, or what is known of the providers."""
        faults = [*faults, *(m.breaker.fault for m in self.members if m.breaker.fault is not None)]
        return APOLOGIES[self.role][faults[0].reason if faults else "away"]

    async def aclose(self) -> None:
        """Stop probing."""
        for task in self._watches.values():
            task.cancel()
        if self._watches:
            await asyncio.wait(self._watches.values())

    def _watch(self, place: int) -> None:
        watch = self._watches.get(place)
        if watch is None or watch.done():
            self._watches[place] = asyncio.create_task(_until_back(self.members[place]))


async def _until_back(member: Member[Client]) -> None:
    """Probe a provider until it is back, unless another conversation does so."""
    breaker = member.breaker
    while not breaker.is_closed:
        await asyncio.sleep(max(breaker.probe_in_s, _LEAST_PAUSE_S))
        if not breaker.claim_probe():
            continue
        try:
            async with asyncio.timeout(member.within_s):
                await member.probe()
        except Exception as error:  # noqa: BLE001 (whatever its client raises, it is not back)
            breaker.probe_failed(fault_of(error))
        else:
            breaker.succeeded()
        finally:
            breaker.probe_ended()


async def in_time(pieces: AsyncIterator[_Piece], within_s: float) -> AsyncIterator[_Piece]:
    """Give an answer as it comes.

    Raises:
        SilentError: nothing came for so long.

    """
    while True:
        try:
            async with asyncio.timeout(within_s):
                piece = await anext(pieces, None)
        except TimeoutError as error:
            raise SilentError from error
        if piece is None:
            return
        yield piece
