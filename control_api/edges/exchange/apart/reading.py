"""Having a file read apart, for as long as somebody waits for it."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from control_api.edges.exchange.apart.job import Answer, Job, Refusal
from control_api.edges.exchange.apart.spool import Told
from control_api.edges.exchange.parts.limits import too_large
from control_api.edges.exchange.parts.losses import Circumstances
from shared.moving import ImportFormat
from shared.problems import (
    ConflictError,
    InvalidInputError,
    ProblemError,
    StorageFailedError,
    StorageFullError,
    TooLargeError,
)

ROOT = Path(__file__).parents[4]
AT_ONCE = 2
"""Files that are read at a time; more wait."""
READ_WITHIN_S = 180.0
_NEEDED = frozenset({"PATH", "LANG", "LC_ALL", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"})
"""Of the environment: there may be secrets in the rest."""
_PROBLEMS: dict[str, type[ProblemError]] = {
    kind.name: kind
    for kind in (InvalidInputError, TooLargeError, StorageFailedError, StorageFullError)
}


class Imports:
    """Who imports at the moment."""

    def __init__(self) -> None:
        self._accounts: set[str] = set()
        self._reading = asyncio.Semaphore(AT_ONCE)

    @contextmanager
    def turn(self, account_id: str) -> Iterator[None]:
        """Hold the one import that an account may have. Raises `ConflictError` for a second."""
        if account_id in self._accounts:
            raise ConflictError(
                "An import of yours is running already: wait for its end, or stop it."
            )
        self._accounts.add(account_id)
        try:
            yield
        finally:
            self._accounts.discard(account_id)

    async def read(
        self,
        body: BinaryIO,
        records: BinaryIO,
        form: ImportFormat,
        circumstances: Circumstances,
    ) -> Told:
        """Have `body` read, and what is in it written to `records`; both are files on the disk.

        Cancelled, it ends the process that reads. Raises the problems of reading.
        """
        job = Job(
            parent=os.getpid(),
            body=body.fileno(),
            records=records.fileno(),
            format=form,
            circumstances=circumstances,
        )
        async with self._reading:
            said = await _run(job)
        try:
            answer: Answer = msgspec.msgpack.decode(said, type=Answer)
        except msgspec.DecodeError as error:
            raise too_large("Reading this file was ended: it takes too much.") from error
        if isinstance(answer, Refusal):
            raise _PROBLEMS.get(answer.name, ProblemError)(answer.detail, fields=answer.fields)
        return answer.told


async def _run(job: Job) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "control_api.edges.exchange.apart"),
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name in _NEEDED},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        pass_fds=(job.body, job.records),
    )
    try:
        async with asyncio.timeout(READ_WITHIN_S):
            said, _ = await process.communicate(msgspec.json.encode(job))
    except TimeoutError as error:
        minutes = round(READ_WITHIN_S / 60)
        raise too_large(f"Reading this file takes longer than {minutes} minutes.") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return said
