"""A code that signs another device in, over HTTP."""

import time

from litestar import Router, post
from litestar.di import NamedDependency
from sqlite_utils import Database

from control_api.database.clock import utc_second
from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.who.callers.guards import allow, in_person
from control_api.who.callers.principal import Principal
from control_api.who.device_codes.codes import LIFE_S, as_shown, new_code
from control_api.who.device_codes.store import keep_code
from shared.accounts import DeviceCode
from shared.problems import ForbiddenError


@post(
    "/device-codes",
    operation_id="makeDeviceCode",
    summary="Make a code that signs another device in as me",
    responses=problem_responses(401, 403, 429, 503, 507),
)
async def make_device_code(
    control: NamedDependency[DatabaseFile], principal: NamedDependency[Principal]
) -> DeviceCode:
    """Works once, within ten minutes, at `POST /sign-in`. The code made before counts no more.

    For browsers that are signed in, and for tokens that were made at the machine just now.
    """
    now = time.time()
    token = principal.signed_token
    if token is not None and not token.is_fresh(now):
        # It would outlast the token, which signs no browser in itself by then.
        raise ForbiddenError("This token was not made just now. Show the code in a browser.")
    plain, expires_at = new_code(), int(now) + LIFE_S

    def work(db: Database) -> None:
        keep_code(db, principal.account_id, plain, expires_at, int(now))

    await control.write(work)
    return DeviceCode(code=as_shown(plain), expires_at=utc_second(expires_at))


router = Router(
    "/",
    route_handlers=[make_device_code],
    guards=[allow("owner"), in_person],
    tags=["Accounts"],
)
