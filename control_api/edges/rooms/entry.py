"""What a client may ask for when it enters a room: names, identity, attributes."""

import re
import secrets

import msgspec

from control_api.input.time_zones import find_time_zone
from shared.problems import InvalidInputError
from shared.rooms import ATTRIBUTE_TIME_ZONE, TokenRequest

ROOM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")
IDENTITY = re.compile(r"[A-Za-z0-9_.:@+-]{1,80}")
LONGEST_KEY = 64
LONGEST_VALUE = 512
RESERVED = "lk."
"""Start of LiveKit's own attributes: what the agent says of itself."""


class Entry(msgspec.Struct, frozen=True):
    """How one participant enters one room."""

    room: str
    identity: str
    name: str
    metadata: str
    attributes: dict[str, str]
    time_zone: str | None


def entry_for(request: TokenRequest, account_id: str, account_name: str) -> Entry:
    """Check a request and fill in what it leaves out.

    Raises `InvalidInputError` naming the fields a client may not set like that.
    """
    problems: dict[str, str] = {}
    room = request.room_name or f"talk-{secrets.token_hex(16)}"
    if not ROOM_NAME.fullmatch(room):
        problems["room_name"] = (
            "Use 1 to 128 letters, digits, '-', '_' and '.', the first a letter or a digit."
        )
    wanted = request.participant_identity or secrets.token_hex(4)
    if not IDENTITY.fullmatch(wanted):
        problems["participant_identity"] = "Use 1 to 80 letters, digits and the signs _ . : @ + -"
    attributes = request.participant_attributes or {}
    problems |= wrong_attributes(attributes)
    if problems:
        raise InvalidInputError("The room can't be entered like that.", fields=problems)
    time_zone = attributes.get(ATTRIBUTE_TIME_ZONE)
    if time_zone is not None:
        find_time_zone(time_zone, field=f"participant_attributes.{ATTRIBUTE_TIME_ZONE}")
    return Entry(
        room=room,
        identity=own_identity(wanted, account_id),
        name=printable(request.participant_name or "") or account_name or "You",
        metadata=request.participant_metadata or "",
        attributes=attributes,
        time_zone=time_zone,
    )


def own_identity(wanted: str, account_id: str) -> str:
    """Put the account before the identity, so that nobody can pass for someone else."""
    prefix = f"{account_id}."
    return wanted if wanted.startswith(prefix) else prefix + wanted


def wrong_attributes(attributes: dict[str, str]) -> dict[str, str]:
    """Say what is wrong with each attribute that is."""
    problems = {}
    for key, value in attributes.items():
        field = f"participant_attributes.{printable(key)[:LONGEST_KEY]}"
        if not key or len(key) > LONGEST_KEY:
            problems[field] = f"A name has 1 to {LONGEST_KEY} characters."
        elif key.lower().startswith(RESERVED):
            problems[field] = f"Names that start with {RESERVED} are LiveKit's own."
        elif len(value) > LONGEST_VALUE:
            problems[field] = f"A value has at most {LONGEST_VALUE} characters."
    return problems


def printable(text: str) -> str:
    """Drop what can't be shown, such as control characters and line ends."""
    return "".join(character for character in text if character.isprintable()).strip()
