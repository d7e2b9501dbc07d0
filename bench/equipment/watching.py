"""What a server and the processes that it starts hold at most, and how long others wait."""

import threading
import time
from typing import Self

import psutil

from bench.equipment.serving import Served

LOOK_EVERY_S = 0.01
ASK_EVERY_S = 0.05


class Watched:
    """Looks on for the time of a `with` block, and asks beside it as somebody else would."""

    def __init__(self, served: Served, account: str) -> None:
        self._process = psutil.Process(served.pid)
        self._client = served.client(account, patience_s=1800)
        self._writer = served.client(account, patience_s=1800)
        self._ended = threading.Event()
        self._most = {"server_mb": 0, "all_mb": 0}
        self._waits = {"read_s": 0.0, "write_s": 0.0}
        self._threads = [
            threading.Thread(target=look) for look in (self._look, self._read, self._write)
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def found(self) -> dict[str, float]:
        """MB of the server, of it and what it started together, and the longest waits."""
        return self._most | {name: round(wait, 2) for name, wait in self._waits.items()}

    def _look(self) -> None:
        while not self._ended.wait(LOOK_EVERY_S):
            server = self._process.memory_info().rss
            started = 0
            for child in self._process.children(recursive=True):
                try:
                    started += child.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self._keep("server_mb", server)
            self._keep("all_mb", server + started)

    def _keep(self, name: str, held: int) -> None:
        self._most[name] = max(self._most[name], held >> 20)

    def _read(self) -> None:
        while not self._ended.wait(ASK_EVERY_S):
            began = time.perf_counter()
            self._client.ask("GET", "/tasks", limit=1)
            self._waits["read_s"] = max(self._waits["read_s"], time.perf_counter() - began)

    def _write(self) -> None:
        while not self._ended.wait(ASK_EVERY_S):
            began = time.perf_counter()
            self._writer.ask("POST", "/tasks", body={"title": "Written meanwhile"})
            self._waits["write_s"] = max(self._waits["write_s"], time.perf_counter() - began)
