"""What a person may put into the fields of timers and alarms."""

from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from shared.bells import LONGEST_SNOOZE_MIN, LONGEST_TIMER_S

_LONGEST_LABEL = 200


def clean_label(label: str) -> str:
    """One line, or nothing. Raises `InvalidInputError`."""
    return clean_line(label, "label", _LONGEST_LABEL) if label.strip() else ""


def clean_seconds(seconds: int, field: str = "seconds") -> int:
    """How long a timer may go on. Raises `InvalidInputError`."""
    if not 1 <= seconds <= LONGEST_TIMER_S:
        raise invalid(field, "Choose from one second to a week.")
    return seconds


def clean_snooze(minutes: int) -> int:
    """How long what rings may be put off. Raises `InvalidInputError`."""
    if not 1 <= minutes <= LONGEST_SNOOZE_MIN:
        raise invalid("minutes", "Choose from one minute to a day.")
    return minutes
