"""A code that is quick to type and hard to guess: eight signs of 32, as in "7KQ2-M4XB".

The signs are those of Crockford's Base32 (https://www.crockford.com/base32.html), which leaves out
letters that are taken for digits and reads them as the digits.
"""

import re
import secrets

LENGTH = 8
LIFE_S = 600
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s-]")
_CODE = re.compile(f"[{SIGNS}]{{{LENGTH}}}")


def new_code() -> str:
    """Make one, plain."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def as_shown(plain: str) -> str:
    """A code in two halves."""
    return f"{plain[: LENGTH // 2]}-{plain[LENGTH // 2 :]}"


def plain_code(typed: str) -> str | None:
    """The signs of a code as somebody typed it, in small letters too; None for what is none."""
    signs = _BETWEEN.sub("", typed).upper().translate(_TAKEN_FOR)
    return signs if _CODE.fullmatch(signs) else None
