"""Whether what was signed, at the machine or for a voice session, still counts."""

from sqlite_utils import Database

from control_api.who.accounts.store import Account, find_account
from control_api.who.signed_tokens.store import SignedToken, find_signed_token
from control_api.who.signed_tokens.tokens import AccessClaims
from shared.problems import UnauthenticatedError


def refuse_ended(claims: AccessClaims, account: Account, stored: SignedToken | None) -> None:
    """Refuse a token that was revoked, or ended with all others. Raises `UnauthenticatedError`.

    A token that was used before is known, and a voice session's says what it was made under;
    so only for one that nobody has used yet does it matter what the clock said.
    """
    if stored is not None:
        is_over = stored.is_revoked
    elif claims.scope == "session":
        is_over = claims.since != account.tokens_since
    else:
        is_over = claims.iat <= account.tokens_since
    if is_over:
        raise UnauthenticatedError(
            "This token was revoked. Make a new one: python -m control_api token "
            "(if that is refused too, the clock was put back: sign all other browsers out again)."
        )


def account_of(db: Database, claims: AccessClaims) -> Account:
    """Find the account of a token that still counts. Raises `UnauthenticatedError`."""
    account = find_account(db, claims.sub)
    if account is None:
        raise UnauthenticatedError("This account does not exist any more.")
    refuse_ended(claims, account, find_signed_token(db, claims.jti) if claims.jti else None)
    return account
