"""What to say about the tasks that somebody asked for: how many first, then the first few."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.language.times.parts_of_day import part_between
from control_api.language.wording.dates_aloud import (
    at_clock,
    on_due,
    say_clock,
    say_days,
    say_due,
)
from control_api.language.wording.phrasing import (
    at_start,
    first_few,
    how_many,
    in_sentence,
    on_list,
)
from control_api.language.wording.repeat_replies import say_next
from control_api.language.words.language import Language
from control_api.time.due_times import local_due
from shared.actions import ListTasks
from shared.tasks import Task

_READ_OUT = 3
"""So many are named of a longer list; one more is as short as to say that there is one."""
_DAY_WORDS = {"today": "this", "tomorrow": "tomorrow", "yesterday": "yesterday"}


_END_OF_DAY = "24:00"


class View(msgspec.Struct, frozen=True):
    """From when and where the tasks are looked at, and in which language."""

    language: Language
    now: datetime
    """Aware, in `zone`."""
    zone: ZoneInfo

    def due(self, task: Task) -> str:
        """When it is due: "tomorrow at 3 PM"; empty when it has no date."""
        return (
            say_due(task.due, task.time_zone, self.now, self.zone, self.language)
            if task.due
            else ""
        )

    def on_due(self, task: Task) -> str:
        """The same with its preposition: "on Friday"."""
        return (
            on_due(task.due, task.time_zone, self.now, self.zone, self.language) if task.due else ""
        )

    def item(self, task: Task, *, one_day: bool = False) -> str:
        """The task and its time; of a day that was named, only the time of day."""
        title = in_sentence(task.title, self.language)
        if not task.due:
            return title
        if one_day:
            moment = local_due(task.due, task.time_zone, self.zone)
            if not isinstance(moment, datetime):
                return title
            return f"{title} {at_clock(moment, self.language)}"
        return f"{title} {self.on_due(task)}"

    def named(self, tasks: list[Task], total: int, *, one_day: bool = False) -> str:
        """The first few, and how many there are besides."""
        items = [self.item(task, one_day=one_day) for task in tasks[: read_out(total)]]
        return first_few(items, self.language, total)

    def count(self, total: int, what: str = "task") -> str:
        """How many, at the start of a sentence: "Two tasks"."""
        return at_start(how_many(total, self.language, what))

    def days(self, asked: ListTasks) -> str:
        """The stretch of time that was asked about: "this week", "on Friday afternoon"."""
        first = date.fromisoformat(asked.due_from) if asked.due_from else None
        last = date.fromisoformat(asked.due_to) if asked.due_to else None
        days = say_days(first, last, self.now.date(), self.language)
        has_clock = asked.clock_from or asked.clock_to
        return _with_clock(asked, days, self.language) if has_clock else days


def say_list(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    """The answer to the question which tasks there are."""
    days = view.days(asked)
    if not total:
        return say_nothing(asked, days, view.language)
    one_day = asked.due_from is not None and asked.due_from == asked.due_to
    named = view.named(tasks, total, one_day=one_day)
    if asked.search is not None and total == 1:
        again = say_next(tasks[0], view.now, view.zone, view.language)
        if again:
            return again
        return f"{at_start(view.item(tasks[0]))}{where(tasks[0], view.language)}."
    verb = "is" if total == 1 else "are"
    if asked.overdue:
        return f"{view.count(total)} {verb} overdue: {named}."
    about = f" in {asked.project}" if asked.project else ""
    about += f" about {in_sentence(asked.search, view.language)}" if asked.search else ""
    when = f" {_for_day(days)}" if days else ""
    return f"You have {how_many(total, view.language)}{about}{when}: {named}."


def say_further(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    """The next ones of a list, the first of which were read out before."""
    rest = tasks[asked.after :]
    if not rest:
        return "That was all."
    one_day = asked.due_from is not None and asked.due_from == asked.due_to
    return f"Then {view.named(rest, total - asked.after, one_day=one_day)}."


def read_out(total: int) -> int:
    """How many of so many tasks are named."""
    return _READ_OUT if total > _READ_OUT + 1 else total


def say_nothing(asked: ListTasks, days: str, language: Language) -> str:
    """That there is no such task; `days` is the time that was asked about."""
    if asked.overdue:
        return "Nothing is overdue."
    if asked.search:
        return f"I found no open task about {in_sentence(asked.search, language)}."
    if asked.project:
        return f"There is nothing {f'due {days} ' if days else ''}in {asked.project}."
    return f"Nothing is due {days}." if days else "You have no open tasks."


def where(task: Task, language: Language) -> str:
    """The list that it is on, at the end of a sentence: ", on your shopping list"."""
    return f", {on_list(task.project, language)}" if task.project else ""


def _with_clock(asked: ListTasks, days: str, language: Language) -> str:
    """The part of the day, or the times between which it lies: "this afternoon"."""
    if asked.or_all_day:
        return f"later {days}"
    part = part_between(asked.clock_from, asked.clock_to)
    if part is not None:
        return f"{_DAY_WORDS.get(days, days)} {part}"
    first, last = asked.clock_from, asked.clock_to
    begin, end = _aloud(first, language), _aloud(last, language)
    if first is None or last is None or last == _END_OF_DAY:
        return f"{days} from {begin} on" if first else f"{days} before {end}"
    if int(last[:2]) == int(first[:2]) + 1:
        return f"{days} around {begin}"
    return f"{days} between {begin} and {end}"


def _aloud(clock: str | None, language: Language) -> str:
    if clock is None:
        return ""
    moment = datetime.fromisoformat(f"2026-01-01T{clock.replace('24:', '00:')}")
    return say_clock(moment, language)


def _for_day(days: str) -> str:
    if days.startswith("on "):
        return f"for {days.removeprefix('on ')}"
    first = days.partition(" ")[0]
    return f"for {days}" if first in {"today", "tomorrow", "later"} else days
