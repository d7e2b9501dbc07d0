"""What the scopes of a token let its bearer do."""

from collections.abc import Iterable

from shared.access_tokens import TokenScope

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_STRENGTH: dict[TokenScope, int] = {"read": 0, "write": 1, "admin": 2}


def strongest(scopes: Iterable[TokenScope]) -> TokenScope:
    """Choose the scope that says all: each includes the weaker ones."""
    return max(scopes, key=_STRENGTH.__getitem__)


def covers(given: TokenScope, needed: TokenScope) -> bool:
    """Tell whether one scope includes the other."""
    return _STRENGTH[given] >= _STRENGTH[needed]


def needed_for(method: str, least: TokenScope) -> TokenScope:
    """Say which scope a request needs: never less than its method shows."""
    return strongest([least, "read" if method in SAFE_METHODS else "write"])
