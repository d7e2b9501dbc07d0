"""Passwords that are among the first to be guessed are refused; nothing is asked of their signs."""

import asyncio

from zxcvbn import zxcvbn

from control_api.input.fields import invalid

LOOKED_AT = 72
"""Characters; what comes after them hardly matters any more."""
SAFE_SCORE = 2
"""Of 0 to 4, as the library counts: who tries the likeliest first needs a million guesses or so."""


async def refuse_guessable(password: str, name: str | None) -> None:
    """Raise `InvalidInputError` for a common password, or one that is made of the name."""
    if await asyncio.to_thread(_is_guessable, password, name or ""):
        raise invalid(
            "password",
            "This password, or one much like it, is among the first that anybody tries. Choose "
            "another, such as three or four words that don't belong together.",
        )


def _is_guessable(password: str, name: str) -> bool:
    found = zxcvbn(password[:LOOKED_AT], user_inputs=[name], max_length=LOOKED_AT)
    score: int = found["score"]
    return score < SAFE_SCORE
