"""What a code is good for: one sign-in, within its hour or, made for a device, its ten minutes."""

import time

from sqlite_utils import Database

from control_api.who.accounts.store import find_account
from control_api.who.device_codes.store import take_code
from control_api.who.sessions.store import use_code
from control_api.who.signed_tokens.revocation import account_of
from control_api.who.signed_tokens.tokens import read_access, read_sign_in_code
from shared.problems import ForbiddenError, UnauthenticatedError


def redeem_code(db: Database, key: str, code: str) -> str:
    """Find the account that a code, or a token made at the machine just now, signs in.

    A code is used up by it. Raises `UnauthenticatedError` or `ForbiddenError`.
    """
    try:
        claims = read_sign_in_code(key, code)
    except UnauthenticatedError as error:
        account_id = _owner_of_token(db, key, code, error)
    else:
        if not use_code(db, claims.jti, claims.exp):
            raise UnauthenticatedError(
                "This link was used before. Make a new one: python -m control_api sign-in"
            )
        account_id = claims.sub
    if find_account(db, account_id) is None:
        raise UnauthenticatedError("This account does not exist any more.")
    return account_id


def redeem_device_code(db: Database, plain: str, now: int) -> str:
    """Find the account that a device code signs in, and use it up. Raises `UnauthenticatedError`.

    It is no proof of who is at the machine, as a link's is: see `redeem_code`.
    """
    account_id = take_code(db, plain, now)
    if account_id is None:
        raise UnauthenticatedError(
            "This code is wrong, was used, or is too old. Show a new one where you are signed in."
        )
    return account_id


def _owner_of_token(db: Database, key: str, token: str, error: UnauthenticatedError) -> str:
    try:
        claims = read_access(key, token)
    except UnauthenticatedError:
        raise error from None
    if claims.scope != "owner":
        raise ForbiddenError("This token can't sign a browser in.")
    # A browser stays signed in for longer than any such token lasts.
    if not claims.is_fresh(time.time()):
        raise UnauthenticatedError(
            "This token was not made just now. Make a link: python -m control_api sign-in"
        )
    return account_of(db, claims).id
