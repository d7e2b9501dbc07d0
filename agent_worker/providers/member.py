"""One provider in the order of a role, and what is noted of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from agent_worker.models.catalogue import Role
from agent_worker.providers.breaker import Breaker
from agent_worker.providers.faults import Fault, SilentError, fault_of
from agent_worker.providers.leaving.gate import Gate
from agent_worker.providers.spending.ledger import Account
from agent_worker.providers.spending.prices import Used
from agent_worker.thinking.apologies import APOLOGIES, KEY_REFUSED, Reason

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
    account: Account | None = None
    """What it is charged to, elsewhere; None for what is on this machine."""

    @property
    def is_remote(self) -> bool:
        """Whether what it is asked leaves this machine."""
        return self.account is not None

    def used(self, used: Used) -> None:
        """Note what was used of it."""
        if self.account is not None:
            self.account.add(used)


class Order(Generic[Client]):
    """The providers of one role, in the order they are asked, for one conversation."""

    def __init__(
        self,
        role: Role,
        members: Sequence[Member[Client]],
        tell: Callable[[str], None],
        gate: Gate,
    ) -> None:
        """`tell` says a sentence to the person, beside what is being answered."""
        self.role = role
        self.members = tuple(members)
        self.gate = gate
        self._refusal: Reason | None = None
        """Why somebody was left out when it was last asked who may be."""
        self._tell = tell
        self._watches: dict[int, asyncio.Task[None]] = {}
        self._told_of_key: set[int] = set()

    def askable(
        self, but: Iterable[int] = (), *, about: str | None = None
    ) -> Iterator[tuple[int, Member[Client]]]:
        """Give those that may be asked, with their places; each is looked at when its turn comes.

        Those at the places in `but`, which grows while this is read, have had their chance. `about`
        are the words that they would be given, where those are known.
        """
        self._refusal = None
        for place, member in enumerate(self.members):
            if place in but:
                continue
            if (refusal := self.refusal(place, about)) is not None:
                self._refusal = refusal
            elif member.breaker.is_closed:
                yield place, member
            else:
                self._watch(place)

    def refusal(self, place: int, about: str | None = None) -> Reason | None:
        """Why one may not be given these words; None when it may."""
        if not self.members[place].is_remote:
            return None
        return self.gate.refusal(self.role, about)

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
            if self.members[earlier].is_remote:
                self.gate.tell_spent()
            if fault is not None and fault.kind == "key" and earlier not in self._told_of_key:
                self._told_of_key.add(earlier)
                self._tell(KEY_REFUSED[self.role])

    def apology(self, faults: Iterable[Fault] = ()) -> str:
        """Say why nobody answers: the first of `faults`, or what is known of the providers."""
        known = (m.breaker.fault for m in self.members if m.breaker.fault is not None)
        reasons = [fault.reason for fault in faults]
        reasons += [self._refusal] if self._refusal is not None else []
        reasons += [fault.reason for fault in known]
        return APOLOGIES[self.role][reasons[0] if reasons else "away"]

    async def aclose(self) -> None:
        """Stop probing."""
        for task in self._watches.values():
            task.cancel()
        if self._watches:
            await asyncio.wait(self._watches.values())

    def _watch(self, place: int) -> None:
        watch = self._watches.get(place)
        if watch is None or watch.done():
            self._watches[place] = asyncio.create_task(self._until_back(self.members[place]))

    async def _until_back(self, member: Member[Client]) -> None:
        """Probe a provider until it is back, unless another conversation does so."""
        breaker = member.breaker
        while not breaker.is_closed:
            await asyncio.sleep(max(breaker.probe_in_s, _LEAST_PAUSE_S))
            # A probe holds no word of anybody, but where nothing may leave it tells that we are.
            if member.is_remote and self.gate.is_shut(self.role):
                return
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
