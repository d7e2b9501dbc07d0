"""What to say about the tasks that somebody asked for: how many first, then the first few."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.language.times.parts_of_day import part_between
from control_api.language.wording.dates_aloud import (
    at_clock,
    for_day,
    on_due,
    say_clock,
    say_days,
    say_due,
)
from control_api.language.wording.phrasing import (
    capital,
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
            clock = at_clock(moment, self.language)
            return self.language.say("item-at-clock", title=title, at_clock=clock)
        return self.language.say("item-due", title=title, on_due=self.on_due(task))

    def item_on_list(self, task: Task) -> str:
        """The same with the list that it is on: "buy milk, on your shopping list"."""
        item = self.item(task)
        if not task.project:
            return item
        listed = on_list(task.project, self.language)
        return self.language.say("item-on-list", task=item, on_list=listed)

    def named(self, tasks: list[Task], total: int, *, one_day: bool = False) -> str:
        """The first few, and how many there are besides."""
        items = [self.item(task, one_day=one_day) for task in tasks[: read_out(total)]]
        return first_few(items, self.language, total)

    def days(self, asked: ListTasks) -> str:
        """The stretch of time that was asked about: "this week", "on Friday afternoon"."""
        days = self._days(asked)
        if asked.or_all_day and (asked.clock_from or asked.clock_to):
            return self.language.say("days-later", days=days)
        return self._with_clock(asked, days)

    def for_days(self, asked: ListTasks) -> str:
        """The same after what there is then: "this week", "for Friday afternoon"."""
        days = self._days(asked)
        if asked.or_all_day and (asked.clock_from or asked.clock_to):
            return self.language.say("days-for-later", days=days)
        if asked.due_from and asked.due_from == asked.due_to:
            day = date.fromisoformat(asked.due_from)
            days = for_day(day, self.now.date(), self.language)
        return self._with_clock(asked, days)

    def _days(self, asked: ListTasks) -> str:
        first = date.fromisoformat(asked.due_from) if asked.due_from else None
        last = date.fromisoformat(asked.due_to) if asked.due_to else None
        return say_days(first, last, self.now.date(), self.language)

    def _with_clock(self, asked: ListTasks, days: str) -> str:
        """The part of the day, or the times between which it lies: "this afternoon"."""
        first, last = asked.clock_from, asked.clock_to
        if not first and not last:
            return days
        part = part_between(first, last)
        if part is None:
            return _between(first, last, days, self.language)
        today = self.now.date().isoformat()
        if (asked.due_from, asked.due_to) == (today, today):
            return self.language.say("days-part-today", part=part)
        return self.language.say("days-part", days=days, part=part)


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
        return capital(view.language.say("list-one", task=view.item_on_list(tasks[0])))
    count = how_many(total, view.language)
    if asked.overdue:
        said = view.language.say("list-overdue", count=total, tasks=count, names=named)
        return capital(said)
    if asked.project:
        count = view.language.say("tasks-in", tasks=count, project=asked.project)
    if asked.search:
        search = in_sentence(asked.search, view.language)
        count = view.language.say("tasks-about", tasks=count, search=search)
    if not days:
        return view.language.say("list-tasks", tasks=count, names=named)
    then = view.for_days(asked)
    return view.language.say("list-tasks-then", tasks=count, for_days=then, names=named)


def say_further(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    """The next ones of a list, the first of which were read out before."""
    rest = tasks[asked.after :]
    if not rest:
        return view.language.say("list-further-none")
    one_day = asked.due_from is not None and asked.due_from == asked.due_to
    named = view.named(rest, total - asked.after, one_day=one_day)
    return view.language.say("list-further", names=named)


def read_out(total: int) -> int:
    """How many of so many tasks are named."""
    return _READ_OUT if total > _READ_OUT + 1 else total


def say_nothing(asked: ListTasks, days: str, language: Language) -> str:
    """That there is no such task; `days` is the time that was asked about."""
    if asked.overdue:
        return language.say("list-none-overdue")
    if asked.search:
        return language.say("list-none-about", search=in_sentence(asked.search, language))
    if asked.project and days:
        return language.say("list-none-in-then", project=asked.project, days=days)
    if asked.project:
        return language.say("list-none-in", project=asked.project)
    return language.say("list-none-then", days=days) if days else language.say("list-none")


def _between(first: str | None, last: str | None, days: str, language: Language) -> str:
    begin, end = _aloud(first, language), _aloud(last, language)
    if not first:
        return language.say("days-before-clock", days=days, clock=end)
    if not last or last == _END_OF_DAY:
        return language.say("days-from-clock", days=days, clock=begin)
    if int(last[:2]) == int(first[:2]) + 1:
        return language.say("days-around-clock", days=days, clock=begin)
    return language.say("days-between-clocks", days=days, first=begin, last=end)


def _aloud(clock: str | None, language: Language) -> str:
    if clock is None:
        return ""
    moment = datetime.fromisoformat(f"2026-01-01T{clock.replace('24:', '00:')}")
    return say_clock(moment, language)
