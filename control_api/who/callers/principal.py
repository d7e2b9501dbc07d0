"""A caller who was proved: what every route knows of who asks."""

from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from control_api.who.signed_tokens.tokens import AccessClaims
from shared.access_tokens import TokenScope
from shared.languages import LanguageName

Scope = Literal["owner", "session", "worker"]


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """Who is calling, proved."""

    account_id: str
    """Empty for the worker, who acts for nobody until it has exchanged a room for a token."""
    scope: Scope
    right: TokenScope = "admin"
    """What is let through of what the scope allows: all, but for some access tokens."""
    token_id: str | None = None
    """Of a personal access token."""
    signed_token: AccessClaims | None = None
    """What a token says that was signed at the machine itself."""
    room: str | None = None
    expires_at: int | None = None
    """Of the credential, Unix seconds; None when it does not expire by itself."""
    name: str = ""
    time_zone: str = "UTC"
    """IANA name: the person's own, or that of the settings."""
    language: LanguageName = "en"
    """The person's own, or that of the settings."""

    @property
    def actor(self) -> str:
        """The credential, in a word or two, for the log."""
        if self.token_id is not None:
            return f"token {self.token_id}"
        return self.scope if self.room is None else f"{self.scope} {self.room}"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the person's times are in."""
        return ZoneInfo(self.time_zone)
