"""When the parts of a day begin and end, for lists of what is due in one."""

from control_api.language.words.time_expressions import Part

PARTS: dict[Part, tuple[str, str]] = {
    "morning": ("00:00", "12:00"),
    "lunch": ("11:00", "14:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("17:00", "24:00"),
    "tonight": ("18:00", "24:00"),
    "night": ("20:00", "24:00"),
}
"""From the first time of day on, and before the second."""


def part_between(begin: str | None, end: str | None) -> Part | None:
    """The part of the day between two times; None where they are no such part."""
    return next((part for part, clocks in PARTS.items() if clocks == (begin, end)), None)
