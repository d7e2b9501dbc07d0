"""Keeps an agent in every room with a person: a self-hosted LiveKit server dispatches only once."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from control_api.edges.rooms.dispatch import LiveKit, Occupancy, Sent
from control_api.edges.rooms.places import Places
from control_api.edges.rooms.tokens import room_request
from shared.problems import VoiceUnavailableError

log = logging.getLogger("saydo.rooms")

LOOK_EVERY_S = 2.0
LOOK_AGAIN_S = 5.0
"""After which a room that had its agent is looked at again, if no webhook tells before."""
GRACE_S = 1.5
"""A person may be without a first agent for as long: its dispatch is on its way."""
JOIN_PATIENCE_S = 10.0
"""For an agent that a worker accepted, but that is not in the room yet."""
FIRST_PAUSE_S = 2.0
LONGEST_PAUSE_S = 3.0
PAUSE_GROWTH = 1.3
"""Between two agents sent to one room. Short, since asking in vain costs next to nothing."""
PREPARED_WITHIN_S = 1.0
"""For who waits for a token; an agent takes half of it."""
PREPARED_LOOK_S = 0.05
WORTH_SAYING = 5
"""Agents sent in vain, after which that is logged."""


@dataclass
class Watch:
    """What is known of one room. Times are of the monotonic clock, seconds."""

    account_id: str = ""
    lacking_since: float | None = None
    seen: set[str] = field(default_factory=set)
    """Agents that have been in the room."""
    accepted_at: dict[str, float] = field(default_factory=dict)
    """When an agent was first known to be on its way."""
    sent: int = 0
    """Agents sent since the room last had one."""
    sent_at: float = float("-inf")
    looked_at: float = float("-inf")
    worker_came_at: float = float("-inf")
    """When a worker came last; what was sent before that went nowhere."""

    def saw(self, occupancy: Occupancy, now: float) -> None:
        """Note who is there."""
        self.looked_at = now
        self.seen |= occupancy.agents
        if occupancy.agents:
            self.sent = 0
        if occupancy.agents or not occupancy.people:
            self.lacking_since = None
        elif self.lacking_since is None:
            self.lacking_since = now

    @property
    def grace(self) -> float:
        """Seconds that its people may be without an agent: none when they have lost one."""
        return 0.0 if self.seen else GRACE_S

    @property
    def pause(self) -> float:
        """Seconds to leave after the last agent was sent."""
        return min(FIRST_PAUSE_S * PAUSE_GROWTH ** max(self.sent - 1, 0), LONGEST_PAUSE_S)

    def overdue(self, now: float) -> bool:
        """Tell whether a person has waited long enough to ask which agents are on their way."""
        lacking = self.lacking_since is not None and now - self.lacking_since >= self.grace
        was_heard = self.sent_at > self.worker_came_at
        return lacking and not (was_heard and now - self.sent_at < self.pause)

    def needs_agent(self, sent: Sent, now: float) -> bool:
        """Tell whether to send one: none of the accepted ones can still be on its way."""
        on_their_way = sent.accepted - self.seen
        for identity in on_their_way:
            self.accepted_at.setdefault(identity, now)
        return all(now - self.accepted_at[identity] >= JOIN_PATIENCE_S for identity in on_their_way)

    def due(self, now: float) -> bool:
        """Tell whether to ask who is there."""
        return self.lacking_since is not None or now - self.looked_at >= LOOK_AGAIN_S

    def worker_came(self, now: float) -> None:
        """Note that asking in vain until now means nothing any more."""
        self.worker_came_at = now
        self.looked_at = float("-inf")

    def was_sent(self, now: float) -> None:
        """Note that an agent was sent."""
        self.sent += 1
        self.sent_at = now


class Watchdog:
    """Looks at the rooms every two seconds, and at once when a webhook tells of a change."""

    def __init__(
        self,
        livekit: LiveKit,
        ours: Callable[[Iterable[str]], Awaitable[Mapping[str, str]]],
        places: Places,
    ) -> None:
        """`ours` gives the account of each room that is one of ours."""
        self.livekit = livekit
        self.places = places
        self.reachable = True
        self._ours = ours
        self._watches: dict[str, Watch] = {}
        self._changed = asyncio.Event()

    def look_at(self, room: str) -> None:
        """Look at a room now: someone came or went."""
        if room in self._watches:
            self._watches[room].looked_at = float("-inf")
        self._changed.set()

    def worker_came(self) -> None:
        """Look at all rooms now: a worker takes conversations that could go nowhere before."""
        for watch in self._watches.values():
            watch.worker_came(time.monotonic())
        self._changed.set()

    async def prepare(self, room: str) -> None:
        """Have the agent in a room before its person: what they say or type first would be lost.

        Waits a moment for it, and no longer: it may come later, too.
        """
        try:
            async with asyncio.timeout(PREPARED_WITHIN_S):
                await self.livekit.open(room_request(room))
                while True:
                    if (await self.livekit.occupancy(room)).agents:
                        return
                    await asyncio.sleep(PREPARED_LOOK_S)
        except (TimeoutError, VoiceUnavailableError):
            log.debug("the agent was not in the room before its person")

    async def run(self) -> None:
        """Watch until cancelled. A LiveKit server that is away is said once and waited for."""
        while True:
            self._changed.clear()
            try:
                await self.look()
            except VoiceUnavailableError as error:
                self._note_reachable(False, error.__cause__)
            except Exception:
                log.exception("the rooms could not be looked at; trying on")
            else:
                self._note_reachable(True, None)
            try:
                await asyncio.wait_for(self._changed.wait(), self._pause())
            except TimeoutError:
                continue

    async def look(self) -> None:
        """Look at all rooms once; raises `VoiceUnavailableError`."""
        names = await self._ours(await self.livekit.rooms())
        self.places.only(names)
        self._watches = {
            name: self._watches.get(name) or Watch(account_id) for name, account_id in names.items()
        }
        now = time.monotonic()
        due = [(name, watch) for name, watch in self._watches.items() if watch.due(now)]
        await asyncio.gather(*(self._look_at_one(name, watch) for name, watch in due))

    async def _look_at_one(self, name: str, watch: Watch) -> None:
        """Look at one room; that it may be gone by now is no trouble for the others."""
        try:
            await self._keep_agent_in(name, watch)
        except VoiceUnavailableError as error:
            log.debug("a room could not be looked at (%s)", error.__cause__)

    async def _keep_agent_in(self, name: str, watch: Watch) -> None:
        occupancy = await self.livekit.occupancy(name)
        self.places.saw(name, watch.account_id, occupancy.people)
        watch.saw(occupancy, time.monotonic())
        if not watch.overdue(time.monotonic()):
            return
        sent = await self.livekit.sent(name)
        if not watch.needs_agent(sent, time.monotonic()):
            return
        if watch.sent == 0:
            log.info("a person is without an agent; sending one")
        returns, began = bool(watch.seen), time.monotonic()
        await self.livekit.send_agent(name, instead_of=sent.dispatches, returns=returns)
        watch.was_sent(began)
        if watch.sent == WORTH_SAYING:
            log.warning("a person waits for an agent and none comes: is the worker running?")

    def _pause(self) -> float:
        """Seconds until the next look: at the end of a person's grace when that is sooner."""
        now = time.monotonic()
        graces = [
            watch.lacking_since + watch.grace - now
            for watch in self._watches.values()
            if watch.lacking_since is not None and watch.lacking_since + watch.grace > now
        ]
        return min([LOOK_EVERY_S, *graces])

    def _note_reachable(self, reachable: bool, why: BaseException | None) -> None:
        if reachable != self.reachable:
            if reachable:
                log.info("the LiveKit server answers again")
            else:
                log.warning("the LiveKit server does not answer (%s); trying on", why)
        self.reachable = reachable
