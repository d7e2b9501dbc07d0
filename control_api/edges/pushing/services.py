"""Which services pushes may go to, and what their addresses may say."""

import re
from typing import NamedTuple

from control_api.edges.pushing import subscriptions


class Service(NamedTuple):
    """Where Apprise has what sends to it."""

    module: str
    """Below `apprise.plugins`."""
    plugin: str


# What people run themselves, at a host of their choice; each also with an s, for TLS.
_SELF_HOSTED = {
    "bark": Service("bark", "NotifyBark"),
    "gotify": Service("gotify", "NotifyGotify"),
    "hassio": Service("home_assistant", "NotifyHomeAssistant"),
    "json": Service("custom_json", "NotifyJSON"),
    "mailto": Service("email", "NotifyEmail"),
    "matrix": Service("matrix", "NotifyMatrix"),
    "mmost": Service("mattermost", "NotifyMattermost"),
    "nctalk": Service("nextcloudtalk", "NotifyNextcloudTalk"),
    "ntfy": Service("ntfy", "NotifyNtfy"),
    "rocket": Service("rocketchat", "NotifyRocketChat"),
    "signal": Service("signal_api", "NotifySignalAPI"),
}
_HOSTED = {
    "discord": Service("discord", "NotifyDiscord"),
    "gchat": Service("google_chat", "NotifyGoogleChat"),
    "pbul": Service("pushbullet", "NotifyPushBullet"),
    "pover": Service("pushover", "NotifyPushover"),
    "prowl": Service("prowl", "NotifyProwl"),
    "slack": Service("slack", "NotifySlack"),
    "tgram": Service("telegram", "NotifyTelegram"),
}
SERVICES = _SELF_HOSTED | {f"{name}s": each for name, each in _SELF_HOSTED.items()} | _HOSTED
"""By the scheme of their addresses."""

NAMES = ", ".join(sorted(_SELF_HOSTED | _HOSTED))
UNKNOWN = (
    f"Saydo pushes to these services only: {NAMES}. "
    "Write the address as Apprise does, such as ntfys://ntfy.sh/topic."
)
OWN_REQUEST = (
    "An address may not choose the method, the headers, the arguments or the fields of what is "
    "sent: leave out method=, and what begins with +, - or :."
)
_OWN_REQUEST = re.compile(r"[?&](?:[+:-]|%2b|%3a|%2d|method=)", re.IGNORECASE)


def scheme_of(url: str) -> str:
    """What stands before ``://``, by which services are told apart."""
    return url.partition("://")[0].lower()


def is_self_hosted(url: str) -> bool:
    """Whether an address names a host, or may."""
    return scheme_of(url).removesuffix("s") in _SELF_HOSTED


def refusal_of(url: str) -> str | None:
    """Say why nothing is sent to an address whatever its service says; None when it may be."""
    if "://" not in url or scheme_of(url) not in {*SERVICES, subscriptions.SCHEME}:
        return UNKNOWN
    return OWN_REQUEST if _OWN_REQUEST.search(url) else None
