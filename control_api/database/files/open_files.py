"""How many files are open at a time: who was not used for longest rests first."""

from collections import OrderedDict
from typing import Protocol


class MayRest(Protocol):
    """What can be closed for a while."""

    async def rest(self) -> bool:
        """Close until somebody wants it again; whether it is closed now."""


class OpenFiles:
    """Keeps no more open than it may, but for what is being used at this moment."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._files: OrderedDict[MayRest, None] = OrderedDict()
        """Which may be open, the one used longest ago first."""

    def use(self, file: MayRest) -> None:
        """Note that it is wanted now."""
        self._files[file] = None
        self._files.move_to_end(file)

    def forget(self, file: MayRest) -> None:
        """Note that it is closed for good."""
        self._files.pop(file, None)

    async def make_room(self) -> None:
        """Let others rest until there are no more than may be open."""
        for file in list(self._files):
            if len(self._files) <= self._most:
                return
            if await file.rest():
                self._files.pop(file, None)
