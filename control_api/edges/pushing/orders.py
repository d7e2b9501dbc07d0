"""What the server and the process that sends say to each other: JSON, through pipes."""

import msgspec


class PushOrder(msgspec.Struct, frozen=True):
    """Send a text to each address; with an empty one, only see whether they can be read."""

    urls: list[str]
    text: str
    networks: list[str]
    """Private networks that may be reached."""
    browser_key: str
    """Proves to browsers who sends; see `browser_key.private_key`."""


class PushAnswer(msgspec.Struct, frozen=True):
    """What came of an order."""

    taken: list[bool]
    """Of each address: whether its service took the text, or whether it can be read."""
    reasons: list[str]
    """Why some were not, for the owner's log: what was refused, what a service answered."""
