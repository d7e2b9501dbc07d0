"""IANA time zones, by the names people and programs give them."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shared.problems import InvalidInputError


def find_time_zone(name: str, field: str = "time_zone") -> ZoneInfo:
    """The zone of that name. Raises `InvalidInputError` for `field` when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        sentence = "There is no such time zone. Use an IANA name, such as Europe/Berlin."
        raise InvalidInputError(sentence, fields={field: sentence}) from error
