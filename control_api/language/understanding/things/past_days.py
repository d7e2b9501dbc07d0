"""Days that are over, in words: "today", "on Monday", "since last week"."""

from datetime import date, timedelta

from control_api.language.times.phrases import read_when
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words

_WEEK = timedelta(days=7)


def past_days(said: Words, scene: Scene) -> tuple[date, date] | None:
    """The first and last day meant; None for what is no time, or not over.

    A day of the week is the last one of that name. Raises NoSuchDateError.
    """
    things, today = scene.language.things, scene.now.date()
    since = things.since.match(said.mask)
    said = said.slice(since.end()).strip() if since else said
    when = read_when(said, scene.now, scene.language)
    if when is None:
        return None
    first, last = when.range()
    first, last = first or last or today, last or today
    if first > today and things.named_day.search(said.mask):
        first, last = first - _WEEK, last - _WEEK
    if first > today:
        return None
    return first, today if since else last
