"""Where the next page of a list begins: opaque to clients, plain to us."""

import base64
import binascii

import msgspec

from control_api.input.fields import invalid

LONGEST = 2000
Place = tuple[str | int, ...]


def write_cursor(*place: str | int) -> str:
    """The cursor of a place in a list."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read_cursor(cursor: str, *types: type[str] | type[int]) -> Place:
    """The place that a cursor is of, made of these types.

    Raises `InvalidInputError` for one that no list has given.
    """
    place: Place = ()
    if len(cursor) <= LONGEST:
        try:
            text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            place = msgspec.json.decode(text, type=Place)
        except (binascii.Error, ValueError):
            place = ()
    fits = [type(part) for part in place] == list(types)
    if not fits or write_cursor(*place) != cursor or not all(map(_is_storable, place)):
        raise invalid("cursor", "This cursor is not one that a list has given; start without one.")
    return place


def _is_storable(part: str | int) -> bool:
    if isinstance(part, int):
        return 0 <= part < 1 << 62
    return part.isprintable()
