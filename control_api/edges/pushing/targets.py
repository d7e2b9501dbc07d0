"""Where pushes go."""

import hashlib

import msgspec

from control_api.edges.pushing.services import scheme_of


class Target(msgspec.Struct, frozen=True):
    """Where to push reminders to."""

    key: str
    """A digest of the address, which is a secret and is kept in control.db alone."""
    service: str
    url: str
    is_owners: bool = False
    """The owner of this Saydo wants it, and may reach the private networks that are allowed."""


def target_of(url: str, *, is_owners: bool = False) -> Target:
    """Make what is kept of an address beside a reminder: no secret."""
    key = hashlib.sha256(url.encode()).hexdigest()[:16]
    return Target(key=key, service=scheme_of(url), url=url, is_owners=is_owners)
