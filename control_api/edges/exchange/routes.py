"""Moving in and out, over HTTP."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from litestar import Request, Response, Router, delete, get, post
from litestar.di import NamedDependency, Provide
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, RequestBody
from litestar.params import FromQuery, QueryParameter

from control_api.edges.exchange.apart.reading import Imports
from control_api.edges.exchange.formats.formats import WRITE, write_file
from control_api.edges.exchange.importing import Importer, Importing
from control_api.edges.exchange.intake.store import count_live, read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.limits import LARGEST_IMPORT
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.input.fields import invalid
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller
from control_api.setup.settings import Settings
from control_api.who.callers.access import Access
from control_api.who.callers.guards import allow
from shared.moving import (
    ExportFormat,
    ExportReport,
    ImportFormat,
    ImportReport,
    Wiped,
)
from shared.problems import ForbiddenError

LONGEST_NAME = 200
CONFIRMATION = "wipe everything"

FileName = Annotated[
    str,
    QueryParameter(
        max_length=LONGEST_NAME, description="Project for tasks of a file that names none."
    ),
]


@dataclass
class _FileOperation(Operation):
    """Describes that the body is a file: Litestar reads it as it is."""

    def __post_init__(self) -> None:
        self.request_body = RequestBody(
            content={"application/octet-stream": OpenAPIMediaType()}, required=True
        )


@dataclass
class _ExportOperation(Operation):
    """Describes that the answer is a file of one of several kinds."""

    def __post_init__(self) -> None:
        if self.responses is not None and isinstance(self.responses["200"], OpenAPIResponse):
            kinds = {writing.media_type for writing in WRITE.values()}
            self.responses["200"].content = {kind: OpenAPIMediaType() for kind in sorted(kinds)}


@get(
    "/export",
    operation_id="export",
    summary="Take everything out, as a file",
    responses=problem_responses(401, 403, 422),
    media_type="application/octet-stream",
    operation_class=_ExportOperation,
)
async def export(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    format: FromQuery[ExportFormat] = "saydo",  # noqa: A002 - what callers write
    history: FromQuery[bool] = False,
) -> Response[bytes]:
    """Give the whole workspace; what a format has no place for, `GET /export/report` says.

    Only Saydo's own format holds the trash, and, with `history`, the events.
    """
    data, _ = await _exported(workspace, caller, format, history=history)
    writing = WRITE[format]
    day = datetime.now(caller.zone).date().isoformat()
    name = f"saydo-{format}-{day}.{writing.suffix}".replace("saydo-saydo", "saydo")
    return Response(
        data,
        media_type=writing.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@get(
    "/export/report",
    operation_id="reportExport",
    summary="What an export would hold, and what it would lose",
    responses=problem_responses(401, 403, 422),
)
async def report_export(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    format: FromQuery[ExportFormat] = "saydo",  # noqa: A002 - what callers write
) -> ExportReport:
    """Count what there is, and name each field that the format has no place for."""
    _, bundle = await _exported(workspace, caller, format, history=False)
    counts = {kind: len(things) for kind, things in bundle.by_kind().items()}
    return ExportReport(format=format, counts=counts, losses=bundle.losses.report())


async def provide_importer(
    settings: NamedDependency[Settings],
    imports: NamedDependency[Imports],
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
) -> Importer:
    """Give what takes a file of the caller in."""
    return Importer(imports, settings.data, workspace, caller)


@post(
    "/import",
    operation_id="import",
    summary="Take a file in, or say what that would do",
    dependencies={"importer": Provide(provide_importer)},
    status_code=200,
    request_max_body_size=LARGEST_IMPORT,
    operation_class=_FileOperation,
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def import_file(
    request: Request[Any, Any, Any],
    importer: NamedDependency[Importer],
    format: FromQuery[ImportFormat],  # noqa: A002 - what callers write
    dry_run: FromQuery[bool] = False,
    force: FromQuery[bool] = False,
    name: FileName = "",
    idempotency_key: IdempotencyKey = None,
) -> ImportReport:
    """Take in all of a file in one command that can be undone, or with `dry_run` change nothing.

    The file is checked whole before anything is written. The same file again changes nothing. An
    import that would change much of what is here is refused, unless `force` is given.
    """
    circumstances = _circumstances(importer.caller, name)
    with importer.imports.turn(importer.caller.account_id):
        importing = Importing(importer, format, circumstances)
        return await importing.run(
            request, dry_run=dry_run, force=force, idempotency_key=idempotency_key
        )


async def _exported(
    workspace: Workspace, caller: Caller, form: ExportFormat, *, history: bool
) -> tuple[bytes, Bundle]:
    whole = form == "saydo"
    bundle = await workspace.file.read(
        lambda db: read_bundle(db, workspace.kinds, history=history and whole, trash=whole)
    )
    circumstances = _circumstances(caller, "")
    return await asyncio.to_thread(write_file, bundle, form, circumstances), bundle


def _circumstances(caller: Caller, name: str) -> Circumstances:
    return Circumstances(
        time_zone=caller.zone.key,
        today=datetime.now(caller.zone).date().isoformat(),
        name=name.strip(),
    )


@delete(
    "/me/data",
    guards=[allow("owner")],
    operation_id="wipe",
    summary="Wipe everything in a workspace, for good",
    status_code=200,
    responses=problem_responses(401, 403, 404, 422, 503, 507),
)
async def wipe(
    workspaces: NamedDependency[Workspaces],
    access: NamedDependency[Access],
    workspace: NamedDependency[Workspace],
    confirm: FromQuery[str] = "",
) -> Wiped:
    """Wipe tasks, trash, history and all else; it can't be undone. Backups made before stay.

    `confirm` must be the words `wipe everything`.
    """
    if access.role != "owner":
        raise ForbiddenError("Only an owner of this workspace may wipe it.")
    if confirm != CONFIRMATION:
        raise invalid("confirm", f"This can't be undone. To do it, send confirm={CONFIRMATION}")
    counts = await workspace.file.read(count_live)
    await workspaces.empty(access.workspace_id)
    return Wiped(counts=counts)


router = Router(
    "/",
    route_handlers=[export, report_export, import_file, wipe],
    guards=[allow("owner", needs="read")],
    tags=["Moving"],
)
