"""The real time, as it is stored."""

from datetime import UTC, datetime


def utc_stamp() -> str:
    """Now, in UTC, ISO 8601 with ``Z`` and microseconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def utc_second(seconds: int) -> str:
    """Write a Unix time in UTC, ISO 8601 with ``Z``."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
