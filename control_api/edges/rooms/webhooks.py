"""Events that the LiveKit server sends, believed only when it signed them."""

import base64
import binascii
import hashlib
import hmac

import jwt
from google.protobuf.json_format import Parse, ParseError
from livekit import api

from shared.problems import MalformedError, UnauthenticatedError


def read_event(body: bytes, token: str, *, key: str, secret: str) -> api.WebhookEvent:
    """Verify and read an event. `token` is the Authorization header, which holds a hash of `body`.

    Raises `UnauthenticatedError` when the server did not sign exactly this, and `MalformedError`
    when what it signed is no event.
    """
    try:
        claims = api.TokenVerifier(key, secret).verify(token.removeprefix("Bearer ").strip())
        signed = base64.b64decode(claims.sha256 or "", validate=True)
    except (jwt.InvalidTokenError, binascii.Error) as error:
        raise UnauthenticatedError("This was not signed by the LiveKit server.") from error
    # A token without a hash, such as a participant's, is no signature.
    if not hmac.compare_digest(hashlib.sha256(body).digest(), signed):
        raise UnauthenticatedError("This was not signed by the LiveKit server.")
    try:
        return Parse(body, api.WebhookEvent(), ignore_unknown_fields=True)
    except (ParseError, UnicodeDecodeError) as error:
        raise MalformedError("This is not a LiveKit event.") from error
