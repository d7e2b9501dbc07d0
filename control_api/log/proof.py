"""The proof of what an import brought into the trash: the log does not know it."""

import hashlib

import msgspec


def proof_of(document: str, deleted_at: str) -> str:
    """What such a row has beside it, so that a change of it from outside is seen."""
    return hashlib.sha256(msgspec.json.encode([document, deleted_at])).hexdigest()
