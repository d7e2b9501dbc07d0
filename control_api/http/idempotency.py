"""The header by which a request that is sent again is known."""

from typing import Annotated

from litestar.params import HeaderParameter

from control_api.input.fields import invalid

LONGEST_KEY = 200

IdempotencyKey = Annotated[
    str | None,
    HeaderParameter(
        name="Idempotency-Key",
        description="A request with a key that was used before gets the answer of that time.",
    ),
]


def scoped_key(account_id: str, key: str | None) -> str | None:
    """A key as it is kept: each account has its own. Raises `InvalidInputError`."""
    if key is None:
        return None
    if 0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable():
        return f"{account_id} {key}"
    raise invalid(
        "Idempotency-Key", f"An Idempotency-Key has 1 to {LONGEST_KEY} printable characters."
    )
