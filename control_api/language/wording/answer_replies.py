"""What to say to a question about tasks, by what was asked: yes or no, when, who, how long."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from control_api.language.wording.dates_aloud import on_day, say_day, say_due
from control_api.language.wording.how_often import say_how_often
from control_api.language.wording.list_replies import View, say_list, say_nothing, where
from control_api.language.wording.phrasing import (
    at_start,
    how_long,
    how_many,
    in_sentence,
    is_deed,
    is_or_are,
    listed,
    number,
    on_list,
    without_article,
)
from control_api.time.due_times import local_due
from shared.actions import ListTasks, Question
from shared.tasks import OPEN, Task

_LONGEST_NOTES = 300
"""Characters that are read out."""


def say_answer(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    """The answer to a question, of the tasks that were found for it."""
    answer = _ANSWERS.get(asked.question)
    if answer is not None:
        return answer(asked, tasks, total, view)
    about_one = _ABOUT_ONE.get(asked.question)
    if about_one is None or total != 1:
        return say_list(asked, tasks, total, view)
    said = about_one(_name(tasks[0], asked, view), tasks[0], view)
    return said[:1].upper() + said[1:]


def _name(task: Task, asked: ListTasks, view: View) -> str:
    """The task as the person called it, when that is its whole title; else its title."""
    said, title = asked.about or "", in_sentence(task.title, view.language)
    bare = without_article(said, view.language).casefold()
    return said if bare == without_article(title, view.language).casefold() else title


def _is_there(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    language = view.language
    if not total:
        return _is_not_there(asked, view)
    if total > 1:
        return f"Yes, you have {how_many(total, language)} like that: {view.named(tasks, total)}."
    task = tasks[0]
    name, due = _name(task, asked, view), view.due(task)
    if asked.project and task.project != asked.project:
        there = f"{view.item(task)}{where(task, language)}"
        return f"Not on {on_list(asked.project, language)}, but you have {there}."
    if asked.due_from or asked.due_to:
        return _is_then(asked, task, name, view)
    if is_deed(name, language):
        return f"Yes: {view.item(task)}{where(task, language)}."
    when = f", {on_day(due)}" if due else ""
    return f"Yes, {name} {is_or_are(name, language)} on {on_list(task.project, language)}{when}."


def _is_not_there(asked: ListTasks, view: View) -> str:
    language = view.language
    said = in_sentence(asked.about or asked.search or "that", language)
    days = view.days(asked)
    if is_deed(said, language):
        return f"No, you have no task like {said}{f' {days}' if days else ''}."
    if days:
        return f"No, nothing like {said} is due {days}."
    return f"No, {said} {is_or_are(said, language)} not on {on_list(asked.project, language)}."


def _is_then(asked: ListTasks, task: Task, name: str, view: View) -> str:
    """Whether it is due in the days that were asked about."""
    if task.due is None:
        return f"No, {_when(name, task, view)}"
    moment = local_due(task.due, task.time_zone, view.zone)
    day = (moment.date() if isinstance(moment, datetime) else moment).isoformat()
    fits = (asked.due_from or day) <= day <= (asked.due_to or day)
    return f"{'Yes' if fits else 'No'}, {_when(name, task, view)}"


def _is_done(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return f"I find no task like {asked.about or 'that'}, neither open nor done."
    task = tasks[0]
    name = _name(task, asked, view)
    if task.status in OPEN:
        due = view.due(task)
        state = "in progress" if task.status == "in_progress" else "still open"
        when = f", due {on_day(due)}" if due else ""
        return f"No, {name} {is_or_are(name, view.language)} {state}{when}."
    if task.status == "cancelled":
        return f"No, {name} was cancelled."
    return f"Yes, {name} {_was(name, view)} done{_done_on(task, view)}."


def _was(name: str, view: View) -> str:
    return "were" if is_or_are(name, view.language) == "are" else "was"


def _done_on(task: Task, view: View) -> str:
    if task.completed_at is None:
        return ""
    day = datetime.fromisoformat(task.completed_at).astimezone(view.zone).date()
    return f" {on_day(say_day(day, view.now.date(), view.language))}"


def _when(name: str, task: Task, view: View) -> str:
    due = view.due(task)
    if not due:
        deadline = _deadline_of(task, view)
        return f"{name} has no date{f', but its deadline is {deadline}' if deadline else ''}."
    is_event = "T" in (task.due or "") and not is_deed(name, view.language)
    verb = is_or_are(name, view.language)
    return f"{name} {verb} {'' if is_event else 'due '}{on_day(due)}."


def _deadline_of(task: Task, view: View) -> str:
    if task.deadline is None:
        return ""
    return say_due(task.deadline, task.deadline_time_zone, view.now, view.zone, view.language)


def _deadline(name: str, task: Task, view: View) -> str:
    deadline = _deadline_of(task, view)
    if deadline:
        return f"the deadline for {name} is {deadline}."
    due = view.due(task)
    return f"{name} has no deadline{f', but is due {on_day(due)}' if due else ' and no date'}."


def _who(name: str, task: Task, view: View) -> str:
    del view
    return (
        f"{name} is for {listed(task.assignees)}."
        if task.assignees
        else (f"nobody is assigned to {name}.")
    )


def _where(name: str, task: Task, view: View) -> str:
    language = view.language
    due = view.due(task)
    when = f", {on_day(due)}" if due else ""
    if task.project:
        return f"{name} {is_or_are(name, language)} on {on_list(task.project, language)}{when}."
    return f"{name} {is_or_are(name, language)} on no list{when}."


def _notes(name: str, task: Task, view: View) -> str:
    del view
    notes = _read_out(task.notes)
    return f"the notes on {name} say: {notes}" if notes else f"{name} has no notes."


def _read_out(notes: str) -> str:
    text = " ".join(notes.split())
    if len(text) > _LONGEST_NOTES:
        text = f"{text[:_LONGEST_NOTES].rsplit(' ', 1)[0]}, and so on"
    return text if text[-1:] in {"", ".", "!", "?"} else f"{text}."


def _details(name: str, task: Task, view: View) -> str:
    language = view.language
    due = view.due(task)
    parts = [
        name,
        due,
        f"on {on_list(task.project, language)}" if task.project else "",
        f"deadline {_deadline_of(task, view)}" if task.deadline else "",
        _of_priority(task) if task.priority else "",
        f"for {listed(task.assignees)}" if task.assignees else "",
        f"tagged {listed(task.tags)}" if task.tags else "",
        f"takes {how_long(task.duration_min, language)}" if task.duration_min else "",
        "waiting for something else" if task.blocked else "",
    ]
    notes = f" The notes say: {_read_out(task.notes)}" if task.notes.strip() else ""
    return f"{', '.join(filter(None, parts))}.{notes}"


def _of_priority(task: Task) -> str:
    return "urgent" if task.priority == "urgent" else f"{task.priority} priority"


def _how_long(name: str, task: Task, view: View) -> str:
    if task.duration_min:
        return f"{name} takes {how_long(task.duration_min, view.language)}."
    return f"nothing says how long {name} takes."


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
    length, unknown = how_long(sum(known), view.language), total - len(known)
    if not unknown:
        return f"{due}: {length} in all."
    rest = "one does not say how long it takes"
    if unknown > 1:
        rest = f"{number(unknown, view.language)} do not say how long they take"
    return f"{due}: {length} for {number(len(known), view.language)} of them; {rest}."


def _how_many_of(name: str, task: Task, view: View) -> str:
    del name
    return f"it says {in_sentence(task.title, view.language)}{where(task, view.language)}."


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
    first, _, rest = task.title.partition(" ")
    if not rest or first.casefold() not in view.language.settling:
        return task
    return msgspec.structs.replace(task, title=rest)


def _important(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if asked.sort == "priority":
        if not tasks or tasks[0].priority is None:
            return "None of your tasks has a priority."
        first = tasks[0]
        due = view.due(first)
        title = in_sentence(first.title, view.language) + (f", {due}" if due else "")
        state = "is urgent" if first.priority == "urgent" else f"has {first.priority} priority"
        return f"The most important is {title}: it {state}."
    word = asked.about or "high"
    if not total:
        return "Nothing is urgent." if word == "urgent" else f"Nothing has {word} priority."
    verb = (
        ("is" if total == 1 else "are") if word == "urgent" else ("has" if total == 1 else "have")
    )
    what = "urgent" if word == "urgent" else f"{word} priority"
    return f"{view.count(total)} {verb} {what}: {view.named(tasks, total)}."


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


_ANSWERS: dict[Question, Callable[[ListTasks, list[Task], int, View], str]] = {
    "added": _added,
    "blocked": _blocked,
    "finished": _finished,
    "for_person": _for_person,
    "how_much_work": _how_much_work,
    "important": _important,
    "is_done": _is_done,
    "is_there": _is_there,
    "next": _next,
    "tagged": _tagged,
    "to_buy": _to_buy,
    "waits_for": _waits_for,
}
_ABOUT_ONE: dict[Question, Callable[[str, Task, View], str]] = {
    "deadline": _deadline,
    "details": _details,
    "how_long": _how_long,
    "how_many_of": _how_many_of,
    "how_often": say_how_often,
    "notes": _notes,
    "when": _when,
    "where": _where,
    "who": _who,
}
