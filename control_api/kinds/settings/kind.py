"""The settings of conversations by voice: their changes, and their routes."""

import msgspec
from litestar import Router, get, patch
from litestar.di import NamedDependency
from litestar.params import JSONBody

from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.settings.actions import change_settings, end_conversation
from control_api.kinds.settings.kept import SETTINGS, settings_of
from control_api.log.kinds import Kind
from control_api.log.workspaces import Workspaces
from control_api.requests.run import Caller, run_command
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.outcomes import CommandRequest
from shared.voice_settings import (
    ChangeSettings,
    EndConversation,
    VoiceSettings,
    VoiceSettingsChanges,
)


@get(
    "/me/settings",
    operation_id="getSettings",
    summary="How I want to be spoken with",
    guards=[allow("owner", "session")],
    responses=problem_responses(401, 403),
)
async def read_settings(
    workspaces: NamedDependency[Workspaces], principal: NamedDependency[Principal]
) -> VoiceSettings:
    """Give what is set for your conversations by voice."""
    own = await workspaces.open(principal.account_id)
    return await own.file.read(settings_of)


@patch(
    "/me/settings",
    operation_id="changeSettings",
    summary="Change how I want to be spoken with",
    guards=[allow("owner", "session")],
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def change(
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    data: JSONBody[VoiceSettingsChanges],
    idempotency_key: IdempotencyKey = None,
) -> VoiceSettings:
    """Change what is given and leave the rest; it holds from the next turn on."""
    own = await workspaces.open(principal.account_id)
    request = CommandRequest(actions=[ChangeSettings(**msgspec.structs.asdict(data))])
    caller = Caller(
        actor=principal.actor,
        zone=principal.zone,
        language=principal.language,
        account_id=principal.account_id,
        conversation=principal.room or "",
    )
    await run_command(own, caller, request, idempotency_key=idempotency_key, raises=True)
    return await own.file.read(settings_of)


KIND = Kind(
    kept=[SETTINGS],
    actions={ChangeSettings: change_settings, EndConversation: end_conversation},
    routes=[Router("/", route_handlers=[read_settings, change], tags=["Settings"])],
)
