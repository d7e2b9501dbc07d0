"""What to say to a question about several tasks: what is next, urgent, done, to be bought."""

from collections.abc import Callable

import msgspec

from control_api.language.wording.lengths_aloud import say_minutes
from control_api.language.wording.list_replies import View, say_nothing
from control_api.language.wording.phrasing import at_start, capital, how_many, in_sentence, number
from control_api.language.words.verbs import deed_in
from shared.actions import ListTasks, Question
from shared.tasks import Task

Answer = Callable[[ListTasks, list[Task], int, View], str]
"""Of what was asked, the first tasks that were found, and how many there are."""


def _how_much_work(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    days = view.days(asked)
    if not total:
        return say_nothing(asked, days, view.language)
    language, tasks_in_all = view.language, how_many(total, view.language)
    due = language.say("work-open", tasks=tasks_in_all)
    if days:
        due = capital(language.say("work-then", count=total, tasks=tasks_in_all, days=days))
    known = [task.duration_min for task in tasks if task.duration_min]
    if not known:
        return language.say("work-of-unknown-length", count=total, due=due)
    length, others = say_minutes(sum(known), language), total - len(known)
    if not others:
        return language.say("work-in-all", due=due, length=length)
    return language.say(
        "work-in-part",
        due=due,
        length=length,
        known=number(len(known), language),
        count=others,
        number=number(others, language),
    )


def _to_buy(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    del asked
    if not total:
        return view.language.say("buy-none")
    named = view.named([_thing_of(task, view) for task in tasks], total)
    things = how_many(total, view.language, "thing")
    return view.language.say("buy-things", things=things, names=named)


def _thing_of(task: Task, view: View) -> Task:
    """The task without the verb that only says to get it: "milk" of "buy milk"."""
    deed = deed_in(task.title, view.language)
    if not deed.rest or deed.verb not in view.language.settling:
        return task
    return msgspec.structs.replace(task, title=deed.rest)


def _important(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if asked.about is None:
        return _most_important(tasks, view)
    if asked.about != "urgent":
        return capital(_of_that_priority(asked.about, tasks, total, view))
    urgent = [task for task in tasks if task.priority == "urgent"]
    if urgent:
        return _several("urgent-tasks", urgent, len(urgent), view)
    if not total:
        return view.language.say("urgent-none")
    return view.language.say("urgent-none-but", less=_of_that_priority("high", tasks, total, view))


def _most_important(tasks: list[Task], view: View) -> str:
    say = view.language.say
    urgency = tasks[0].priority if tasks else None
    if urgency is None:
        return say("important-none")
    first, due = tasks[0], view.due(tasks[0])
    named = in_sentence(first.title, view.language)
    if due:
        named = say("important-due", title=named, due=due)
    if urgency == "urgent":
        return say("important-first-urgent", task=named)
    return say("important-first", task=named, priority=say("priority", priority=urgency))


def _of_that_priority(asked: str, tasks: list[Task], total: int, view: View) -> str:
    """Without its capital."""
    priority = view.language.say("priority", priority=asked)
    if not total:
        return view.language.say("priority-none", priority=priority)
    return view.language.say(
        "priority-tasks",
        count=total,
        tasks=how_many(total, view.language),
        priority=priority,
        names=view.named(tasks, total),
    )


def _blocked(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    del asked
    if not total:
        return view.language.say("blocked-none")
    return _several("blocked-tasks", tasks, total, view)


def _undated(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    del asked
    if not total:
        return view.language.say("undated-none")
    return _several("undated-tasks", tasks, total, view)


def _waits_for(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    say = view.language.say
    name = at_start(asked.about or say("waiting-it"))
    if not total:
        return say("waiting-for-nothing", name=name)
    return say("waiting-for", name=name, names=view.named(tasks, total))


def _tagged(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    tag = asked.about or ""
    if not total:
        return view.language.say("tagged-none", tag=tag)
    return _several("tagged-tasks", tasks, total, view, tag=tag)


def _several(message: str, tasks: list[Task], total: int, view: View, **values: str) -> str:
    """A sentence that begins with how many there are."""
    count, named = how_many(total, view.language), view.named(tasks, total)
    return capital(view.language.say(message, count=total, tasks=count, names=named, **values))


def _for_person(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    person, days, say = asked.about or "", view.days(asked), view.language.say
    if not total:
        if days:
            return say("person-none-then", person=person, days=days)
        return say("person-none", person=person)
    count, named = how_many(total, view.language), view.named(tasks, total)
    if days:
        return say("person-tasks-then", person=person, tasks=count, days=days, names=named)
    return say("person-tasks", person=person, tasks=count, names=named)


def _next(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return say_nothing(asked, view.days(asked), view.language)
    first = tasks[0]
    if first.due is None:
        return view.language.say("next-none-dated", task=view.item(first))
    title = in_sentence(first.title, view.language)
    return view.language.say("next-task", title=title, due=view.due(first))


def _added(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    say, days = view.language.say, asked.about
    if not total:
        return say("added-none-then", days=days) if days else say("added-none")
    named = _without_dates(tasks, total, view)
    if not days:
        return say("added-last", names=named)
    return say("added-then", tasks=how_many(total, view.language), days=days, names=named)


def _finished(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    say, days = view.language.say, asked.about
    if not total:
        return say("finished-none-then", days=days) if days else say("finished-none")
    named = _without_dates(tasks, total, view)
    if not days:
        return say("finished-last", names=named)
    return say("finished-then", tasks=how_many(total, view.language), days=days, names=named)


def _without_dates(tasks: list[Task], total: int, view: View) -> str:
    return view.named([msgspec.structs.replace(task, due=None) for task in tasks], total)


OF_MANY: dict[Question, Answer] = {
    "added": _added,
    "blocked": _blocked,
    "finished": _finished,
    "for_person": _for_person,
    "how_much_work": _how_much_work,
    "important": _important,
    "next": _next,
    "tagged": _tagged,
    "to_buy": _to_buy,
    "undated": _undated,
    "waits_for": _waits_for,
}
"""By what somebody wants to know."""
