"""How a client gets into a room, and what the agent finds there."""

from typing import Annotated, Any

import msgspec

from shared.languages import LanguageName

AGENT_NAME = "saydo"
"""The name the worker registers under; dispatch is always explicit."""
AGENT_RETURNS = "returns"
"""Metadata of the dispatch of an agent that takes the place of one that was lost."""

TOPIC_TRANSCRIPTION = "lk.transcription"
TOPIC_CHAT = "lk.chat"
ATTRIBUTE_AGENT_STATE = "lk.agent.state"
ATTRIBUTE_TIME_ZONE = "saydo.time_zone"
"""A participant's IANA time zone, when it is not that of its account."""


def is_same_person(identity: str, other: str) -> bool:
    """Whether two participants are devices of one account, whose id stands before their names."""
    return identity.partition(".")[0] == other.partition(".")[0]


Attributes = Annotated[dict[str, str], msgspec.Meta(max_length=32)]


class TokenRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /api/v1/token``, LiveKit's standard token endpoint. All optional.

    `room_config` is read and ignored: the control API decides which agent joins.
    """

    room_name: Annotated[str, msgspec.Meta(max_length=128)] | None = None
    participant_name: Annotated[str, msgspec.Meta(max_length=128)] | None = None
    participant_identity: Annotated[str, msgspec.Meta(max_length=128)] | None = None
    participant_metadata: Annotated[str, msgspec.Meta(max_length=1024)] | None = None
    participant_attributes: Attributes | None = None
    room_config: dict[str, Any] | None = None


class TokenAnswer(msgspec.Struct, frozen=True):
    """Answer of the token endpoint, 201."""

    server_url: str
    participant_token: str
    room_name: str
    participant_name: str


class SessionGrant(msgspec.Struct, frozen=True):
    """What one voice session may use: a bearer token for that one person, and what speech needs."""

    token: str
    expires_at: str
    """UTC, ISO 8601."""
    participant_identity: str
    """Whose microphone the agent listens to first, of the devices of one person."""
    time_zone: str
    """IANA name, to tell the time in."""
    language: LanguageName = "en"
    """What the person types."""


class Vocabulary(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/vocabulary``: the person's own words, for the recogniser's prompt."""

    projects: list[str]
    """Names of lists: those with tasks first, most recently used first."""
    titles: list[str]
    """Titles of open tasks, most recently changed first, 50 at most."""
    people: list[str] = []
    """Names, the latest first."""
