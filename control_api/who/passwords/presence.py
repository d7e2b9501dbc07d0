"""That it is the person who asks, and now: for what a found or stolen credential must not do."""

import time
from collections.abc import Callable

from sqlite_utils import Database

from control_api.input.fields import invalid
from control_api.services import Services
from control_api.who.accounts.guards import Principal, refuse_access_token
from control_api.who.accounts.store import use_code
from control_api.who.accounts.tokens import read_sign_in_code
from control_api.who.passwords.hashing import check_password
from control_api.who.passwords.store import find_of_account
from shared.accounts import Proof
from shared.problems import ProofNeededError, UnauthenticatedError


async def prove(
    services: Services,
    principal: Principal,
    proof: Proof,
    address: str,
    *,
    field: str = "password",
) -> Callable[[Database], None]:
    """Check a person's proof; what is returned belongs at the start of the transaction it is for.

    It uses a code up. A token made at the machine within the last ten minutes is a proof by itself:
    who can make one can make a code. `address` is where guesses come from, `field` what the request
    calls the password. Raises `ProofNeededError`, `InvalidInputError` or `TooManyRequestsError`.
    """
    refuse_access_token(principal)
    if proof.code is not None:
        return _check_code(services, principal.account_id, proof.code)
    stored = await services.control.read(lambda db: find_of_account(db, principal.account_id))
    if stored is not None and proof.password is not None:
        services.slow_down.begin(stored.name_key, address, time.monotonic())
        if not await check_password(proof.password, stored.hash):
            raise invalid(field, "This is not your password.")
        services.slow_down.succeeded(stored.name_key, address)
    elif principal.machine_token is None or not principal.machine_token.is_fresh(time.time()):
        what = "Send the `code`" if stored is None else "Send your `password`, or the `code`"
        raise ProofNeededError(
            f"{what} of a new sign-in link (make one with: python -m control_api sign-in)."
        )

    def unchanged(db: Database) -> None:
        if find_of_account(db, principal.account_id) != stored:
            raise invalid(field, "The password was changed just now; start again.")

    return unchanged


def _check_code(services: Services, account_id: str, code: str) -> Callable[[Database], None]:
    try:
        claims = read_sign_in_code(services.settings.secrets.signing_key, code.strip())
    except UnauthenticatedError as error:
        raise invalid("code", "This is no code of a sign-in link, or one that is over.") from error

    def use_up(db: Database) -> None:
        if claims.sub != account_id or not use_code(db, claims.jti, claims.exp):
            raise invalid("code", "This code is somebody else's, or was used before.")

    return use_up
