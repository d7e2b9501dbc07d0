"""Signing in, and what one may know and change of oneself."""

from typing import Annotated

import msgspec

Name = Annotated[str, msgspec.Meta(max_length=200)]


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/sign-in``."""

    code: Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
    """Of a sign-in link; or a bearer token."""


class Me(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/me``."""

    id: str
    name: str
    """What the person wants to be called; empty until they say."""
    time_zone: str
    """IANA name."""


class MeChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/me``: what is left out stays."""

    name: Name | msgspec.UnsetType = msgspec.UNSET
    time_zone: str | msgspec.UnsetType = msgspec.UNSET
