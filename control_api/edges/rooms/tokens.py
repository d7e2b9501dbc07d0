"""Room tokens: entry to one room with a microphone, for a few minutes, and nothing else."""

from datetime import timedelta

from livekit import api

from control_api.edges.rooms.entry import Entry
from shared.rooms import AGENT_NAME

LIFETIME = timedelta(minutes=10)
"""To enter in; the server renews the tokens of those who are in."""
EMPTY_TIMEOUT = 120
"""Seconds a new room waits for its first participant."""
DEPARTURE_TIMEOUT = 60
"""Seconds a room waits for its person to come back, with what was said still in it."""
MAX_PARTICIPANTS = 8


def room_token(entry: Entry, *, key: str, secret: str) -> str:
    """Sign a token for one participant of one room, which brings the agent into a new room."""
    grants = api.VideoGrants(
        room_join=True,
        room=entry.room,
        can_publish_sources=["microphone"],
        can_subscribe=True,
        can_publish_data=True,
        can_update_own_metadata=False,
    )
    token = (
        api.AccessToken(key, secret)
        .with_identity(entry.identity)
        .with_name(entry.name)
        .with_ttl(LIFETIME)
        .with_grants(grants)
        .with_room_config(
            api.RoomConfiguration(
                agents=[api.RoomAgentDispatch(agent_name=AGENT_NAME)],
                empty_timeout=EMPTY_TIMEOUT,
                departure_timeout=DEPARTURE_TIMEOUT,
                max_participants=MAX_PARTICIPANTS,
            )
        )
    )
    if entry.metadata:
        token = token.with_metadata(entry.metadata)
    if entry.attributes:
        token = token.with_attributes(entry.attributes)
    return token.to_jwt()


def room_request(name: str) -> api.CreateRoomRequest:
    """Return what a room is made with, before or when its first participant comes."""
    return api.CreateRoomRequest(
        name=name,
        agents=[api.RoomAgentDispatch(agent_name=AGENT_NAME)],
        empty_timeout=EMPTY_TIMEOUT,
        departure_timeout=DEPARTURE_TIMEOUT,
        max_participants=MAX_PARTICIPANTS,
    )
