"""One import over HTTP: the file received, read apart and taken in, while its sender waits."""

import asyncio
import errno
import hashlib
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec
from litestar import Request
from litestar.exceptions import HTTPException
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.edges.exchange.apart.reading import Imports
from control_api.edges.exchange.apart.spool import Spool, Told
from control_api.edges.exchange.intake.apply import GoneError, ImportFile
from control_api.edges.exchange.intake.plan import Plan
from control_api.edges.exchange.parts.limits import LARGEST_IMPORT
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.engine.execute import Order
from control_api.engine.plan import CommandPlan
from control_api.http.idempotency import scoped_key
from control_api.input.fields import invalid
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, carry_out
from control_api.requests.spoken import WORDING
from shared.moving import ImportFormat, ImportReport, ImportThings
from shared.problems import MalformedError, StorageFailedError, StorageFullError, TooLargeError

PIECE_BYTES = 1024 * 1024

T = TypeVar("T")


class Importer(msgspec.Struct, frozen=True):
    """Takes files in: whose, and into what."""

    imports: Imports
    """What reads them."""
    folder: Path
    """For what is received and not taken in yet."""
    workspace: Workspace
    caller: Caller


class Importing(msgspec.Struct, frozen=True):
    """One import."""

    importer: Importer
    format: ImportFormat
    circumstances: Circumstances

    async def run(
        self,
        request: Request[Any, Any, Any],
        *,
        dry_run: bool,
        force: bool,
        idempotency_key: str | None,
    ) -> ImportReport:
        """Do it, or with `dry_run` find out what it would do; ended when the sender goes."""
        key = scoped_key(self.importer.caller.account_id, idempotency_key)
        with self._file() as body, self._file() as records:
            digest = await _receive(request, body)
            ended = threading.Event()

            async def work() -> ImportReport:
                told = await self.importer.imports.read(
                    body, records, self.format, self.circumstances
                )
                action = ImportFile(
                    kinds=self.importer.workspace.kinds,
                    untold=told.untold,
                    trash=told.trash,
                    force=force,
                    records=Spool(records),
                    has_ended=ended.is_set,
                )
                if dry_run:
                    return await self._plan(action, told)
                return await self._take_in(action, told, digest, key)

            return await _while_connected(request, work(), ended)

    async def _plan(self, action: ImportFile, told: Told) -> ImportReport:
        def plan_all(db: Database) -> Plan:
            plan = Plan(db, action, utc_stamp(), self.importer.caller.actor)
            for _ in plan.steps(db, action.records):
                if action.has_ended():
                    raise GoneError
            return plan

        plan = await _to_the_end(self.importer.workspace.file.read(plan_all))
        return ImportReport(
            format=self.format,
            dry_run=True,
            counts=plan.counts,
            losses=told.losses,
            warnings=told.warnings,
            sample=plan.sample,
            stops=plan.stops,
        )

    async def _take_in(
        self, action: ImportFile, told: Told, digest: str, key: str | None
    ) -> ImportReport:
        asked = [self.format, self.circumstances.name, action.force, digest]
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=[action], confidence=1.0),
            now=datetime.now(self.importer.caller.zone),
            zone=self.importer.caller.zone,
            actor=self.importer.caller.actor,
            source="import",
            conversation=self.importer.caller.conversation,
            text=None,
            request_hash=hashlib.sha256(msgspec.json.encode(asked)).hexdigest(),
            idempotency_key=key,
        )
        outcome = await _to_the_end(carry_out(self.importer.workspace, order))
        done = [each for each in outcome.actions if isinstance(each, ImportThings)]
        return ImportReport(
            format=self.format,
            dry_run=False,
            counts=done[0].counts,
            losses=told.losses,
            warnings=told.warnings,
            sample=[],
            command_id=outcome.command_id,
        )

    @contextmanager
    def _file(self) -> Iterator[BinaryIO]:
        """A file without a name beside the data, gone with the import."""
        try:
            with tempfile.TemporaryFile(dir=self.importer.folder) as file:
                yield file
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise StorageFullError("Make room on the disk, then try again.") from error
            raise StorageFailedError("Nothing was changed. Try again.") from error


async def _receive(request: Request[Any, Any, Any], body: BinaryIO) -> str:
    """Write the body down as it comes. The hash of it."""
    digest = hashlib.sha256()
    piece = bytearray()
    received = 0
    try:
        async for part in request.stream():
            received += len(part)
            piece += part
            if len(piece) >= PIECE_BYTES or not part:
                digest.update(piece)
                await asyncio.to_thread(body.write, bytes(piece))
                piece.clear()
    except HTTPException as error:
        if error.status_code != TooLargeError.status:
            raise
        most = LARGEST_IMPORT >> 20
        raise TooLargeError(f"An import takes {most} MiB at most. Send it as a zip.") from error
    if not received:
        raise invalid("body", "Send the file itself as the body.")
    body.flush()
    return digest.hexdigest()


async def _while_connected(
    request: Request[Any, Any, Any], work: Coroutine[Any, Any, T], ended: threading.Event
) -> T:
    """What comes of the work; it is ended when the sender goes, or the server stops."""
    working = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_until_gone(request))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise MalformedError("The request ended before the import did; nothing was imported.")
    finally:
        ended.set()
        for each in (working, gone):
            each.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await each


async def _until_gone(request: Request[Any, Any, Any]) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Wait for what a thread does even when cancelled: it is still using the files then."""
    working = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        with suppress(Exception):
            await working
        raise
