"""Signatures as the Standard Webhooks specification has them (standardwebhooks.com)."""

import base64
import hashlib
import hmac

PREFIX = "whsec_"


def secret_of(signing_key: str, webhook_id: str) -> str:
    """The secret that a webhook shares with its receiver; it follows from the server's own key."""
    key = hmac.digest(signing_key.encode(), f"webhook {webhook_id}".encode(), hashlib.sha256)
    return PREFIX + base64.b64encode(key).decode()


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The headers that prove a message; `timestamp` is in Unix seconds."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    content = f"{message_id}.{timestamp}.".encode() + body
    signature = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{signature}",
    }
