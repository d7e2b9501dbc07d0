"""The key by which browsers know that a message comes from this Saydo (VAPID, RFC 8292).

It follows from the data folder's own key, so that it is kept nowhere else and stays the same.
"""

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_LABEL = b"saydo web push"
# How many points the curve P-256 has (FIPS 186-4, D.1.2.3).
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def private_key(signing_key: str) -> str:
    """What messages are signed with: 32 bytes, as base64url."""
    return _written(_number(signing_key).to_bytes(32, "big"))


def public_key(signing_key: str) -> str:
    """What a browser is given when it subscribes: an uncompressed point, as base64url."""
    key = ec.derive_private_key(_number(signing_key), ec.SECP256R1()).public_key()
    return _written(key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def _number(signing_key: str) -> int:
    digest = hmac.digest(signing_key.encode(), _LABEL, hashlib.sha512)
    return int.from_bytes(digest, "big") % (_ORDER - 1) + 1


def _written(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()
