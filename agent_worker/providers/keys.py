"""What a client is given as its key."""

from agent_worker.settings.roles import Remote

_NO_KEY = "none"
"""A server of one's own often wants none, but the clients do."""


def key_of(remote: Remote) -> str:
    """Give the key of a provider, or something in its place."""
    return remote.key or _NO_KEY
