"""That it is the person who asks, and now: for what a found or stolen credential must not do."""

import time
from collections.abc import Callable

import msgspec
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.input.fields import invalid
from control_api.who.callers.principal import Principal
from control_api.who.passwords.hashing import check_password
from control_api.who.passwords.slow_down import SlowDown
from control_api.who.passwords.store import find_of_account
from control_api.who.sessions.store import use_code
from control_api.who.signed_tokens.tokens import read_sign_in_code
from shared.accounts import Proof
from shared.problems import ProofNeededError, UnauthenticatedError


class Reauthentication(msgspec.Struct, frozen=True, kw_only=True):
    """Asks the caller of one request for the password, or the code of a sign-in link, once more."""

    principal: Principal
    address: str
    """Where guesses come from: what the caller can't leave."""
    control: DatabaseFile
    slow_down: SlowDown
    signing_key: str

    async def prove(self, proof: Proof, *, field: str = "password") -> Callable[[Database], None]:
        """Check the proof; what is returned belongs at the start of the transaction it is for.

        It uses a code up. A token made at the machine within the last ten minutes is a proof by
        itself: who can make one can make a code. `field` is what the request calls the password.
        Raises `ProofNeededError`, `InvalidInputError` or `TooManyRequestsError`.
        """
        principal = self.principal
        refuse_access_token(principal)
        if proof.code is not None:
            return self._check_code(proof.code)
        stored = await self.control.read(lambda db: find_of_account(db, principal.account_id))
        if stored is not None and proof.password is not None:
            self.slow_down.begin(stored.name_key, self.address, time.monotonic())
            if not await check_password(proof.password, stored.hash):
                raise invalid(field, "This is not your password.")
            self.slow_down.succeeded(stored.name_key, self.address)
        elif principal.signed_token is None or not principal.signed_token.is_fresh(time.time()):
            what = "Send the `code`" if stored is None else "Send your `password`, or the `code`"
            raise ProofNeededError(
                f"{what} of a new sign-in link (make one with: python -m control_api sign-in)."
            )

        def unchanged(db: Database) -> None:
            if find_of_account(db, principal.account_id) != stored:
                raise invalid(field, "The password was changed just now; start again.")

        return unchanged

    def _check_code(self, code: str) -> Callable[[Database], None]:
        try:
            claims = read_sign_in_code(self.signing_key, code.strip())
        except UnauthenticatedError as error:
            raise invalid(
                "code", "This is no code of a sign-in link, or one that is over."
            ) from error

        def use_up(db: Database) -> None:
            is_own = claims.sub == self.principal.account_id
            if not is_own or not use_code(db, claims.jti, claims.exp):
                raise invalid("code", "This code is somebody else's, or was used before.")

        return use_up


def refuse_access_token(principal: Principal) -> None:
    """Raise `ProofNeededError` for an access token: a program can't be asked for a password."""
    if principal.token_id is not None:
        raise ProofNeededError(
            "An access token can't do that. Sign in, or use a token of: python -m control_api token"
        )
