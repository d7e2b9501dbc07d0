"""Passwords in and out of argon2id, off the event loop and two at a time."""

import asyncio
import functools
import unicodedata
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

HASHER = PasswordHasher()
"""With the library's parameters, those of RFC 9106 for little memory: 64 MiB a hash."""

_THREADS = ThreadPoolExecutor(2, thread_name_prefix="password")


async def hash_password(password: str) -> str:
    """Give what is kept of a password."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _hash, password)


async def check_password(password: str, stored: str | None) -> bool:
    """Tell whether this is the password. Takes as long when there is none stored."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _check, password, stored)


def is_outdated(stored: str) -> bool:
    """Tell whether a hash was made with other parameters than are used now."""
    return HASHER.check_needs_rehash(stored)


def _hash(password: str) -> str:
    return HASHER.hash(_bytes(password))


def _check(password: str, stored: str | None) -> bool:
    # Made in both cases: the first check of all must not be a slower one for an unknown name.
    dummy = _dummy(HASHER)
    try:
        HASHER.verify(stored or dummy, _bytes(password))
    except VerifyMismatchError:
        return False
    return stored is not None


@functools.cache
def _dummy(hasher: PasswordHasher) -> str:
    return hasher.hash(b"nobody's password")


def _bytes(password: str) -> bytes:
    """The same for every way a keyboard may compose the letters."""
    return unicodedata.normalize("NFC", password).encode()
