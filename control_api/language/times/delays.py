"""How long, in words: "an hour and a half"."""

from datetime import timedelta

from control_api.language.words.language import Language

_LONGEST_DELAY_MINUTES = 60 * 24 * 3660


def read_delay(text: str, language: Language) -> timedelta | None:
    """How long: "an hour and a half", "two days"; None when the words are no such thing."""
    delays = language.delays
    found = delays.delay.fullmatch(text.strip())
    if found is None:
        return None
    said = found["amount"].lower()
    amount = delays.amounts[said] if said in delays.amounts else float(said)
    minutes = (amount + (0.5 if found["half"] else 0)) * delays.unit_minutes[found["unit"].lower()]
    return timedelta(minutes=round(minutes)) if minutes <= _LONGEST_DELAY_MINUTES else None
