"""The hashes that prove the log: each row's covers the row before it, and what the row says.

It covers the hashes of what was there before and after, not the words themselves: those can be
deleted for good, and the log stays proved.
"""

import hashlib
import secrets
from typing import Any

import msgspec

FIRST_HASH = "0" * 64
SALT_BYTES = 16


def new_salt() -> str:
    """What keeps anybody from trying out which words a hash may be of, once it is deleted."""
    return secrets.token_hex(SALT_BYTES)


def content_hash(salt: str, text: str | None) -> str | None:
    """The hash of a task or thing as it is kept; None where there was none."""
    return None if text is None else hashlib.sha256((salt + text).encode()).hexdigest()


def seal(values: list[Any], previous: str) -> str:
    """The hash of a row, which proves the row before it as well."""
    return hashlib.sha256(previous.encode() + msgspec.json.encode(values)).hexdigest()
