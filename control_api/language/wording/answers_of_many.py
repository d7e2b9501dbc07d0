"""What to say to a question about several tasks: what is next, urgent, done, to be bought."""

from collections.abc import Callable

import msgspec

from control_api.language.wording.lengths_aloud import say_minutes
from control_api.language.wording.list_replies import View, say_nothing
from control_api.language.wording.phrasing import at_start, how_many, in_sentence, number
from control_api.language.words.verbs import deed_in
from shared.actions import ListTasks, Question
from shared.tasks import Task

Answer = Callable[[ListTasks, list[Task], int, View], str]
"""Of what was asked, the first tasks that were found, and how many there are."""


def _how_much_work(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    days = view.days(asked)
    if not total:
        return say_nothing(asked, days, view.language)
    known = [task.duration_min for task in tasks if task.duration_min]
    when = f" {days}" if days else ""
    due = f"{view.count(total)} {'is' if total == 1 else 'are'} due{when}"
    if not days:
        due = f"You have {how_many(total, view.language)}"
    if not known:
        return f"{due}. {'It does not say' if total == 1 else 'None says'} how long it takes."
    length, unknown = say_minutes(sum(known), view.language), total - len(known)
    if not unknown:
        return f"{due}: {length} in all."
    rest = "one does not say how long it takes"
    if unknown > 1:
        rest = f"{number(unknown, view.language)} do not say how long they take"
    return f"{due}: {length} for {number(len(known), view.language)} of them; {rest}."


def _to_buy(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return "You have nothing to buy."
    language = view.language
    things = [_thing_of(task, view) for task in tasks]
    named = view.named(things, total)
    del asked
    return f"You need {how_many(total, language, 'thing')}: {named}."


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
        return _of_that_priority(asked.about, tasks, total, view)
    urgent = [task for task in tasks if task.priority == "urgent"]
    if not urgent:
        less = _of_that_priority("high", tasks, total, view)
        return (
            f"Nothing is urgent, but {less[:1].lower()}{less[1:]}"
            if total
            else "Nothing is urgent."
        )
    count = len(urgent)
    verb = "is" if count == 1 else "are"
    return f"{view.count(count)} {verb} urgent: {view.named(urgent, count)}."


def _most_important(tasks: list[Task], view: View) -> str:
    if not tasks or tasks[0].priority is None:
        return "None of your tasks has a priority."
    first = tasks[0]
    due = view.due(first)
    title = in_sentence(first.title, view.language) + (f", {due}" if due else "")
    state = "is urgent" if first.priority == "urgent" else f"has {first.priority} priority"
    return f"The most important is {title}: it {state}."


def _of_that_priority(priority: str, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return f"Nothing has {priority} priority."
    verb = "has" if total == 1 else "have"
    return f"{view.count(total)} {verb} {priority} priority: {view.named(tasks, total)}."


def _blocked(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    del asked
    if not total:
        return "No task waits for another."
    waits = "waits for another" if total == 1 else "wait for others"
    return f"{view.count(total)} {waits}: {view.named(tasks, total)}."


def _waits_for(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    name = at_start(asked.about or "it")
    if not total:
        return f"{name} waits for nothing."
    return f"{name} waits for {view.named(tasks, total)}."


def _tagged(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return f"Nothing is tagged {asked.about}."
    verb = "is" if total == 1 else "are"
    return f"{view.count(total)} {verb} tagged {asked.about}: {view.named(tasks, total)}."


def _for_person(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    days = view.days(asked)
    when = f" {days}" if days else ""
    if not total:
        return (
            f"{asked.about} has nothing due{when}." if when else f"{asked.about} has no open tasks."
        )
    return f"{asked.about} has {how_many(total, view.language)}{when}: {view.named(tasks, total)}."


def _next(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return say_nothing(asked, view.days(asked), view.language)
    first = tasks[0]
    if first.due is None:
        return f"Nothing has a date. First on your list is {view.item(first)}."
    title = in_sentence(first.title, view.language)
    return f"Next is {title}, {view.due(first)}."


def _added(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    return _over("added", asked, tasks, total, view)


def _finished(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    return _over("finished", asked, tasks, total, view)


def _over(deed: str, asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    when = f" {asked.about}" if asked.about else ""
    if not total:
        return f"You {deed} nothing{when}." if when else f"You have {deed} nothing yet."
    titles = [msgspec.structs.replace(task, due=None) for task in tasks]
    named = view.named(titles, total)
    return (
        f"You {deed} {how_many(total, view.language)}{when}: {named}."
        if when
        else (f"You {deed} last: {named}.")
    )


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
    "waits_for": _waits_for,
}
"""By what somebody wants to know."""
