"""Sends to browsers: Web Push (RFC 8030), of which nobody on the way can read a word."""

import requests
from pywebpush import WebPusher, WebPushException, webpush

from control_api.edges.pushing.subscriptions import Subscription

KEPT_S = 24 * 3600
"""So long the browser's service keeps a message for one that is off."""
MOST_BYTES = 3000
"""Of the text; services take 4,096 with all that encryption adds."""
WITHIN_S = 8.0
# Services want to know whom to write to. Whoever runs this Saydo is nobody they could know.
_SENDER = "mailto:nobody@example.com"


def is_good(subscription: Subscription) -> bool:
    """Whether something can be encrypted for it: its key is a point of the curve."""
    try:
        WebPusher({"endpoint": subscription.endpoint, "keys": _keys(subscription)}).encode(b"-")
    except ValueError:
        return False
    return True


def send(subscription: Subscription, text: str, key: str, reasons: list[str]) -> bool:
    """Send a text to a browser, signed with `key`. Whether its service took it, else why not."""
    session = requests.Session()
    # What answers with a redirect has not taken anything.
    session.max_redirects = 0
    try:
        webpush(
            {
                "endpoint": subscription.endpoint,
                "keys": _keys(subscription),
            },
            text.encode()[:MOST_BYTES].decode(errors="ignore"),
            vapid_private_key=key,
            vapid_claims={"sub": _SENDER},
            headers={"Urgency": "high"},
            ttl=KEPT_S,
            timeout=WITHIN_S,
            requests_session=session,
        )
    except WebPushException as error:
        if error.response is not None:
            reasons.append(f"the service answered {error.response.status_code}")
        return False
    except Exception:  # noqa: BLE001 - a key that is none raises what the library likes
        return False
    return True


def _keys(subscription: Subscription) -> dict[str, str]:
    return {"p256dh": subscription.p256dh, "auth": subscription.auth}
