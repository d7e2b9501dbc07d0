"""Where in a sentence its one time stands, also one that does not exist."""

from datetime import datetime

from control_api.language.duckling.finding import find_phrases
from control_api.language.words.language import Language


def time_stretch(text: str, now: datetime, language: Language) -> tuple[int, int] | None:
    """Start and end of all that is said about time, if it stands in one place; with its "on"."""
    calendar = language.calendar
    found = [
        (phrase.start, phrase.end)
        for phrase in find_phrases(text, now.replace(tzinfo=None), language)
    ]
    for dates in (calendar.month_day, calendar.day_month, calendar.numbered_day):
        found += [match.span() for match in dates.finditer(text)]
    if not found:
        return None
    start, end = min(found)
    for each in sorted(found):
        if each[0] > end and not language.phrases.joining.fullmatch(text[end : each[0]]):
            return None
        end = max(end, each[1])
    before = language.phrases.before_time.search(text[:start])
    return (before.start() if before else start), end
