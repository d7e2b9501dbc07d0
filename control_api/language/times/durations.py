"""How long, to the second: "an hour and twenty minutes", "1h30m", "two and a half minutes"."""

import re

import msgspec

from control_api.language.words.language import Language


class SaidDuration(msgspec.Struct, frozen=True):
    """Where in a text a length of time is said, and how long it is."""

    start: int
    end: int
    seconds: int


def read_duration(text: str, language: Language) -> int | None:
    """The seconds that a text is from end to end; None when it is anything else."""
    text = text.strip()
    found = find_duration(text, language)
    if found is None or (found.start, found.end) != (0, len(text)):
        return None
    return found.seconds


def find_duration(text: str, language: Language) -> SaidDuration | None:
    """The first length of time in a text; its parts may stand in a row: "one hour, ten minutes"."""
    durations = language.durations
    first = durations.part.search(text)
    while first is not None and text[first.start() - 1 : first.start()].isalnum():
        first = durations.part.search(text, first.end())
    if first is None:
        return None
    seconds, end = _seconds(first, language), first.end()
    while True:
        joint = durations.joint.match(text, end)
        part = durations.part.match(text, joint.end() if joint else end)
        if part is None:
            break
        seconds, end = seconds + _seconds(part, language), part.end()
    return SaidDuration(first.start(), end, round(seconds))


def _seconds(part: re.Match[str], language: Language) -> float:
    if part["fraction"]:
        return _fraction(part["fraction"], language) * _unit(part["of"], language)
    amount = _amount(part["amount"], language)
    for fraction in (part["between"], part["after"]):
        amount += _fraction(fraction, language) if fraction else 0
    return amount * _unit(part["unit"], language)


def _amount(said: str, language: Language) -> float:
    if not said:
        return 1  # "another minute"
    if said[0].isdigit():
        return float(said.replace(",", "."))
    numbers = language.durations.numbers
    values = [numbers[word] for word in re.findall(r"\w+", said.lower()) if word in numbers]
    # "A couple" is two, and "a hundred" is a hundred: the one before them counts nothing.
    return sum(values[1:] if len(values) > 1 and values[0] == 1 else values)


def _fraction(said: str, language: Language) -> float:
    words = said.lower().replace("-", " ")
    return next(
        value
        for name, value in sorted(
            language.durations.fractions.items(), key=lambda each: -len(each[0])
        )
        if words.endswith(name)
    )


def _unit(said: str, language: Language) -> int:
    name = said.lower()
    units = language.durations.unit_seconds
    return units[name] if name in units else units[name.removesuffix("s")]
