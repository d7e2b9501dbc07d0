"""Signing in, and what one may know and change of oneself."""

from typing import Annotated

import msgspec

from shared.languages import LanguageName

Name = Annotated[str, msgspec.Meta(max_length=200)]


Code = Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
Password = Annotated[str, msgspec.Meta(min_length=8, max_length=1024)]


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/sign-in``: a code, or a name and a password."""

    code: Code | None = None
    """Of a sign-in link, or for this device; or a bearer token that was made at the machine within
    ten minutes."""
    name: Name | None = None
    """Large and small letters are the same."""
    password: Annotated[str, msgspec.Meta(max_length=1024)] | None = None


class DeviceCode(msgspec.Struct, frozen=True):
    """Answer to making one, 201."""

    code: str
    """Eight signs in two halves, "7KQ2-M4XB": for the field `code` of ``POST /api/v1/sign-in``."""
    expires_at: str
    """UTC, ISO 8601."""


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That it is the person who asks: body of ``DELETE /api/v1/me`` and others of that weight."""

    password: Annotated[str, msgspec.Meta(max_length=1024)] | None = None
    """The one you sign in with."""
    code: Code | None = None
    """Or of an unused sign-in link."""


class PasswordChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PUT /api/v1/me/password``."""

    password: Password
    """The new one."""
    old_password: Annotated[str, msgspec.Meta(max_length=1024)] | None = None
    """Needed when there is one."""
    code: Code | None = None
    """Of an unused sign-in link, instead of a password that was forgotten, or for the first one."""
    name: Name | None = None
    """To sign in with. Left out: the one there is, or the person's name."""


class NewInvitation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/invitations``."""

    life_h: Annotated[int, msgspec.Meta(ge=1, le=720)] = 168
    """Hours in which it is good."""


class Invitation(msgspec.Struct, frozen=True):
    """Answer to making one, 201."""

    id: str
    code: str
    """For the invited person; it works once, and is not shown again."""
    expires_at: str
    """UTC, ISO 8601."""


class NewAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/accounts``: what an invited person sends."""

    invitation: Code
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    """To sign in with, and to be called by until they say otherwise; may be an e-mail address."""
    password: Password


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A person of this Saydo, as its owner sees them."""

    id: str
    name: str
    sign_in_name: str | None
    """None: there is no password."""
    created_at: str
    """UTC, ISO 8601."""
    is_owner: bool
    """Of this Saydo: who invites and removes the others."""


class Accounts(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/accounts``: all of them, the oldest first."""

    items: list[Account]
    next_cursor: None = None
    """They all are on the one page."""


class BrowserSession(msgspec.Struct, frozen=True):
    """A browser that is signed in."""

    id: str
    browser: str
    """What it says of itself, its User-Agent."""
    current: bool
    """The one that asks."""
    created_at: str
    """This and the other times: UTC, ISO 8601."""
    last_used_at: str
    """To the hour."""
    expires_at: str
    """When it ends unless it is used."""


class BrowserSessions(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/sessions``: all of the person's own, newest first."""

    items: list[BrowserSession]
    next_cursor: None = None
    """They all are on the one page."""


class Me(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/me``."""

    id: str
    name: str
    """What the person wants to be called; empty until they say."""
    time_zone: str
    """IANA name."""
    language: LanguageName
    """What the person speaks and is answered in."""
    has_chosen_language: bool = False
    """Whether the person said so; else it is that of the settings."""
    sign_in_name: str | None = None
    """What goes with the password; None when there is none."""
    is_owner: bool = False
    """Of this Saydo: who looks after it, and invites the others."""


class MeChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/me``: what is left out stays."""

    name: Name | msgspec.UnsetType = msgspec.UNSET
    time_zone: str | msgspec.UnsetType = msgspec.UNSET
    language: LanguageName | msgspec.UnsetType = msgspec.UNSET
