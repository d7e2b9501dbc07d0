"""Passes on what comes out of a pipe, line by line, under a name."""

import asyncio
import os
from collections.abc import Callable

CHUNK = 64 * 1024
"""Bytes read at once; a longer line is broken, so that it can't fill the memory."""


class Relay:
    """The reading end of a pipe, emptied by the running event loop until it is at its end."""

    def __init__(self, name: str, descriptor: int, tell: Callable[[str, str], None]) -> None:
        """`tell` hears the name and each line."""
        self.name = name
        self.last_line = ""
        self._tell = tell
        self._descriptor = descriptor
        self._pending = b""
        self._ended = asyncio.Event()
        os.set_blocking(descriptor, False)
        asyncio.get_running_loop().add_reader(descriptor, self._read)

    async def until_end(self, within: float) -> bool:
        """Wait until all was told, `within` seconds at most; False when more may come."""
        try:
            await asyncio.wait_for(self._ended.wait(), within)
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        """Tell what is left and close the pipe, whether it is at its end or not."""
        if not self._ended.is_set():
            self._ended.set()
            asyncio.get_running_loop().remove_reader(self._descriptor)
            os.close(self._descriptor)
            if self._pending:
                self._pass_on(self._pending)

    def _read(self) -> None:
        try:
            chunk = os.read(self._descriptor, CHUNK)
        except BlockingIOError:
            return
        if not chunk:
            self.close()
            return
        *lines, self._pending = (self._pending + chunk).split(b"\n")
        if len(self._pending) > CHUNK:
            lines.append(self._pending)
            self._pending = b""
        for line in lines:
            self._pass_on(line)

    def _pass_on(self, line: bytes) -> None:
        text = line.decode(errors="replace").rstrip()
        self.last_line = text or self.last_line
        self._tell(self.name, text)
