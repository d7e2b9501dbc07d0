"""How many conversations there may be at once, and how many of them one account may have."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shared.problems import BusyError

COMES_WITHIN_S = 30.0
"""For so long a place is kept for somebody who has a token, but is not in the room yet."""


@dataclass
class Place:
    """One conversation that is, or is about to be."""

    account_id: str
    until: float
    """Of the clock; infinite as long as somebody is in the room."""


class Places:
    """Who has a place. Only told and asked by the event loop, so no two can get the last one."""

    def __init__(
        self, most: int, most_each: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`most` in all; `most_each` of one account, where there are others."""
        self._most = most
        self._most_each = most_each
        self._clock = clock
        self._held: dict[str, Place] = {}

    def take(self, room: str, account_id: str, *, is_shared: bool) -> None:
        """Keep a place in a room for an account; `is_shared`: whether others may want one, too.

        Raises BusyError when there is none. Who has a place in this room keeps it.
        """
        now = self._clock()
        self._held = {name: place for name, place in self._held.items() if place.until > now}
        if room in self._held:
            place = self._held[room]
            place.until = max(place.until, now + COMES_WITHIN_S)
            return
        mine = sum(place.account_id == account_id for place in self._held.values())
        if is_shared and mine >= self._most_each:
            raise BusyError(
                f"You have {mine} conversations going on, and the others want to talk, too. "
                "End one of them first."
            )
        if len(self._held) >= self._most:
            raise BusyError(
                "Everybody who can talk with me at once does. Please try again in a minute."
            )
        self._held[room] = Place(account_id, now + COMES_WITHIN_S)

    def saw(self, room: str, account_id: str, people: int) -> None:
        """Note how many people are in a room: a place that was left is free at once."""
        if people:
            self._held[room] = Place(account_id, math.inf)
        elif room in self._held and math.isinf(self._held[room].until):
            del self._held[room]

    def only(self, rooms: Iterable[str]) -> None:
        """Note which rooms there are: nobody is in any other."""
        gone = {name for name, place in self._held.items() if math.isinf(place.until)} - set(rooms)
        for name in gone:
            del self._held[name]
