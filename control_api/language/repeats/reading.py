"""A whole repeat in a text: its core, all that belongs to it, and the words that are left."""

import math
from datetime import date, datetime, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from control_api.language.repeats.additions import add_after, add_anywhere, add_before
from control_api.language.repeats.bounds import Bound, bound_after, bound_anywhere
from control_api.language.repeats.cores import Core, find_cores
from control_api.language.times.said_times import find_times
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from control_api.time.rule import Frequency, Rule, rule_text
from control_api.time.schedule import clean_repeat
from shared.problems import InvalidInputError
from shared.tasks import Repeat

_DAYS = {"DAILY": 1, "WEEKLY": 7}
_MONTHS = {"MONTHLY": 1, "YEARLY": 12}


class SaidRepeat(msgspec.Struct, frozen=True, kw_only=True):
    """A repeat, and what is left of the words without it."""

    core: Core
    before: Words
    after: Words
    end: int
    """Where in the words it ends that follows the core at once."""
    is_joined: bool = False
    """To what stands before it: "tomorrow and then every week"."""
    first: date | None = None
    """From when on, when it was said."""
    last: date | None = None

    @property
    def start(self) -> int:
        """Where in the words it begins."""
        return len(self.before.text)

    @property
    def names_days(self) -> bool:
        """Whether the words say which days, so that no date is needed to know."""
        return self.core.rule.names_days

    def is_decided(self, times_a_day: int) -> bool:
        """Whether as many days or times are told as it comes: "twice a week" alone tells none."""
        rule = self.core.rule
        told = len(rule.by_day) or len(rule.by_month_day) or len(self.core.parts) or times_a_day
        return self.core.often in {1, told}

    def repeat(self, begin: date) -> Repeat:
        """The repeat of a task that is first due from that day on. Raises `InvalidInputError`."""
        rule, last = self.core.rule, self.last
        if self.core.lasting is not None and rule.count is None and last is None:
            count = _count(rule, *self.core.lasting)
            if count is not None:
                rule = msgspec.structs.replace(rule, count=count)
            else:
                last = _ahead(begin, *self.core.lasting)
        if last is not None and rule.count is None:
            rule = msgspec.structs.replace(rule, until=f"{last:%Y%m%d}")
        return Repeat(rule=rule_text(rule), basis=self.core.basis)

    def first_day(self, day: date) -> date:
        """The first day of the rule, from a day on. Raises `InvalidInputError` for none."""
        endless = msgspec.structs.replace(self.core.rule, count=None)
        begin = Repeat(rule=rule_text(endless), basis=self.core.basis)
        first = date.fromisoformat(clean_repeat(begin, day.isoformat(), None).due)
        if self.last is not None and first > self.last:
            raise InvalidInputError("It ends before it begins.")
        return first


def read_repeat(words: Words, now: datetime | None, language: Language) -> SaidRepeat | None:
    """The repeat that is said; None when there is none.

    Without `now`, an aware time, nothing is read that depends on it.
    """
    if not language.repeats.perhaps.search(words.mask):
        return None
    best: SaidRepeat | None = None
    for found in find_cores(words.mask, language):
        core, start = found.core, found.start
        if before := add_before(core, words.mask[:start], language):
            core, start = before
        follows = language.repeats.joins.match(words.mask, start) is not None
        joined = language.repeats.joined_by.search(words.mask[:start])
        start = joined.start() if joined else start
        said = SaidRepeat(
            core=core,
            before=words.slice(0, start),
            after=words.slice(found.end),
            end=found.end,
            is_joined=follows or joined is not None,
        )
        said = _with_rest(said, None, language)
        if best is None or _left(said) < _left(best):
            best = said
    if best is None or now is None:
        return best
    return _with_scattered(_with_rest(_with_day(best, now, language), now, language), now, language)


def _with_day(said: SaidRepeat, now: datetime, language: Language) -> SaidRepeat:
    """From the day on that stands before "and then every week"."""
    if not said.is_joined:
        return said
    times = find_times(said.before.mask, now, language)
    day = times[-1] if times else None
    if day is None or day.day is None or day.clock or said.before.mask[day.end :].strip():
        return said
    lead = language.phrases.before_time.search(said.before.mask[: day.start])
    before = said.before.slice(0, lead.start() if lead else day.start)
    return msgspec.structs.replace(said, before=before, first=day.day)


def _left(said: SaidRepeat) -> int:
    return len(said.before.mask) + len(said.after.mask)


def _with_rest(said: SaidRepeat, now: datetime | None, language: Language) -> SaidRepeat:
    """With all that follows at once; a time of day between is left where it is."""
    position = skipped = 0
    while True:
        rest = said.after.slice(position)
        if added := add_after(said.core, rest.mask, language):
            said = _cut(said, position, position + added[1], core=added[0])
            said = msgspec.structs.replace(said, end=said.end + skipped + added[1])
            skipped = 0
        elif now is not None and (bound := bound_after(rest, now, language)):
            said = _bounded(_cut(said, position, position + bound.end), bound)
            said = msgspec.structs.replace(said, end=said.end + skipped + bound.end)
            skipped = 0
        elif clock := language.repeats.clock_between.match(rest.mask):
            position += clock.end()
            skipped += clock.end()
        else:
            return said


def _with_scattered(said: SaidRepeat, now: datetime, language: Language) -> SaidRepeat:
    """With what stands elsewhere, as in "until Friday remind me every day"."""
    while added := add_anywhere(said.core, said.after.mask, language):
        core, start, end = added
        said = _cut(said, start, end, core=core)
    if bound := bound_anywhere(said.after, now, language):
        said = _bounded(_cut(said, bound.start, bound.end), bound)
    if added := add_anywhere(said.core, said.before.mask, language):
        core, start, end = added
        before = said.before.without(start, end)
        said = msgspec.structs.replace(said, core=core, before=before)
    if bound := bound_anywhere(said.before, now, language):
        before = said.before.without(bound.start, bound.end)
        said = _bounded(msgspec.structs.replace(said, before=before), bound)
    return said


def _cut(said: SaidRepeat, start: int, end: int, *, core: Core | None = None) -> SaidRepeat:
    after = said.after.without(start, end)
    return msgspec.structs.replace(said, after=after, core=core or said.core)


def _bounded(said: SaidRepeat, bound: Bound) -> SaidRepeat:
    return msgspec.structs.replace(
        said, first=said.first or bound.first, last=said.last or bound.last
    )


def _count(rule: Rule, number: int, unit: Frequency) -> int | None:
    """How often it comes in that time, where that is the same from any day on."""
    days_a_time = max(len(rule.by_day), len(rule.by_month_day), 1)
    if rule.freq in _DAYS and unit in _DAYS and not rule.by_month:
        periods = number * _DAYS[unit] / (rule.interval * _DAYS[rule.freq])
    elif rule.freq in _MONTHS and unit in _MONTHS and not rule.by_set_pos:
        periods = number * _MONTHS[unit] / (rule.interval * _MONTHS[rule.freq])
    else:
        return None
    if rule.freq == "DAILY":
        return math.ceil(periods)
    return int(periods) * days_a_time if periods == int(periods) and periods else None


def _ahead(begin: date, number: int, unit: Frequency) -> date:
    if unit in _DAYS:
        return begin + timedelta(days=number * _DAYS[unit] - 1)
    return begin + relativedelta(months=number * _MONTHS[unit]) - timedelta(days=1)
